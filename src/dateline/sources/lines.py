"""Corpora: JSON Lines with one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.errors import BadRecord
from dateline.records.failures import Failure, to_failure
from dateline.records.pages import Page

EXPECTED = 'a JSON object with "text", and "key", "title", "published", "outlet", "url" if known'


def read_lines(lines: Iterable[bytes], where: str) -> Iterator[Page | Failure]:
    """Yield a page or a failure for each line that is not blank, in order."""
    for number, line in enumerate(lines, 1):
        body = line.removeprefix(b"\xef\xbb\xbf").strip()
        if not body:
            continue
        here = f"{where} line {number}"
        try:
            yield parse_line(body, here)
        except BadRecord as error:
            yield to_failure(error, where=here, stage="sources")


def parse_line(line: bytes, where: str) -> Page:
    """Return the page of one line of a corpus.

    Raises:
        BadRecord: if the line is no article.
    """
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadRecord(f"found bytes that are no UTF-8, expected {EXPECTED}") from error
    except (ValueError, RecursionError) as error:
        raise BadRecord(f"found no JSON ({error}), expected {EXPECTED}") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise BadRecord(f"found {_describe(record)}, expected {EXPECTED}")
    return Page(
        body=record["text"],
        where=where,
        key=_stated(record, "key"),
        title=_stated(record, "title"),
        published=_stated(record, "published"),
        outlet=_stated(record, "outlet"),
        url=_stated(record, "url"),
    )


def _stated(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise BadRecord(f'found {type(value).__name__} in "{name}", expected a string or null')


def _describe(record: object) -> str:
    if not isinstance(record, dict):
        return f"a JSON {type(record).__name__}"
    if "text" in record:
        return f'{type(record["text"]).__name__} in "text"'
    return 'an object without "text"'
