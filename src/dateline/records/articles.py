"""Article: the words of one article as they are stored, and what is known about it."""

from __future__ import annotations

import hashlib

import msgspec


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The way back from the stored text to the bytes that were read.

    `edits` lists the places where the stored text differs from the decoded source, each
    as `(start, end, source_start, source_end)` in code points; between two edits both run
    in step.
    """

    sha256: str
    encoding: str
    length: int
    media_type: str = "text/plain"
    edits: tuple[tuple[int, int, int, int], ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article: its normalised text, and its metadata with their provenance.

    `body_start` is the offset where the article begins, after a metadata header such as
    `date 2022-01-07`; what stands before it is kept, but not read.
    """

    id: str
    text: str
    language: str = "en"
    key: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    outlet: str | None = None
    url: str | None = None
    origin: Origin | None = None
    body_start: int = 0


def digest(text: str) -> str:
    """Return the id of an article: the SHA-256 of its normalised text, hex.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
