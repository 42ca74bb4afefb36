"""Spans: the way to point at words of a text.

Offsets count Unicode code points, `start` is in, `end` is out.
A span carries the words it marks, so that a reader can check it by hand.
"""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Words of an article's text, with the offsets where they stand.

    >>> Span(12, 16, "four").end
    16
    """

    start: int
    end: int
    text: str = ""


def mark(text: str, start: int, end: int) -> Span:
    """Return the span of `text` from `start` to `end`, with its words.

    >>> mark("Flood kills four in Porto.", 12, 16).text
    'four'
    """
    return Span(start, end, text[start:end])
