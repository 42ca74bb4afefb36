"""The layer's tables as lookups: states, bodies, nouns, titles and words of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from dateline.records.readings import EntityKind
from dateline.tables import load_rows, load_words


@dataclass(frozen=True, slots=True)
class Body:
    """A body known by name: its usual name, sector, country, and code prefix.

    `likely` is the country where bodies of other countries have the same name.
    """

    name: str
    sector: str
    country: str | None
    prefix: str
    likely: str | None


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that stands for actors: what kind of actor, and its sector where it tells."""

    kind: EntityKind
    sector: str | None
    either: bool = False


@dataclass(frozen=True)
class Lexicon:
    """All lookups of the layer; keys are lower case, but for `bodies`."""

    states: dict[str, str]
    state_names: dict[str, str]
    demonyms: dict[str, str]
    people: dict[str, str]
    seats: dict[str, str]
    bodies: dict[str, Body]
    body_words: dict[str, list[tuple[str, ...]]]
    nouns: dict[str, Noun]
    persons: frozenset[str]
    titles: dict[str, tuple[str, str | None]]
    name_words: dict[str, str | None]
    idle: frozenset[str]
    genders: dict[str, str]


# Tokens as the parser cuts them: words, a genitive, single signs; "U.N." stays whole.
_TOKEN = re.compile(
    r"(?:[A-Z]\.)+[A-Z]?|\d+|'s\b|\w+(?:'\w+)?(?<!')(?='s\b)|\w+(?:'(?!s\b)\w+)*|[^\w\s]"
)


def _split(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split("|")


def _plural(noun: str) -> str:
    if noun.endswith(("man", "woman")) and noun not in {"german", "roman"}:
        return noun[:-2] + "en"
    return noun + "s"


@cache
def load_lexicon() -> Lexicon:
    """Return the lookups, read once from `dateline.tables`."""
    states: dict[str, str] = {}
    state_names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    people: dict[str, str] = {}
    seats: dict[str, str] = {}
    for code, names, adjectives, capitals in load_rows("states.tsv"):
        usual = _split(names)
        state_names[code] = usual[0]
        states.update((name.lower(), code) for name in usual)
        for word in _split(adjectives):
            demonyms.setdefault(word.lower(), code)
            people.setdefault(_plural(word.lower()), code)
        seats.update((name.lower(), code) for name in _split(capitals))
    bodies: dict[str, Body] = {}
    for names, sector, country, prefix in load_rows("entities_bodies.tsv"):
        for group in names.split(";"):
            body = Body(
                group.split("|")[0],
                sector,
                None if country == "-" or "?" in country else country,
                "" if prefix == "-" else prefix,
                country.rstrip("?") if "?" in country else None,
            )
            bodies.update((name, body) for name in group.split("|"))
    body_words: dict[str, list[tuple[str, ...]]] = {}
    for name in bodies:
        words = tuple(_TOKEN.findall(name))
        body_words.setdefault(words[0], []).append(words)
    for longest_first in body_words.values():
        longest_first.sort(key=len, reverse=True)
    nouns: dict[str, Noun] = {}
    for kind, sector, lemmas in load_rows("entities_nouns.tsv"):
        for lemma in lemmas.split():
            nouns.setdefault(
                lemma,
                Noun(
                    cast(EntityKind, "person" if kind == "either" else kind),
                    None if sector == "-" else sector,
                    kind == "either",
                ),
            )
    titles: dict[str, tuple[str, str | None]] = {}
    for gender, sector, line in load_rows("entities_titles.tsv"):
        for word in line.split(", "):
            known_gender, known_sector = titles.get(word, ("", None))
            titles[word] = (
                known_gender or ("" if gender == "-" else gender),
                known_sector or (None if sector == "-" else sector),
            )
    name_words: dict[str, str | None] = {}
    for sector, line in load_rows("entities_orgwords.tsv"):
        for word in line.split():
            name_words.setdefault(word, None if sector == "-" else sector)
    genders = {
        name: gender
        for gender, names in load_rows("entities_given_names.tsv")
        for name in names.split()
    }
    return Lexicon(
        states=states,
        state_names=state_names,
        demonyms=demonyms,
        people=people,
        seats=seats,
        bodies=bodies,
        body_words=body_words,
        nouns=nouns,
        persons=load_words("entities_person_nouns.txt"),
        titles=titles,
        name_words=name_words,
        idle=load_words("entities_nonnames.txt"),
        genders=genders,
    )
