"""The page: readings as one HTML file that opens from disk, without network or scripts.

The article stands with its findings marked, beside the lists of what was found; each mark
leads to its finding and each finding to its words. Layers are switched by checkboxes and
the style sheet alone. All words of an article are escaped; a Content-Security-Policy
forbids everything but this page's own style sheet, which it names by its hash.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import chain

from dateline.export.anchors import Anchors, find_marks
from dateline.export.clean import to_line
from dateline.export.dates import date_words
from dateline.export.lookups import Lookup, is_empty
from dateline.export.marks import mark_words, paragraph_marks, to_safe
from dateline.export.page_lists import to_lists
from dateline.language.copies import paragraphs
from dateline.records.readings import Reading

LAYERS = (
    ("statement", "Statements"),
    ("figure", "Figures"),
    ("event", "Events"),
    ("time", "Times"),
    ("place", "Places"),
    ("people", "People"),
)


def to_html(readings: Sequence[Reading]) -> str:
    """Return readings as one self-contained HTML page."""
    lookups = [Lookup(reading) for reading in readings]
    many = len(lookups) > 1
    sections = [
        _article(lookup, f"a{n}-", is_one_of_many=many) for n, lookup in enumerate(lookups, 1)
    ]
    overview = _overview(lookups) if many else ""
    style, policy = style_sheet()
    title = lookups[0].title if len(lookups) == 1 else f"{len(lookups)} articles"
    language = lookups[0].reading.article.language if lookups else "en"
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{to_safe(title)} – dateline</title>\n<style>{style}</style>\n</head>\n"
        f'<body data-language="{to_safe(language)}">\n{_bar()}\n'
        f"<main>\n{overview}{''.join(sections)}</main>\n{_footer(lookups)}\n</body>\n</html>\n"
    )


@cache
def style_sheet() -> tuple[str, str]:
    """Return the style sheet and the policy that allows it and nothing else."""
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return style, (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def _bar() -> str:
    switches = "".join(
        f'<label><input type="checkbox" id="on-{kind}" checked>'
        f'<i class="i-{kind}">{name}</i></label>'
        for kind, name in LAYERS
    )
    return (
        '<a class="skip" href="#a1-found">Skip to the findings</a>'
        f'<div class="bar" role="group" aria-label="Layers"><span class="word">dateline</span>'
        f"{switches}</div>"
    )


def _overview(lookups: Sequence[Lookup]) -> str:
    rows = []
    for number, lookup in enumerate(lookups, 1):
        article, found = lookup.reading.article, lookup.reading
        rows.append(
            f'<tr><td data-label="">{_published(lookup)}</td>'
            f"<td><bdi>{to_safe(to_line(article.outlet or ''))}</bdi></td>"
            f'<td><a href="#a{number}"><bdi>{to_safe(lookup.title)}</bdi></a></td>'
            f'<td data-label="events">{len(found.events)}</td>'
            f'<td data-label="statements">{len(found.statements)}</td>'
            f'<td data-label="figures">{len(found.figures)}</td></tr>'
        )
    return (
        f'<section class="overview" id="all"><h1>{len(lookups)} articles</h1><table><thead><tr>'
        "<th>Published</th><th>Outlet</th><th>Article</th><th>Events</th><th>Statements</th>"
        f"<th>Figures</th></tr></thead><tbody>{''.join(rows)}</tbody></table></section>\n"
    )


def _published(lookup: Lookup) -> str:
    published = lookup.reading.article.published
    return to_safe(date_words(published)) if published else "no date"


def _article(lookup: Lookup, prefix: str, *, is_one_of_many: bool) -> str:
    anchors = Anchors(lookup, prefix)
    article = lookup.reading.article
    lists = (
        '<p class="muted">Nothing was found in this article.</p>'
        if is_empty(lookup.reading)
        else to_lists(lookup, anchors)
    )
    language = to_safe(article.language)
    header = _header(lookup, is_one_of_many=is_one_of_many)
    return (
        f'<section class="art" id="{prefix[:-1]}">\n<div class="cols">\n<div>{header}\n'
        f'<article class="text" lang="{language}" dir="auto">\n'
        f"{_text(lookup, anchors)}</article></div>\n"
        f'<aside class="found" id="{prefix}found" aria-label="Findings">\n{lists}</aside>\n'
        "</div>\n</section>\n"
    )


def _header(lookup: Lookup, *, is_one_of_many: bool) -> str:
    article, made_by = lookup.reading.article, lookup.reading.made_by
    over = [to_safe(to_line(article.outlet or "")), _published(lookup)]
    over.append(f"{lookup.word_count:,} words")
    meta = [f"id {to_safe(article.id[:12])}"]
    if article.key:
        meta.append(f"key {to_safe(to_line(article.key))}")
    if article.url:
        meta.append(_address(to_line(article.url)))
    if made_by:
        meta.append(f"read by dateline {to_safe(made_by.version)}")
    warnings = "".join(
        f'<p class="warn" role="note">{to_safe(warning.message)}</p>'
        for warning in lookup.reading.warnings
    )
    if is_one_of_many:
        over.append('<a href="#all">all articles</a>')
    return (
        f'<header><p class="over">{" · ".join(part for part in over if part)}</p>'
        f'<h1 dir="auto">{to_safe(lookup.title)}</h1>'
        f'<p class="over"><small>{" · ".join(meta)}</small></p>{warnings}</header>'
    )


def _address(url: str) -> str:
    """Return a link to where the article came from; plain words for any but web addresses."""
    if url.lower().startswith(("https://", "http://")):
        return f'<a href="{to_safe(url)}" rel="noreferrer nofollow">{to_safe(url)}</a>'
    return to_safe(url)


def _text(lookup: Lookup, anchors: Anchors) -> str:
    text, begins = lookup.text, lookup.reading.article.body_start
    marks = find_marks(lookup, anchors)
    head = text[:begins].strip()
    out = [f'<p class="head">{to_safe(head)}</p>\n'] if head else []
    # What stands before the article is furniture; marks can only be there by mistake, and
    # are shown where they are all the same.
    before = [(0, begins)] if any(mark.start < begins for mark in marks) else []
    parts = list(chain(before, paragraphs(text, begins)))
    for start, end, here in paragraph_marks(parts, marks):
        out.append(f'<p dir="auto">{mark_words(text, start, end, here)}</p>\n')
    return "".join(out)


def _footer(lookups: Sequence[Lookup]) -> str:
    made = next((lookup.reading.made_by for lookup in lookups if lookup.reading.made_by), None)
    rules = f" · rules {to_safe(made.rules[:12])}" if made else ""
    return (
        "<footer>Made by dateline. What stands here is what the articles say, and who says so; "
        f"no number or event was checked against the world{rules}.</footer>"
    )
