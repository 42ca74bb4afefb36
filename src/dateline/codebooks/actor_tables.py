"""A user's actors as a table: CSV with a line for each actor, or for each time it was one.

```text
name,aliases,code,country,sector,kind,start,end
Rapid Support Forces,RSF|Janjaweed,,Sudan,MIL,organization,,2023-04-14
Rapid Support Forces,,,SDN,REB,,2023-04-15,
```

Only `name` and one of `code`, `country` and `sector` are needed. The columns are told apart
by commas, semicolons or tabs, the aliases by `|`, or by `;` where no column is.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date
from typing import cast, get_args

from dateline.codebooks.codes import SECTORS, countries, take_apart
from dateline.codebooks.dates import parse_iso
from dateline.codebooks.pages import CodebookPage, quoted
from dateline.records.codebooks import Actor, Agent, Coding
from dateline.records.readings import EntityKind

COLUMNS = ("name", "aliases", "code", "country", "sector", "kind", "start", "end")
CODING = frozenset({"code", "country", "sector"})
KINDS = get_args(EntityKind)
DELIMITERS = ",;\t"


@dataclass(slots=True)
class _Row:
    """One actor while its lines are read."""

    names: list[str]
    kind: EntityKind | None
    codings: list[Coding] = field(default_factory=list)


def is_actor_table(page: CodebookPage) -> bool:
    """Return whether a file is a table: its first line names columns, `name` among them."""
    return _header(page) is not None


def _header(page: CodebookPage) -> tuple[int, str, list[str]] | None:
    """Return the number of the line of columns, the sign between them, and their names."""
    for number, line in enumerate(page.lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        for sign in DELIMITERS:
            names = [cell.strip(' "').lower() for cell in line.split(sign)]
            if "name" in names and CODING & set(names):
                return number, sign, names
        return None
    return None


def read_actor_table(page: CodebookPage) -> tuple[list[Actor], list[Agent]]:
    """Return the actors of a table; what is wrong is noted in `page`."""
    header = _header(page)
    assert header is not None
    number, sign, names = header
    for name in names:
        if name not in COLUMNS:
            page.note(
                number, f"the column {quoted(name)} is not used; used are {', '.join(COLUMNS)}"
            )
        elif names.count(name) > 1:
            page.refuse(number, f"the column {quoted(name)} twice", "each column once")
            return [], []
    rows: dict[str, _Row] = {}
    # Comments stay as empty lines, so that the numbers of the lines do.
    kept = ("" if line.startswith("#") else line for line in page.lines[number:])
    lines = csv.reader((line + "\n" for line in kept), delimiter=sign, strict=True)
    at = number + 1
    while True:
        try:
            cells = next(lines)
        except StopIteration:
            break
        except csv.Error as error:
            page.refuse(number + lines.line_num, f"broken quotation marks ({error})",
                        'a cell such as "Smith, John"')  # fmt: skip
            break
        if any(cell.strip() for cell in cells):
            _read_row(page, at, names, cells, rows, "|" if sign == ";" else "|;")
        at = number + lines.line_num + 1
    actors = [
        Actor(tuple(dict.fromkeys(row.names)), tuple(row.codings), row.kind)
        for row in rows.values()
        if row.codings
    ]
    if not actors and not page.problems:
        page.refuse(number, "no actors", "lines below the one that names the columns")
    return actors, []


def _read_row(  # noqa: PLR0917 - one line of the table
    page: CodebookPage,
    line: int,
    names: list[str],
    cells: list[str],
    rows: dict[str, _Row],
    signs: str,
) -> None:
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        found = f"{len(cells)} cells in {quoted(','.join(cells))}"
        page.refuse(line, found, f'{len(names)}, one a column; a comma in a cell needs "…" around')
        return
    row = {name: " ".join(cell.split()) for name, cell in zip(names, cells, strict=False)}
    name = row.get("name", "")
    if not any(map(str.isalnum, name)):
        page.refuse(line, f"no name in {quoted(','.join(cells))}", "a name in the column name")
        return
    coding, kind = _coding(page, line, row), _kind(page, line, row)
    known = rows.setdefault(name.casefold(), _Row([name], None))
    aliases = row.get("aliases", "")
    for sign in signs[1:]:
        aliases = aliases.replace(sign, signs[0])
    known.names += [alias.strip() for alias in aliases.split(signs[0]) if alias.strip()]
    known.kind = kind or known.kind
    if coding is None:
        return
    for other in known.codings:
        if _overlap(coding, other):
            page.note(line, f"{quoted(name)} has two codes for the same days; the first one holds")
            break
    known.codings.append(coding)


def _coding(page: CodebookPage, line: int, row: dict[str, str]) -> Coding | None:
    code, sector = row.get("code", ""), row.get("sector", "").upper()
    stated = row.get("country", "")
    country = countries().get(stated.lower()) if stated else None
    sound = True
    if stated and country is None:
        page.refuse(
            line,
            f"the country {quoted(stated)}",
            "a state's name, or its ISO 3166 code such as SDN",
        )
        sound = False
    if sector and sector not in SECTORS:
        page.refuse(
            line, f"the sector {quoted(sector)}", f"one of PLOVER's: {' '.join(sorted(SECTORS))}"
        )
        sound = False
    if not (code or stated or sector):
        page.refuse(line, f"no code for {quoted(row['name'])}", "a code, a country or a sector")
        sound = False
    days: list[date | None] = []
    for name, last in (("start", False), ("end", True)):
        given = row.get(name, "")
        day = parse_iso(given, last=last) if given else None
        if given and day is None:
            page.refuse(
                line, f"the {name} {quoted(given)}", "a date such as 2023-04-15, 2023-04 or 2023"
            )
            sound = False
        days.append(day)
    first, end = days
    if first is not None and end is not None and end < first:
        page.refuse(line, f"the end {end} before the start {first}", "the start before the end")
        sound = False
    if not sound:
        return None
    told_country, told_sector = take_apart(code, cameo=False) if code else (None, None)
    return Coding(
        code or (country or "") + sector,
        country or told_country,
        sector or told_sector,
        first,
        end,
        page.where(line),
    )


def _kind(page: CodebookPage, line: int, row: dict[str, str]) -> EntityKind | None:
    kind = row.get("kind", "").lower()
    if not kind:
        return None
    if kind not in KINDS:
        page.refuse(line, f"the kind {quoted(kind)}", f"one of {', '.join(KINDS)}")
        return None
    return cast(EntityKind, kind)


def _overlap(one: Coding, other: Coding) -> bool:
    if one.is_dated != other.is_dated:
        # A code without dates is what holds when no dated one does.
        return False
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
        one.last or date.max
    )
