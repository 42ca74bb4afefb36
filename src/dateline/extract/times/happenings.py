"""Days told from a happening: "two days after the blast" where the text dates the blast.

The happenings of a text are the verbs that govern its days, with their subjects and objects,
and the nouns that its days modify ("Monday's attack"). Words of one kind stand for each
other: what exploded is the blast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import NUMBER, number_of
from dateline.records.parses import Parse
from dateline.tables import load_lines

_WHOSE = r"(?:the|his|her|its|their|that|this)\s+(?:(?!day|night)[a-z-]+\s+){0,1}?"
FROM_HAPPENING = re.compile(
    rf"\b(?:(?P<count>{NUMBER})\s+(?P<units>day|week|month|year)s?|(?:the|a|one)\s+(?P<unit>day|night|morning|evening|week|month|year))"
    rf"\s+(?P<way>before|after|following)\s+{_WHOSE}(?P<noun>[a-z]+)\b(?!-)",
    re.IGNORECASE,
)
DAY_OF = re.compile(
    rf"\b(?:the|that)\s+(?:very\s+)?(?P<unit>day|night|morning|afternoon|evening)\s+of\s+{_WHOSE}(?P<noun>[a-z]+)\b(?!-)",
    re.IGNORECASE,
)
DATED = re.compile(r"\s+(?:of|on|in)\s+(?:[A-Z]|\d)")
_PARTY = frozenset({"nsubj", "nsubjpass", "dobj"})
CLIMB = 4


@cache
def _kinds() -> dict[str, frozenset[int]]:
    """Return the numbers of the kinds of happening that each lemma may tell of."""
    kinds: dict[str, set[int]] = {}
    for number, line in enumerate(load_lines("times_happenings.txt")):
        for word in line.split():
            kinds.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in kinds.items()}


def kinds_of(lemma: str) -> frozenset[int]:
    """Return the kinds of happening that a lemma tells of, none for other words.

    >>> kinds_of("blast") == kinds_of("explode")
    True
    """
    return _kinds().get(lemma.lower(), frozenset())


def find_from_happenings(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield times told from a happening; their value is that of its day, moved."""
    for found in FROM_HAPPENING.finditer(text, start, end):
        # "A month after the coup of February 1" tells the day itself.
        if _is_happening(found["noun"]) and not DATED.match(text, found.end(), end):
            made = Wording(*found.span(), "offset", unit=_unit(found), base="happening")
            count = number_of(found["count"]) if found["count"] else 1
            made.count = (count or 0) * (-1 if found["way"].lower() == "before" else 1)
            made.name = found["noun"].lower()
            if count:
                yield made
    for found in DAY_OF.finditer(text, start, end):
        if _is_happening(found["noun"]):
            made = Wording(*found.span(), "offset", unit="day", count=0, base="happening")
            made.name = found["noun"].lower()
            yield made


def _is_happening(noun: str) -> bool:
    return bool(kinds_of(noun) or kinds_of(noun.removesuffix("s")))


def _unit(found: re.Match[str]) -> str:
    unit = (found["units"] or found["unit"]).lower()
    return "day" if unit in ("night", "morning", "evening") else unit


class Happenings:
    """The days of the happenings of one text, by kind; the first day told of each."""

    def __init__(self) -> None:
        """Start without any."""
        self._days: dict[int, date] = {}

    def note(self, parse: Parse, token: int, day: date) -> None:
        """Remember the day of what happens at the time that ends at a token."""
        for number in _told_at(parse, token):
            self._days.setdefault(number, day)

    def day_of(self, noun: str) -> date | None:
        """Return the day of what a noun tells of, None where the text does not date it."""
        kinds = kinds_of(noun) or kinds_of(noun.removesuffix("s"))
        return next((self._days[kind] for kind in sorted(kinds) if kind in self._days), None)


def _told_at(parse: Parse, token: int) -> set[int]:
    """Return the kinds of what the verb above a time, its parties, and its own noun tell of."""
    kinds: set[int] = set()
    at = token
    for _ in range(CLIMB):
        above = parse.heads[at]
        if above == at:
            break
        at = above
        if parse.pos[at] in ("NOUN", "VERB"):
            kinds |= kinds_of(parse.lemmas[at])
        if parse.pos[at] == "VERB":
            for child in parse.children[at]:
                if parse.deps[child] in _PARTY:
                    kinds |= kinds_of(parse.lemmas[child])
            break
    return kinds
