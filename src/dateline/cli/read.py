"""`dateline read`: articles in, records out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from dateline.cli import DONE, FAILED, complain
from dateline.cli.log import Log
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.reader import Reader
    from dateline.records.failures import Failure
    from dateline.records.pages import Page
    from dateline.records.readings import Reading

FORMATS = ("report", "json", "jsonl", "html")


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
@click.option("--actors", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Actors of your own, PETRARCH's format or CSV; repeatable.")  # fmt: skip
@click.option("--types", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Event types of your own, in TOML; repeatable.")  # fmt: skip
@click.option("--thorough", is_flag=True,
              help="Ask the encoder too: better events, in 1.6 times the time.")  # fmt: skip
@click.option("--processes", type=click.IntRange(min=0), default=1, show_default=True, metavar="N",
              help="How many processes share the work; 0 takes every core.")  # fmt: skip
@click.option("--resume", is_flag=True,
              help="Go on with a run that was cut off: skip articles that PATH holds.")  # fmt: skip
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
    actors: tuple[Path, ...],
    types: tuple[Path, ...],
    thorough: bool,
    processes: int,
    resume: bool,
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

    day = check_date(published)
    form = form or _form_of(path)
    if resume and (path is None or form != "jsonl"):
        raise UsageError("--resume needs a file of JSON Lines", hint="say -o PATH.jsonl")
    _refuse_overwriting((*sources, *map(str, (*actors, *types))), path)
    reader = Reader(actors=actors, types=types, thorough=thorough)
    _tell(reader, quiet=quiet)
    shares_terminal = path is None and sys.stdout is not None and sys.stdout.isatty()
    log = Log(
        quiet=quiet,
        debug=bool(ctx.obj and ctx.obj["debug"]),
        progress=not (form == "jsonl" and shares_terminal),
    )
    pages: Iterator[Page | Failure] = (
        page for one in sources for page in stage.read(one, allow_private=allow_private)
    )

    def results() -> Iterator[Reading | Failure]:
        _build_gazetteer(quiet=quiet)
        return reader.read_many(
            log.note(pages), published=published, outlet=outlet, processes=processes
        )

    if form == "jsonl" and path:
        from dateline.cli.lines import LineFile, read_done, skip_done  # noqa: PLC0415

        keep = 0
        if resume:
            done, keep = read_done(path, codebooks=reader.digests)
            log.skipped = done.total()
            pages = skip_done(pages, done, published=day, outlet=outlet)
        with LineFile(path, keep=keep) as lines:
            _write_lines(log, results(), lines.write)
    else:
        with _open(path) as out:
            _write(log, results(), form, out)
    log.close()
    return FAILED if log.failed else DONE


def _tell(reader: Reader, *, quiet: bool) -> None:
    """Tell what a person should know about their dictionaries, before anything is read."""
    if not quiet:
        for notice in reader.notices:
            complain(notice)


def _build_gazetteer(*, quiet: bool) -> None:
    """Build the index of place names where there is none, and say why that takes a while."""
    from dateline.tables import gazetteer_cache  # noqa: PLC0415 - not needed for --help
    from dateline.tables.gazetteer import open_gazetteer  # noqa: PLC0415

    if gazetteer_cache.is_built():
        return
    if not quiet:
        complain("building the gazetteer, once; about 15 s")
    try:
        open_gazetteer()
    except OSError as error:
        raise UsageError(
            f"the gazetteer cannot be kept in {gazetteer_cache.index_folder().parent}:"
            f" {error.strerror or error}",
            hint="let DATELINE_CACHE name a folder with 50 MB of room",
        ) from error


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

        def write(line: bytes) -> None:
            out.write(line)
            out.flush()

        _write_lines(log, results, write)
    elif form == "json":
        _write_json(log, results, out)
    else:
        _write_page(list(log.sift(results)), form, out)
    out.flush()


def _write_lines(
    log: Log, results: Iterator[Reading | Failure], write: Callable[[bytes], None]
) -> None:
    for reading in log.sift(results):
        write(reading.to_json().encode() + b"\n")


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
