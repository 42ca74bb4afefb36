"""Drafts: the figures with their measure and what they count, before parts and anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.records.readings import Measure

PEOPLE = frozenset(
    {
        "killed",
        "injured",
        "detained",
        "missing",
        "displaced",
        "infected",
        "participants",
        "deployed",
    }
)
SUMS = frozenset({"money", "price", "share"})
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure in the making.

    `first`, `stop`: tokens of the number; `noun_first`, `head`: of the counted noun, head -1
    for none; `weak`: shot or stabbed, which may have killed; `members`: the spans that an
    implicit sum adds up; `heads`: the nouns of the people told one by one.
    """

    start: int
    end: int
    first: int
    stop: int
    low: float | None
    high: float | None
    approximate: bool
    measure: Measure
    head: int = -1
    noun_first: int = -1
    of: Range | None = None
    unit: str | None = None
    per: str | None = None
    implicit: bool = False
    more: bool = False
    pronoun: bool = False
    weak: bool = False
    members: tuple[Range, ...] = ()
    heads: tuple[int, ...] = ()
    why: Mapping[str, str] = field(default_factory=dict)

    def value_or(self) -> float:
        """Return the number stated, whichever side of it is open."""
        return self.low if self.low is not None else self.high or 0.0
