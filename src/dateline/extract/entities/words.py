"""The closed word lists of the layer, from `tables/entities_words.toml`."""

from __future__ import annotations

from functools import cache

from dateline.tables import load_toml


@cache
def words(name: str) -> frozenset[str]:
    """Return one list as a set.

    >>> "spokeswoman" in words("female"), "spokesman" in words("female")
    (True, False)
    """
    return frozenset(str(load_toml("entities_words.toml")[name]).split())


@cache
def sector_of(table: str) -> dict[str, str]:
    """Return the sector for each word of a table of the lists.

    >>> sector_of("sector_of")["naval"]
    'MIL'
    """
    rows = load_toml("entities_words.toml")[table].items()
    return {word: sector for sector, line in rows for word in line.split()}


@cache
def same_office() -> dict[str, frozenset[str]]:
    """Return for each office those that a text may call by its name."""
    rows = load_toml("entities_words.toml")["same_office"].items()
    return {name: frozenset(" ".join(line.split()).split(", ")) for name, line in rows}


@cache
def kinds_of(noun: str) -> frozenset[str]:
    """Return the kinds of people that a noun tells, by whose other nouns a text may go on.

    >>> sorted(kinds_of("researcher") & kinds_of("scientist")), sorted(kinds_of("table"))
    (['scholars'], [])
    """
    return frozenset(_kinds().get(noun.rpartition(" ")[2], ()))


@cache
def _kinds() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for kind, line in load_toml("entities_kinds.toml").items():
        for noun in str(line).split():
            found.setdefault(noun, set()).add(kind)
    return found
