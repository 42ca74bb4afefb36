"""The word lists by which place names are told, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.tables import load_toml, load_words

_LISTS = (
    "body",
    "street",
    "will",
    "never",
    "things",
    "titles",
    "parts",
    "vague",
    "grounds",
    "local",
    "endings",
    "naming",
    "residents",
    "features",
    "facilities",
    "moved",
    "blamed",
    "talks",
)


@dataclass(frozen=True)
class Words:
    """Word lists of `tables/places_words.toml`, as sets."""

    before: frozenset[str]
    before_weak: frozenset[str]
    kinds_of: frozenset[str]
    kinds_after: dict[str, int]
    body: frozenset[str]
    street: frozenset[str]
    will: frozenset[str]
    never: frozenset[str]
    things: frozenset[str]
    titles: frozenset[str]
    parts: frozenset[str]
    vague: frozenset[str]
    grounds: frozenset[str]
    local: frozenset[str]
    endings: frozenset[str]
    naming: frozenset[str]
    residents: frozenset[str]
    features: frozenset[str]
    facilities: frozenset[str]
    moved: frozenset[str]
    blamed: frozenset[str]
    talks: frozenset[str]
    common: frozenset[str]


@cache
def load_place_words() -> Words:
    """Return the word lists."""
    table = load_toml("places_words.toml")
    lists = table["words"]
    return Words(
        before=frozenset(table["before"]),
        before_weak=frozenset(table["before_weak"]),
        kinds_of=frozenset(table["kinds_of"]),
        common=load_words("places_common.txt"),
        kinds_after=dict(table["kinds_after"]),
        **{name: frozenset(lists[name]) for name in _LISTS},
    )
