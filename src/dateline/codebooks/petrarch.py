"""PETRARCH's dictionaries of actors and of agents, as its manual describes them.

```text
SUDAN_ [SDN]                     # an actor: its name, and its code
+SUDANESE_                       # a synonym
RAPID_SUPPORT_FORCES
+RSF
    [SDNMIL <20230415]           # until that day; >DATE from it on; DATE-DATE between both
    [SDNREB >20230415]
POLICE_OFFICER {} [~COP]         # an agent: {} has no plural, {POLICE} is the plural
!PERSON! = MAN, MEN, WOMAN       # a set of words
CONGRESS!PERSON! [~LEG]
```

Dates are YYYYMMDD or YYMMDD and included; `#`, `;` and `<!-- -->` are comments. Codes with
their dates may also stand behind the name, as TABARI has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dateline.codebooks.codes import take_apart
from dateline.codebooks.dates import parse_digits
from dateline.codebooks.pages import CodebookPage, quoted
from dateline.records.codebooks import Actor, Agent, Coding

NULL = "---"
_SET = re.compile(r"!([^!\s]+)!\s*=\s*(.*)")
_MARKER = re.compile(r"!([^!\s]*)!")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_PLURAL = re.compile(r"\{([^{}]*)\}")
_SPLIT = re.compile(r"([<>])(\d+)|(\d+)-(\d+)")
_A_CODE = re.compile(r"[^\s<>\[\]{}~]+")
CODES = "a code in brackets such as [SDNREB] or [SDNREB >20230415]"
DATES = "a day such as 20230415 or 230415"
NAMES = "a name such as RAPID_SUPPORT_FORCES [SDNREB]"


@dataclass(slots=True)
class _Record:
    """One actor while it is read: its names, and its codes with their dates."""

    line: int
    names: list[str]
    codings: list[Coding] = field(default_factory=list)


def read_petrarch(page: CodebookPage) -> tuple[list[Actor], list[Agent]]:
    """Return the actors and agents of a dictionary; what is wrong is noted in `page`."""
    return _Reader(page).read()


class _Reader:
    """Reads one dictionary line by line."""

    def __init__(self, page: CodebookPage) -> None:
        self.page = page
        self.records: list[_Record] = []
        self.agents: list[Agent] = []
        self.sets: dict[str, list[str]] = {}
        self.month_first = _is_month_first(page)
        # Whether the line before was an agent or could not be read: no code belongs to it.
        self.open = False

    def read(self) -> tuple[list[Actor], list[Agent]]:
        lines = list(_without_comments(self.page))
        # A set may be defined behind the words that use it.
        for number, line in lines:
            if match := _SET.fullmatch(line):
                words = [word.strip() for word in match[2].split(",") if word.strip()]
                self.sets[match[1]] = words
                if not words:
                    self.page.refuse(number, quoted(line), "words behind the =, with commas")
        for number, line in lines:
            if not _SET.fullmatch(line):
                self._read_line(number, line)
        actors = [self._to_actor(record) for record in self.records]
        self._note_doubles(actors)
        if not (actors or self.agents or self.page.problems):
            self.page.refuse(1, "no actors", f"{NAMES}, or a CSV with a column called name")
        return actors, self.agents

    def _read_line(self, number: int, line: str) -> None:
        if line.startswith(("---", "- ", "&")):
            self.page.refuse(number, f"{quoted(line)} of a dictionary of verbs", NAMES)
            self.open = False
        elif line.startswith("["):
            if self.open:
                self.records[-1].codings += self._codings(number, line)
            elif not self._is_refused_before():
                self.page.refuse(number, quoted(line), "the name of an actor before its codes")
        elif line.startswith("+"):
            self._read_synonym(number, line[1:])
        elif "~" in line:
            self.open = False
            self._read_agent(number, line)
        else:
            self._read_actor(number, line)

    def _is_refused_before(self) -> bool:
        # What follows a line that was refused is refused with it, once.
        return bool(self.page.problems) and not self.open

    def _read_synonym(self, number: int, rest: str) -> None:
        name = _name(rest)
        if not name or any(sign in rest for sign in "[]{}~"):
            self.page.refuse(number, quoted("+" + rest), "a synonym such as +RSF, without a code")
        elif self.open:
            self.records[-1].names.append(name)
        elif not self._is_refused_before():
            self.page.refuse(number, quoted("+" + rest), "an actor before its synonyms")

    def _read_actor(self, number: int, line: str) -> None:
        head, bracket, _ = line.partition("[")
        name = _name(head)
        self.open = bool(name) and not any(sign in head for sign in "]{}!<>=")
        if not self.open:
            self.page.refuse(number, quoted(line), NAMES)
            return
        self.records.append(_Record(number, [name]))
        if bracket:
            self.records[-1].codings += self._codings(number, line[len(head) :])

    def _codings(self, number: int, text: str) -> Iterator[Coding]:
        left = _BRACKET.sub("", text).strip()
        if left:
            self.page.refuse(number, quoted(text), CODES)
            return
        for inside in _BRACKET.findall(text):
            code, *rest = inside.split() or [""]
            if not _A_CODE.fullmatch(code):
                self.page.refuse(number, quoted(f"[{inside}]"), CODES)
                continue
            dates = self._dates(number, inside, "".join(rest))
            if dates is None:
                continue
            if code == NULL:
                yield Coding(None, None, None, *dates, self.page.where(number))
            else:
                country, sector = take_apart(code, cameo=True)
                yield Coding(code, country, sector, *dates, self.page.where(number))

    def _dates(
        self, number: int, inside: str, stated: str
    ) -> tuple[date | None, date | None] | None:
        """Return the first and last day of a restriction; None if it is none."""
        if not stated:
            return None, None
        match = _SPLIT.fullmatch(stated)
        if match is None:
            expected = "<DATE, >DATE or DATE-DATE behind the code, as in [SDNREB >20230415]"
            self.page.refuse(number, quoted(f"[{inside}]"), expected)
            return None
        digits = [match[2]] if match[1] else [match[3], match[4]]
        days = [parse_digits(one, month_first=self.month_first) for one in digits]
        for one, day in zip(digits, days, strict=True):
            if day is None:
                self.page.refuse(number, f"{quoted(one)} in {quoted(f'[{inside}]')}", DATES)
                return None
        if match[1]:
            return (None, days[0]) if match[1] == "<" else (days[0], None)
        first, last = days
        if first is not None and last is not None and last < first:
            self.page.refuse(
                number, f"{quoted(f'[{inside}]')}, which ends on {last} and begins on {first}",
                "the earlier day first (years 00 to 30 are 2000 to 2030; YYYYMMDD is safe)",
            )  # fmt: skip
            return None
        return first, last

    def _read_agent(self, number: int, line: str) -> None:
        head, _, tail = line.partition("[")
        code, closed, after = tail.partition("]")
        plural = _PLURAL.search(head)
        name = _PLURAL.sub("", head).strip()
        code = code.strip()
        bare = code.strip("~")
        is_code = code.count("~") == 1 and len(code) == len(bare) + 1
        if not closed or after.strip() or not (is_code and _A_CODE.fullmatch(bare)):
            self.page.refuse(number, quoted(line), "an agent such as POLICE_OFFICER [~COP]")
            return
        if not _name(name) or any(sign in name for sign in "{}]"):
            self.page.refuse(number, quoted(line), "an agent such as AIR_FORCE {} [~MIL]")
            return
        forms = self._forms(number, name, plural[1] if plural else None)
        _, sector = take_apart(bare, cameo=True)
        where = self.page.where(number)
        self.agents.append(Agent(tuple(forms), bare, where, sector, code.endswith("~")))

    def _forms(self, number: int, name: str, plural: str | None) -> list[str]:
        marker = _MARKER.search(name)
        if marker is not None:
            words = self.sets.get(marker[1])
            if words is None:
                defined = ", ".join(f"!{one}!" for one in self.sets) or "none is defined"
                self.page.refuse(
                    number, f"!{marker[1]}!", f"a set of words that is defined ({defined})"
                )
                return []
            several = [name[: marker.start()] + word + name[marker.end() :] for word in words]
            return [form for one in several for form in self._forms(number, one, "")]
        if "!" in name:
            self.page.refuse(number, quoted(name), "a set of words such as !PERSON!, closed")
            return []
        found = [name, _regular_plural(name) if plural is None else plural.strip()]
        return [_name(form) for form in found if _name(form)]

    def _to_actor(self, record: _Record) -> Actor:
        if not record.codings and not self.page.problems:
            self.page.note(
                record.line, f"{quoted(record.names[0])} has no code, so that it is coded as nobody"
            )
        nobody = Coding(None, where=self.page.where(record.line))
        codings = tuple(record.codings) or (nobody,)
        return Actor(tuple(record.names), codings, names_one=False)

    def _note_doubles(self, actors: list[Actor]) -> None:
        lines: dict[str, int] = {}
        for record, actor in zip(self.records, actors, strict=True):
            for name in actor.names:
                key = name.casefold()
                before = lines.get(key)
                if before is not None and before != record.line:
                    self.page.note(
                        record.line, f"{quoted(name)} stands in line {before} too; this one holds"
                    )
                lines[key] = record.line


def _without_comments(page: CodebookPage) -> Iterator[tuple[int, str]]:
    """Yield the lines that say something, with their numbers."""
    # Line ends stay, so that the numbers do.
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), "\n".join(page.lines))
    for number, line in enumerate(text.split("\n"), 1):
        said = re.split("[#;]", line, maxsplit=1)[0].strip()
        if said:
            yield number, said


def _is_month_first(page: CodebookPage) -> bool:
    """Return whether the dates of six digits are MMDDYY: some must be, none can be YYMMDD only."""
    found: dict[bool, tuple[int, str]] = {}
    for number, line in _without_comments(page):
        for inside in _BRACKET.findall(line):
            for digits in re.findall(r"(?<!\d)\d{6}(?!\d)", inside):
                year = parse_digits(digits) is not None
                month = parse_digits(digits, month_first=True) is not None
                if year != month:
                    found.setdefault(month, (number, digits))
    if found.keys() != {True}:
        return False
    first, odd = found[True]
    page.note(first, f"{quoted(odd)} is no YYMMDD, so that such dates are read as MMDDYY")
    return True


def _name(text: str) -> str:
    """Return a name with blanks for underscores.

    >>> _name("RAPID_SUPPORT_FORCES_ ")
    'RAPID SUPPORT FORCES'
    """
    return " ".join(text.replace("_", " ").split())


def _regular_plural(noun: str) -> str:
    if noun.endswith(("Y", "y")):
        return noun[:-1] + "IES"
    return noun + ("ES" if noun.endswith(("S", "s")) else "S")
