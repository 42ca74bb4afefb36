"""`dateline read`: articles in, records out."""

from __future__ import annotations

import sys
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from dateline.cli import DONE, FAILED, complain
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.records.failures import Failure
    from dateline.records.pages import Page
    from dateline.records.readings import Reading

FORMATS = ("report", "json", "jsonl", "html")
# A warning that many articles share is shown for the first of them, and counted after.
SHOWN = 3


@click.command(
    "read",
    epilog="Example: dateline read examples/ --format report",
    short_help="Read articles into records.",
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--published", metavar="DATE", help="When they were published, e.g. 2022-01-07.")
@click.option("--outlet", metavar="NAME", help="Who published them.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS),
    help="What to write; by default a report, or what the ending of PATH says.",
)  # fmt: skip
@click.option("-o", "--output", "path", type=click.Path(path_type=Path), metavar="PATH",
              help="Write to a file instead of standard output.")  # fmt: skip
@click.option("--processes", type=click.IntRange(min=0), default=1, show_default=True, metavar="N",
              help="How many processes share the work; 0 takes every core.")  # fmt: skip
@click.option("--allow-private", is_flag=True,
              help="Let URLs lead to this machine and to private networks.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Show failures only, no warnings or summary.")
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    *,
    published: str | None,
    outlet: str | None,
    form: str | None,
    path: Path | None,
    processes: int,
    allow_private: bool,
    quiet: bool,
) -> int:
    """Read articles into records: who did what to whom, where, when, and who says so.

    A SOURCE is a text or HTML file, a URL, a folder, a corpus in JSON Lines
    (.jsonl with "text", and "key", "title", "published", "outlet", "url"),
    or - for standard input.
    """
    from dateline import sources as stage  # noqa: PLC0415 - not needed for --help
    from dateline.reader import Reader, check_date  # noqa: PLC0415

    check_date(published)
    form = form or _form_of(path)
    _refuse_overwriting(sources, path)
    log = Log(quiet=quiet, debug=bool(ctx.obj and ctx.obj["debug"]))
    pages = log.note(
        page for one in sources for page in stage.read(one, allow_private=allow_private)
    )
    with _open(path) as out:
        results = Reader().read_many(pages, published=published, outlet=outlet, processes=processes)
        _write(log, results, form, out)
    log.close()
    return FAILED if log.failed else DONE


class Log:
    """Tells on standard error what failed and what to know, and counts."""

    def __init__(self, *, quiet: bool, debug: bool) -> None:
        """Start the clock."""
        self.quiet, self.debug = quiet, debug
        self.read = self.failed = self.words = 0
        self.notices: Counter[str] = Counter()
        self.began = time.monotonic()
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

        for result in results:
            place = self.places.popleft()
            if isinstance(result, Failure):
                self.failed += 1
                complain(f"{_name(place, result.key)}: {result.message}", result.hint)
                if self.debug and result.trace:
                    click.echo(result.trace, err=True)
                continue
            self.read += 1
            self.words += len(result.article.text.split())
            if not self.quiet:
                self._show_notices(result, place)
            yield result

    def _show_notices(self, reading: Reading, place: str) -> None:
        for notice in reading.warnings:
            self.notices[notice.code] += 1
            if self.notices[notice.code] <= SHOWN:
                name = _name(place, reading.article.key)
                click.echo(f"dateline: {name}: warning: {notice.message} [{notice.code}]", err=True)
                if notice.code == "no-publication-date":
                    click.echo("  hint: say --published DATE", err=True)

    def close(self) -> None:
        """Sum up, where there is more to say than that one article was read."""
        for code, count in self.notices.items():
            if count > SHOWN:
                click.echo(f"dateline: {count - SHOWN} more warnings of [{code}]", err=True)
        if self.quiet or (self.read + self.failed < 2 and not self.failed):
            return
        seconds = time.monotonic() - self.began
        click.echo(
            f"dateline: read {self.read:,} of {self.read + self.failed:,} articles,"
            f" {self.words:,} words in {seconds:.1f} s; {self.failed:,} failed",
            err=True,
        )


def _name(place: str, key: str | None) -> str:
    return f"{place} ({key})" if key and not place.endswith(key) else place


def _form_of(path: Path | None) -> str:
    ending = path.suffix.lower().removeprefix(".") if path else ""
    return ending if ending in FORMATS else "report"


def _refuse_overwriting(sources: tuple[str, ...], path: Path | None) -> None:
    if path is None:
        return
    for one in sources:
        try:
            is_same = Path(one).samefile(path)
        except (OSError, ValueError):
            continue
        if is_same:
            raise UsageError(f"{path} is a source; it would be overwritten")


@contextmanager
def _open(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        if sys.stdout is None:
            raise UsageError("standard output is closed", hint="say -o PATH")
        yield sys.stdout.buffer
        return
    try:
        stream = path.open("wb")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error
    with stream:
        yield stream


def _write(log: Log, results: Iterator[Reading | Failure], form: str, out: BinaryIO) -> None:
    if form == "jsonl":
        for reading in log.sift(results):
            out.write(reading.to_json().encode() + b"\n")
            out.flush()
    elif form == "json":
        _write_json(log, results, out)
    else:
        _write_page(list(log.sift(results)), form, out)
    out.flush()


def _write_json(log: Log, results: Iterator[Reading | Failure], out: BinaryIO) -> None:
    """Write an object for one article, and an array for several, whatever becomes of them."""
    packed = [reading.to_json(indent=2) for reading in log.sift(results)]
    if log.read + log.failed > 1:
        out.write(("[" + ",\n".join(packed) + "]\n").encode())
    elif packed:
        out.write(packed[0].encode() + b"\n")


def _write_page(readings: list[Reading], form: str, out: BinaryIO) -> None:
    from dateline import export  # noqa: PLC0415 - not needed for jsonl

    if not readings:
        return
    if form == "html":
        out.write(export.to_html(readings).encode())
        return
    is_terminal = out.isatty()
    width = 100
    if is_terminal:
        import shutil  # noqa: PLC0415 - only for a terminal

        width = shutil.get_terminal_size((100, 24)).columns
    out.write(export.to_report(readings, colour=is_terminal, width=width).encode())
