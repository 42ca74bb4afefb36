"""Excerpts: as many words of an article as there is room for, cut where words end."""

from __future__ import annotations

import re

from dateline.records.texts import Span

SENTENCE_END = re.compile(r"[.!?…][”\"’\')]*\s+(?=[^a-z])|\n\s*")


def clip_words(text: str, room: int) -> str:
    """Return `text` cut between words to at most `room` characters, with an ellipsis.

    >>> clip_words("The riots in Kazakhstan", 12)
    'The riots…'
    """
    if len(text) <= room:
        return text
    cut = text[:room].rsplit(" ", 1)[0] if " " in text[:room] else text[: room - 1]
    return cut.rstrip(" ,;:–—-") + "…"


def clip_around(text: str, sentence: Span, inner: Span, room: int) -> Span:
    """Return the span of at most about `room` code points of `sentence` around `inner`.

    It is cut between words, so that its words can be found in the article as they stand.
    """
    if sentence.end - sentence.start <= room:
        return sentence
    spare = max(0, room - (inner.end - inner.start))
    start = max(sentence.start, inner.start - spare // 2)
    end = min(sentence.end, start + max(room, inner.end - inner.start))
    start = max(sentence.start, min(start, end - room))
    if start > sentence.start:
        blank = text.find(" ", start, inner.start)
        start = blank + 1 if blank >= 0 else inner.start
    if end < sentence.end:
        blank = text.rfind(" ", inner.end, end)
        end = blank if blank >= 0 else inner.end
    return Span(start, end, text[start:end])


def widen(text: str, span: Span, room: int) -> Span:
    """Return `span` with up to `room` code points of its sentence on each side.

    Cut between words, and at the ends of sentences as far as punctuation shows them.
    """
    before = text[max(0, span.start - room) : span.start]
    after = text[span.end : span.end + room]
    ends = [match.end() for match in SENTENCE_END.finditer(before)]
    if ends:
        start = span.start - len(before) + ends[-1]
    elif span.start <= room:
        start = len(text[: span.start]) - len(before.lstrip())
    else:
        blank = before.find(" ")
        start = span.start - len(before) + blank + 1 if blank >= 0 else span.start
    found = SENTENCE_END.search(after)
    if found:
        end = span.end + len(after[: found.start() + 1].rstrip())
    elif span.end + room >= len(text):
        end = span.end + len(after.rstrip())
    else:
        blank = after.rfind(" ")
        end = span.end + blank if blank >= 0 else span.end
    return Span(start, end, text[start:end])


def is_cut(text: str, span: Span) -> tuple[bool, bool]:
    """Return whether the sentence goes on before `span`, and behind it.

    >>> is_cut("It rained. The river rose.", Span(11, 20))
    (False, True)
    """
    before = text[max(0, span.start - 12) : span.start + 1]
    begins = any(match.end() == len(before) - 1 for match in SENTENCE_END.finditer(before))
    after = text[span.end : span.end + 2]
    ends = not after.strip() or "\n" in after or text[span.end - 1] in '.!?…”"'
    return not begins and bool(text[max(0, span.start - 80) : span.start].strip()), not ends
