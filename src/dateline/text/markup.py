"""HTML: the article's own words and metadata. The one module that calls trafilatura.

Nothing in a page is executed and nothing it names is fetched.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

import msgspec

from dateline.records.edits import Edits
from dateline.text.metadata import Metadata, find_metadata
from dateline.text.visible import Visible, align

HTML_TYPES = ("text/html", "application/xhtml+xml")
BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!--|(?:!doctype\s+html|html|head|body)\b)", re.IGNORECASE
)
HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
TAG = re.compile(r"<(?:p|div|article|section|main|h[1-6]|br|table|ul)\b[^<>]*>", re.IGNORECASE)
# An extract shorter than this, and than a tenth of the page, is a teaser or a cookie notice.
SHORT = 200
SCRIPTED = "the page may make its text by scripts; save it from a browser, as text"


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a page: its words, the way back to them, and its metadata."""

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
    if BEGINS.match(text[:1000]) and HTML.search(text[:20_000]):
        return True
    return media_type in HTML_TYPES and TAG.search(text) is not None


def extract(page: str, *, url: str | None = None, skip: int = 0) -> Extract:
    """Return the main text of an HTML page and its metadata; `skip` characters are no HTML."""
    page = " " * skip + page[skip:]
    tree = _parse(page)
    visible = Visible(page)
    stated = find_metadata(tree) if tree is not None else Metadata()
    body, guessed = _main_text(page, url) if tree is not None else ("", None)
    if len(body) < min(SHORT, len(visible.text) / 10):
        body = _fallback(tree, visible)
    return Extract(
        text=body,
        edits=align(body, page, visible),
        title=stated.title or getattr(guessed, "title", None),
        outlet=stated.outlet or getattr(guessed, "sitename", None),
        url=stated.url,
        published=stated.published or getattr(guessed, "date", None),
        published_from="page" if stated.published else "page-guess",
        media_type="text/html",
        hint=SCRIPTED,
    )


@cache
def _trafilatura() -> Any:
    import trafilatura  # noqa: PLC0415 - a second of start, for HTML only
    from trafilatura.utils import load_html  # noqa: PLC0415

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return trafilatura, load_html


def _parse(page: str) -> Any:
    _, load_html = _trafilatura()
    # The parser takes no NUL, and refuses a string that declares an encoding of its own.
    return load_html(page.replace("\x00", " ").encode("utf-8", "replace").decode())


def _main_text(page: str, url: str | None) -> tuple[str, Any]:
    """Return the words that trafilatura holds for the article, and what it says of it."""
    trafilatura, _ = _trafilatura()
    try:
        found = trafilatura.bare_extraction(
            _parse(page),
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
        )
    except Exception:  # noqa: BLE001 - whatever a broken page does to it, the fallback reads on
        return "", None
    return (found.text or "", found) if found is not None else ("", None)


def _fallback(tree: Any, visible: Visible) -> str:
    """Return the paragraphs of a page, or else all of its words, a block a line."""
    if tree is not None:
        for path in ("//article//p", "//main//p", "//body//p"):
            lines = [" ".join(p.text_content().split()) for p in tree.xpath(path)]
            body = "\n".join(line for line in lines if line)
            if len(body) >= min(SHORT, len(visible.text) / 2):
                return body
    return "\n".join(visible.blocks())
