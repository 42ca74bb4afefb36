"""Lines: a file of readings that holds whole lines only, and can be gone on with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from dateline.errors import UsageError
from dateline.made_by import rules_digest
from dateline.reader import Ready, prepare_one
from dateline.records.failures import Failure
from dateline.records.pages import Page

# An article by its key, where it has one, and the digest of its text.
Name = tuple[str | None, str]


class _Article(msgspec.Struct):
    id: str
    key: str | None = None


class _Maker(msgspec.Struct):
    rules: str
    codebooks: tuple[str, ...] = ()


class _Line(msgspec.Struct):
    """The part of a reading that tells which article it is of, and by which rules."""

    article: _Article
    made_by: _Maker


class LineFile:
    """A file that is written line by line; what interrupts the writing leaves no half line."""

    def __init__(self, path: Path, *, keep: int = 0) -> None:
        """Open the file for writing, after its first `keep` bytes."""
        self._path = path
        self._whole = keep
        try:
            self._file: Any = path.open("r+b" if keep else "wb", buffering=0)
            if keep:
                self._file.truncate(keep)
                self._file.seek(keep)
        except OSError as error:
            raise _cannot_write(path, error) from error

    def write(self, line: bytes) -> None:
        """Write a line, whole or not at all."""
        left = memoryview(line)
        try:
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            self._cut()
            raise _cannot_write(self._path, error) from error
        except BaseException:
            self._cut()
            raise
        self._whole += len(line)

    def _cut(self) -> None:
        # A pipe cannot be cut.
        with suppress(OSError):
            self._file.truncate(self._whole)

    def __enter__(self) -> Self:
        """Return the file."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """Close the file."""
        self._file.close()


def _cannot_write(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path} cannot be written: {error.strerror or error}")


def read_done(path: Path, *, codebooks: tuple[str, ...] = ()) -> tuple[Counter[Name], int]:
    """Return which articles a file of readings holds, and the length of its whole lines.

    A last line that was cut off is left out; no file holds nothing. `codebooks` names the
    user's own dictionaries of this run, with their digests.

    Raises:
        UsageError: if the file holds something else, or what other rules have made.
    """
    done: Counter[Name] = Counter()
    length = 0
    decoder = msgspec.json.Decoder(_Line)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.endswith(b"\n"):
                    break
                found = _decode(decoder, line, f"{path} line {number}", codebooks)
                done[found.article.key, found.article.id] += 1
                length += len(line)
    except FileNotFoundError:
        return done, 0
    except OSError as error:
        raise UsageError(f"{path} cannot be opened: {error.strerror or error}") from error
    return done, length


def _decode(
    decoder: msgspec.json.Decoder[_Line], line: bytes, where: str, codebooks: tuple[str, ...]
) -> _Line:
    try:
        found = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{where} is no reading ({error})", hint="leave out --resume") from error
    if found.made_by.rules != f"sha256:{rules_digest()}":
        raise UsageError(
            f"{where} was made by other rules than this dateline's",
            hint="leave out --resume, to make all of them anew",
        )
    if found.made_by.codebooks != codebooks:
        raise UsageError(
            f"{where} was made with other actors or types of your own, or otherwise thorough",
            hint="leave out --resume, to make all of them anew",
        )
    return found


def skip_done(
    pages: Iterable[Page | Failure],
    done: Counter[Name],
    *,
    published: str | None = None,
    outlet: str | None = None,
) -> Iterator[Page | Failure]:
    """Yield the pages whose articles are not done, each as often as it is missing.

    The readings stand in the order of the pages, so that only those before the
    interruption are looked at.
    """
    left = done.copy()
    for page in pages:
        if left.total():
            ready = prepare_one(page, published, outlet)
            if not isinstance(ready, Failure) and left[name := _name(ready)] > 0:
                left[name] -= 1
                continue
        yield page


def _name(ready: Ready) -> Name:
    return ready[1].key, ready[1].id
