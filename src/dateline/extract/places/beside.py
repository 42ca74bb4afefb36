"""Words around a name that only a town has beside it: "12 km north of X", "the mayor of X"."""

from __future__ import annotations

from dateline.records.parses import Parse

# Words that put what happens beside a town, not in it.
_NEAR = frozenset({"near", "outside", "around", "surrounding", "nearby", "towards", "toward"})
_NEAR_OF = frozenset(
    {
        "outskirts", "suburb", "suburbs", "vicinity", "environs", "edge", "km", "kilometre",
        "kilometres", "kilometer", "kilometers", "mile", "miles",
    }
)  # fmt: skip
_COMPASS = frozenset(
    {
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
        "north-east", "north-west", "south-east", "south-west",
    }
)  # fmt: skip
_TOWN_OF = frozenset({"mayor", "streets", "centre", "center", "downtown", "city", "town", "port"})
_AREAS = frozenset({"area", "surroundings", "countryside", "outskirts", "suburbs"})
_KINDS = frozenset({"city", "town", "village"})


def is_beside(parse: Parse, first: int, end: int) -> bool:
    """Return whether something is said to be near a place: "12 km north of X"."""
    lowers = parse.lowers
    if end < len(lowers) and lowers[end] in _AREAS:
        return True
    before = _words_before(parse, first)
    if not before:
        return False
    if before[-1] in _NEAR or before[-2:] == ["close", "to"]:
        return True
    return is_beside_of(parse, first)


def is_beside_of(parse: Parse, first: int) -> bool:
    """Return whether "the outskirts of", "12 km from" or "north of" stands before a name."""
    before = _words_before(parse, first)
    if len(before) < 2 or before[-1] not in {"of", "from"}:
        return False
    if before[-2] in _NEAR_OF:
        return True
    if before[-2] not in _COMPASS:
        return False
    # "The north of X" is a part of it.
    return len(before) < 3 or before[-3] not in {"the", "in"}


def says_town(parse: Parse, first: int, end: int) -> bool:
    """Return whether the words around a name say that it is a town's."""
    before = _words_before(parse, first)
    if len(before) > 1 and before[-1] == "of" and before[-2] in _TOWN_OF:
        return True
    return bool(before) and (before[-1] == "downtown" or is_beside(parse, first, end))


def _words_before(parse: Parse, first: int) -> list[str]:
    """Return the three words before a name; "the city of" and articles are left out."""
    lowers = parse.lowers
    while first and lowers[first - 1] == "the":
        first -= 1
    if first > 2 and lowers[first - 1] == "of" and lowers[first - 2] in _KINDS:
        before = first - 2 - (lowers[first - 3] == "the")
        if before and lowers[before - 1] in _NEAR | {"of", "from"}:
            first = before
    return lowers[max(first - 3, 0) : first]
