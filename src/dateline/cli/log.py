"""Log: what a reading run tells on standard error."""

from __future__ import annotations

import sys
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from dateline.cli import complain
from dateline.cli.progress import Progress

if TYPE_CHECKING:
    from dateline.records.failures import Failure
    from dateline.records.pages import Page
    from dateline.records.readings import Reading

# A warning that many articles share is shown for the first of them, and counted after.
SHOWN = 3


class Log:
    """Tells on standard error what failed and what to know, and counts."""

    def __init__(self, *, quiet: bool, debug: bool, progress: bool = True) -> None:
        """Start the clock; `progress` lets a line on a terminal say how far it is."""
        self.quiet, self.debug = quiet, debug
        self.read = self.failed = self.words = self.skipped = 0
        self.notices: Counter[str] = Counter()
        self.began = time.monotonic()
        self.progress = Progress(sys.stderr, wanted=progress and not quiet)
        # Where the articles under way come from; they come back in the order they went in.
        self.places: deque[str] = deque()

    def note(self, pages: Iterable[Page | Failure]) -> Iterator[Page | Failure]:
        """Yield the pages, and remember where they come from."""
        for page in pages:
            self.places.append(page.where)
            yield page

    def sift(self, results: Iterator[Reading | Failure]) -> Iterator[Reading]:
        """Yield the readings, and report the failures."""
        from dateline.records.failures import Failure  # noqa: PLC0415 - not needed for --help

        try:
            for result in results:
                place = self.places.popleft()
                if isinstance(result, Failure):
                    self._show_failure(result, place)
                else:
                    self._count(result, place)
                    yield result
                self.progress.show(self.read + self.failed, self.words)
        finally:
            self.progress.clear()

    def _show_failure(self, failure: Failure, place: str) -> None:
        self.failed += 1
        self.progress.clear()
        complain(f"{_name(place, failure.key)}: {failure.message}", failure.hint)
        if self.debug and failure.trace:
            click.echo(failure.trace, err=True)

    def _count(self, reading: Reading, place: str) -> None:
        self.read += 1
        self.words += len(reading.article.text.split())
        if not self.quiet:
            self._show_notices(reading, place)

    def _show_notices(self, reading: Reading, place: str) -> None:
        for notice in reading.warnings:
            self.notices[notice.code] += 1
            if self.notices[notice.code] <= SHOWN:
                name = _name(place, reading.article.key)
                self.progress.clear()
                click.echo(f"dateline: {name}: warning: {notice.message} [{notice.code}]", err=True)
                if notice.code == "no-publication-date":
                    click.echo("  hint: say --published DATE", err=True)

    def close(self) -> None:
        """Sum up, where there is more to say than that one article was read."""
        for code, count in self.notices.items():
            if count > SHOWN:
                click.echo(f"dateline: {count - SHOWN} more warnings of [{code}]", err=True)
        if self.quiet or (self.read < 2 and not self.failed and not self.skipped):
            return
        seconds = time.monotonic() - self.began
        skipped = f"; {self.skipped:,} were there already" if self.skipped else ""
        click.echo(
            f"dateline: read {self.read:,} of {self.read + self.failed:,} articles,"
            f" {self.words:,} words in {seconds:.1f} s; {self.failed:,} failed{skipped}",
            err=True,
        )


def _name(place: str, key: str | None) -> str:
    return f"{place} ({key})" if key and not place.endswith(key) else place
