"""Stage 2, find the words: a fetched `Page` to an `Article` with normalised text."""

from __future__ import annotations

import hashlib
import re

from dateline.errors import NoText, TextTooLong, UnsupportedLanguage
from dateline.records.articles import Article, Origin, digest
from dateline.records.edits import Edits, join_edits
from dateline.records.pages import Page
from dateline.records.readings import Warning as Notice
from dateline.text.dates import parse_published
from dateline.text.encodings import decode
from dateline.text.headers import find_header
from dateline.text.languages import guess_language
from dateline.text.markup import Extract, extract, is_markup
from dateline.text.repairs import repair

__all__ = ["LONGEST", "prepare"]

# The longest articles in the labelled sets have 40,000 characters; a book has a million.
LONGEST = 2_000_000
WORD = re.compile(r"[^\W_]")


def prepare(
    page: Page, *, published: str | None = None, outlet: str | None = None
) -> tuple[Article, tuple[Notice, ...]]:
    """Return the article of a page, and what a person should know about it.

    `published` (EDTF) and `outlet` are what the user says; they win over the page.

    Raises:
        UnreadableFile: if the bytes are no text.
        NoText: if there is not a word in it.
        TextTooLong: if it has more than `LONGEST` characters.
        UnsupportedLanguage: if it is in another language than English.
    """
    decoded, encoding = _decode(page)
    header, begins = find_header(decoded[:200])
    found = Extract(text=decoded)
    if is_markup(decoded[begins:], page.media_type):
        found = extract(decoded, url=page.url, skip=begins)
    text, edits = repair(found.text)
    edits = join_edits(found.edits, edits)
    if len(text) > LONGEST:
        raise TextTooLong(
            f"found {len(text):,} characters, expected at most {LONGEST:,}",
            hint="split it into its articles",
        )
    start = find_header(text)[1]
    if not WORD.search(text, start):
        raise NoText("found no words, expected the text of an article", hint=found.hint)
    notices: list[Notice] = []
    language = _identify(text[start:], notices)
    day, day_from = _published(page, published, header, found, notices)
    article = Article(
        id=digest(text),
        text=text,
        language=language,
        key=_line(page.key),
        title=_line(page.title) or _line(found.title),
        published=day,
        published_from=day_from,
        outlet=outlet or _line(page.outlet) or _line(found.outlet),
        url=_line(page.url) or _line(found.url),
        origin=_origin(page, encoding, found.media_type or page.media_type, edits),
        body_start=start,
    )
    return article, tuple(notices)


def _decode(page: Page) -> tuple[str, str]:
    if isinstance(page.body, str):
        if len(page.body) > 10 * LONGEST:
            raise TextTooLong(
                f"found {len(page.body):,} characters, expected at most {LONGEST:,}",
                hint="split it into its articles",
            )
        return page.body, "utf-8"
    if not page.body.strip():
        raise NoText("found an empty file, expected the text of an article")
    return decode(page.body, charset=page.charset)


def _identify(body: str, notices: list[Notice]) -> str:
    language, is_sure = guess_language(body)
    if language != "en":
        raise UnsupportedLanguage(
            f"found a text in another language ({language}), expected English (en)",
            hint="dateline reads English so far; translate the article first",
        )
    if not is_sure:
        notices.append(
            Notice(
                "language-doubtful", "too short or too mixed to tell its language: read as English"
            )
        )
    return language


def _published(
    page: Page, given: str | None, header: str | None, found: Extract, notices: list[Notice]
) -> tuple[str | None, str | None]:
    """Return the publication date and where it comes from, the surest source first."""
    stated = page.published or ""
    recorded = parse_published(stated)
    if stated.strip() and not recorded:
        notices.append(
            Notice(
                "publication-date-unreadable",
                f"found {stated.strip()[:40]!r}, expected a date such as 2022-01-07",
            )
        )
    if (
        found.published
        and found.published_from == "page-guess"
        and not (given or recorded or header)
    ):
        notices.append(
            Notice("publication-date-guessed", f"{found.published} was guessed from the page")
        )
    for day, source in (
        (given, "given"),
        (recorded, "record"),
        (header, "header"),
        (found.published, found.published_from),
    ):
        if day:
            return day, source
    notices.append(
        Notice("no-publication-date", "times such as 'yesterday' cannot be put on a calendar")
    )
    return None, None


def _origin(page: Page, encoding: str, media_type: str | None, edits: Edits) -> Origin:
    body = page.body
    raw = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    return Origin(
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding=encoding,
        length=len(raw),
        media_type=media_type or "text/plain",
        edits=edits,
    )


def _line(stated: str | None) -> str | None:
    """Return metadata as one clean line, None where it says nothing."""
    return " ".join(repair(stated)[0].split()) or None if stated else None
