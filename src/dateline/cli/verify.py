"""`dateline verify`: readings in, what does not hold out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dateline.cli import DONE, FAILED, WRONG_USE, complain
from dateline.errors import ReadingError


@click.command("verify", short_help="Prove every span, hash and reference of readings.")
@click.argument("readings", nargs=-1, required=True, metavar="READING...")
@click.option("-q", "--quiet", is_flag=True, help="Show faults only, no summary.")
def command(readings: tuple[str, ...], *, quiet: bool) -> int:
    """Prove that readings hold: every span is the text there, every id leads somewhere.

    A READING is a file with one reading or an array of them (.json), one a line
    (.jsonl), or - for standard input. Exit status 1 if anything fails, 2 if a file
    holds no reading.
    """
    from dateline.proof import verify  # noqa: PLC0415 - not needed for --help

    spans = count = faulty = wrong = 0
    for source in readings:
        try:
            for where, raw in _read(source):
                try:
                    proof = verify(raw)
                except ReadingError as error:
                    raise ReadingError(f"{where} {error.message}", hint=error.hint) from error
                count += 1
                spans += proof.spans
                faulty += not proof.holds
                for fault in proof.faults:
                    click.echo(f"{where}: {fault.path}: {fault.message}")
        except ReadingError as error:
            wrong += 1
            complain(error.message, error.hint)
    if not quiet and count:
        click.echo(
            f"proved {spans:,} spans in {count:,} readings;"
            + (f" {faulty:,} readings do not hold" if faulty else " all readings hold")
        )
    if wrong:
        return WRONG_USE
    return FAILED if faulty else DONE


def _read(source: str) -> Iterator[tuple[str, Any]]:
    """Yield each reading of a file, with its place for a person.

    Raises:
        ReadingError: if the file cannot be read, or a line of it is no JSON.
    """
    name = "standard input" if source == "-" else source
    try:
        if source.endswith(".jsonl"):
            with Path(source).open("rb") as lines:
                yield from _read_lines(lines, name)
            return
        if source == "-" and sys.stdin is None:
            raise ReadingError("standard input is closed", hint="name a file")
        body = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadingError(f"{name} cannot be opened: {reason}") from error
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        # Several objects in one stream are one reading a line.
        yield from _read_lines(body.splitlines(), name)
        return
    if isinstance(raw, list):
        yield from ((f"{name}[{number}]", one) for number, one in enumerate(raw))
    else:
        yield name, raw


def _read_lines(lines: Any, name: str) -> Iterator[tuple[str, Any]]:
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        try:
            yield f"{name} line {number}", json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReadingError(
                f"{name} line {number} is no JSON ({error})",
                hint="verify takes what `dateline read --format json` or jsonl wrote",
            ) from error
    if empty:
        raise ReadingError(f"{name} is empty, expected a reading")
