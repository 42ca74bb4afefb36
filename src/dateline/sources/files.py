"""Files, folders and standard input."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from dateline.errors import BadRecord, DatelineError, UnreadableFile
from dateline.records.failures import Failure, to_failure
from dateline.records.pages import Page
from dateline.sources.lines import parse_line, read_lines

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
}
# Two million characters with the markup of a heavy page around them.
LARGEST = 32 * 1024 * 1024


def read_file(path: Path, key: str | None = None) -> Page:
    """Return the page that a file holds; its key is the file's name unless one is given.

    Raises:
        UnreadableFile: if it is missing, forbidden or too large to be an article.
    """
    with _opened(path) as stream:
        body = stream.read(LARGEST + 1)
    return Page(
        body=_within_bounds(body),
        key=key or path.name,
        where=str(path),
        media_type=MEDIA_TYPES.get(path.suffix.lower()),
    )


def read_corpus(path: Path) -> Iterator[Page | Failure]:
    """Yield the pages of a corpus in JSON Lines.

    Raises:
        UnreadableFile: if it is missing or forbidden.
    """
    with _opened(path) as lines:
        yield from read_lines(lines, str(path))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as stream:
            yield stream
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(
            f"cannot be opened: {reason}", hint="a source is a file, a folder, a URL or -"
        ) from error


def read_folder(folder: Path) -> Iterator[Page | Failure]:
    """Yield the pages of a folder and of those below it, by path; hidden files are left out.

    Raises:
        UnreadableFile: if there is nothing in it to read.
    """
    empty = True
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            suffix = path.suffix.lower()
            if name.startswith(".") or not path.is_file():
                continue
            if suffix not in MEDIA_TYPES and suffix != ".jsonl":
                continue
            empty = False
            yield from _read_one(path, path.relative_to(folder).as_posix())
    if empty:
        endings = ", ".join([*MEDIA_TYPES, ".jsonl"])
        raise UnreadableFile(f"found no file to read in the folder, expected {endings}")


def _read_one(path: Path, key: str) -> Iterator[Page | Failure]:
    try:
        if path.suffix.lower() == ".jsonl":
            yield from read_corpus(path)
        else:
            yield read_file(path, key)
    except DatelineError as error:
        yield to_failure(error, where=str(path), stage="sources")


def read_stdin() -> Iterator[Page | Failure]:
    """Yield what stands on standard input: one article, or a corpus in JSON Lines.

    Raises:
        UnreadableFile: if standard input is closed or too large.
    """
    if sys.stdin is None:
        raise UnreadableFile("standard input is closed", hint="name a file, or pipe a text in")
    stream = sys.stdin.buffer
    try:
        first = stream.readline(LARGEST + 1)
        if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and _is_record(first):
            yield from read_lines(chain([first], stream), "standard input")
            return
        body = first + stream.read(LARGEST + 1 - len(first))
    except (OSError, ValueError, io.UnsupportedOperation) as error:
        raise UnreadableFile("standard input cannot be read", hint="pipe a text in") from error
    yield Page(body=_within_bounds(body), where="standard input")


def _is_record(line: bytes) -> bool:
    try:
        parse_line(line.removeprefix(b"\xef\xbb\xbf").strip(), "")
    except BadRecord:
        return False
    return True


def _within_bounds(body: bytes) -> bytes:
    if len(body) > LARGEST:
        raise UnreadableFile(
            f"found more than {LARGEST // 1024 // 1024} MB, expected one article",
            hint="a corpus of many articles is read as .jsonl",
        )
    return body
