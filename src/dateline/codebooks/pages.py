"""Pages: the lines of a user's file, and all that is wrong with them, told together."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import BadCodebook

# Problems and notices of one file that are told one by one; the others are counted.
TOLD = 20
LONGEST_QUOTE = 60


@dataclass(slots=True)
class CodebookPage:
    """One file: its text, its digest, and what was found wrong or odd in it so far."""

    path: Path
    text: str
    digest: str
    problems: list[tuple[int, str]] = field(default_factory=list)
    odd: list[tuple[int, str]] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Return the lines, without their ends."""
        return self.text.splitlines()

    def where(self, line: int) -> str:
        """Return the place of a line, as records tell it."""
        return f"{self.path.name}:{line}"

    def refuse(self, line: int, found: str, expected: str) -> None:
        """Note that a line cannot be used: what was found, and what was expected."""
        self.problems.append((line, f"found {found}, expected {expected}"))

    def note(self, line: int, message: str) -> None:
        """Note what is used as it is, but may not be meant so."""
        self.odd.append((line, message))

    @property
    def notices(self) -> list[str]:
        """Return what a person should know about the file, a line each."""
        return [f"{self.path} {one}" for one in _listed(self.odd)]

    def finish(self) -> None:
        """End the reading of the file.

        Raises:
            BadCodebook: if a line cannot be used, with all such lines.
        """
        if not self.problems:
            return
        self.problems.sort()
        raise BadCodebook(
            "\n".join(f"{self.path} {one}" for one in _listed(self.problems)),
            hint="nothing of the file was used; mend these lines, or put # in front of them",
        )


def _listed(told: list[tuple[int, str]]) -> list[str]:
    found = [f"line {line}: {message}" for line, message in told[:TOLD]]
    if len(told) > TOLD:
        found.append(f"has {len(told) - TOLD} more lines like these")
    return found


def quoted(text: str) -> str:
    """Return words of the user's file in quotation marks, cut where they are long."""
    short = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return f'"{short}"'


def read_page(path: Path) -> CodebookPage:
    """Return the text of a file, in UTF-8 or else in Windows-1252.

    Raises:
        BadCodebook: if it cannot be read, or is no text.
    """
    try:
        body = path.read_bytes()
    except OSError as error:
        raise BadCodebook(f"{path} cannot be read: {error.strerror or error}") from error
    if b"\0" in body:
        raise BadCodebook(f"{path} holds zero bytes, expected a text file in UTF-8")
    digest = hashlib.sha256(body).hexdigest()
    try:
        return CodebookPage(path, body.decode("utf-8-sig"), digest)
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        page = CodebookPage(path, body.decode("cp1252", errors="replace"), digest)
        page.note(line, "is not in UTF-8; the file was read as Windows-1252")
        return page
