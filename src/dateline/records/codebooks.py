"""Codebooks: the actors and event types that a user brings along, as frozen values.

`dateline.codebooks` reads them from files; the layers of entities and events apply them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.records.parses import Parse
from dateline.records.readings import EntityKind, EventType

# The days of which a date of publication tells: one, or all of a month or a year.
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Coding:
    """What an actor is coded as, from `first` to `last`, both included; None is open.

    `code` is None where the user says that the actor has none (PETRARCH's null code).
    `country` and `sector` are None where the codebook does not tell them; `where` is the
    file and line.
    """

    code: str | None
    country: str | None = None
    sector: str | None = None
    first: date | None = None
    last: date | None = None
    where: str = ""

    @property
    def is_dated(self) -> bool:
        """Return whether it holds for some time only."""
        return self.first is not None or self.last is not None

    def holds(self, days: Days) -> bool:
        """Return whether it holds on all of `days`."""
        after = self.first is None or self.first <= days[0]
        return after and (self.last is None or days[1] <= self.last)


@dataclass(frozen=True, slots=True, eq=False)
class Actor:
    """An actor of a user's dictionary: its names, and what it is coded as, and when.

    `names_one` says whether all names are of one actor (a line of CSV) or may be of several
    that share a code (PETRARCH's synonyms).
    """

    names: tuple[str, ...]
    codings: tuple[Coding, ...]
    kind: EntityKind | None = None
    names_one: bool = True

    def coding(self, days: Days | None) -> Coding | None:
        """Return the coding that holds on `days`: a dated one before one without dates.

        >>> now = Coding("SDNREB", first=date(2023, 4, 15))
        >>> actor = Actor(("RSF",), (Coding("SDNMIL"), now))
        >>> [actor.coding(to_days(day)).code for day in ("2023-05", "2019-06-03")]
        ['SDNREB', 'SDNMIL']
        """
        if days is not None:
            for coding in self.codings:
                if coding.is_dated and coding.holds(days):
                    return coding
        return next((coding for coding in self.codings if not coding.is_dated), None)


@dataclass(frozen=True, slots=True, eq=False)
class Agent:
    """A role of PETRARCH's agent dictionary; its code goes behind that of its country.

    `forms` are its words in lower case, `goes_first` says that the code stands in front.
    """

    forms: tuple[str, ...]
    code: str
    where: str
    sector: str | None = None
    goes_first: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that tells an event, and the start and end of the words that tell it."""

    text: str
    marked: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class OwnType:
    """An event type of the user's: how it is recognised, and the PLOVER type it is one of.

    Where `type` is None, an event that our rules find keeps its type, and another is OTHER.
    `triggers` may be verbs or nouns, in the notation of `events_triggers.toml`. `threshold`
    is the least similarity between a sentence and an example that makes it one of the type.
    """

    name: str
    where: str
    description: str = ""
    type: EventType | None = None
    mode: str | None = None
    triggers: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    unlike: tuple[Example, ...] = ()
    threshold: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Codebooks:
    """All that a user brought along; compared by identity, so that lookups can be kept.

    `parses` holds the parse of the text of each example, `digests` a line for each file with
    its SHA-256, `notices` what was taken as it is but may not be meant so.
    """

    actors: tuple[Actor, ...] = ()
    agents: tuple[Agent, ...] = ()
    types: tuple[OwnType, ...] = ()
    digests: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    parses: Mapping[str, Parse] = field(default_factory=dict)


def to_days(published: str | None) -> Days | None:
    """Return the first and the last day of which an EDTF date tells; None for no date.

    >>> to_days("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if published is None:
        return None
    parts = published[:10].split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else None
        day = int(parts[2]) if len(parts) > 2 else None
        opens = date(year, month or 1, day or 1)
        last = day or monthrange(year, month or 12)[1]
        return opens, date(year, month or 12, last)
    except ValueError:
        return None
