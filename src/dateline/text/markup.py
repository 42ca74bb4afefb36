"""HTML: the article's own words, and the way back from them into the page.

Nothing in a page is executed and nothing it names is fetched.
"""

from __future__ import annotations

import html
import re

import msgspec

from dateline.records.edits import Edits

HTML_TYPES = ("text/html", "application/xhtml+xml")
BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
TAG = re.compile(r"<(?:p|div|article|section|main|h[1-6]|br|table|ul)\b[^>]*>", re.IGNORECASE)


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a page: its words, and its metadata with their provenance."""

    text: str
    edits: Edits = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: str | None = None
    media_type: str | None = None
    hint: str | None = None


def is_markup(text: str, media_type: str | None = None) -> bool:
    """Return whether a text is an HTML page rather than plain words.

    >>> is_markup("<!DOCTYPE html><p>Hello")
    True
    >>> is_markup("a < b and c > d", "text/html")
    False
    """
    if BEGINS.match(text[:5000]):
        return True
    return media_type in HTML_TYPES and TAG.search(text) is not None


def extract(page: str, url: str | None) -> Extract:
    """Return the main text of an HTML page and its metadata."""
    return Extract(text=html.unescape(re.sub(r"<[^>]+>", " ", page)), media_type="text/html")
