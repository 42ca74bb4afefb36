"""Page: what a source gave, as it came, before any word of it was looked at."""

from __future__ import annotations

import msgspec


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One article as fetched: its bytes (or its string, where it never was bytes).

    `where` names it to a person: a path, a URL, "corpus.jsonl line 3". `media_type` and
    `charset` are what the source declared, None where it declared nothing.
    """

    body: bytes | str
    where: str = "text"
    media_type: str | None = None
    charset: str | None = None
    key: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
