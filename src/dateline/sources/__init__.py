"""Stage 1, read articles: an address or a file to `Page`s.

A failure is a value: what cannot be read comes out as a `Failure`, and the rest goes on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import DatelineError
from dateline.records.failures import Failure, to_failure
from dateline.records.pages import Page
from dateline.sources.files import read_corpus, read_file, read_folder, read_stdin

__all__ = ["read"]


def read(source: str, *, allow_private: bool = False) -> Iterator[Page | Failure]:
    """Yield the pages of one source: a file, a folder, a URL, a corpus or `-`.

    `allow_private` lets URLs lead to this machine and to private networks.
    """
    try:
        yield from _read(source, allow_private=allow_private)
    except DatelineError as error:
        yield to_failure(error, where=source, stage="sources")


def _read(source: str, *, allow_private: bool) -> Iterator[Page | Failure]:
    if source == "-":
        yield from read_stdin()
    elif "://" in source:
        from dateline.sources.addresses import fetch  # noqa: PLC0415 - needs an HTTP client

        yield fetch(source, allow_private=allow_private)
    elif os.path.isdir(source):  # noqa: PTH112 - says no, and does not raise, for any name
        yield from read_folder(Path(source))
    elif source.endswith(".jsonl"):
        yield from read_corpus(Path(source))
    else:
        yield read_file(Path(source))
