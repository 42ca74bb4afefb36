"""The layer's tables as lookups: states, bodies, nouns, titles and words of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from dateline.extract.entities.spelling import fold
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

    def gender_of(self, given: str) -> str | None:
        """Return m or f for a given name, "" for one that both have, None for no given name.

        Of a double name the first half tells: "Kassym-Jomart".
        """
        folded = fold(given)
        found = self.genders.get(folded)
        return self.genders.get(folded.partition("-")[0]) if found is None else found


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
    rows = load_rows("states.tsv")
    adjectives = [(word.lower(), row[0]) for row in rows for word in _split(row[2])]
    bodies = _bodies()
    return Lexicon(
        states={name.lower(): row[0] for row in rows for name in _split(row[1])},
        state_names={row[0]: _split(row[1])[0] for row in rows},
        # "Congolese" is of the state that stands first.
        demonyms=dict(reversed(adjectives)),
        people={_plural(word): code for word, code in reversed(adjectives)},
        seats={name.lower(): row[0] for row in rows for name in _split(row[3])},
        bodies=bodies,
        body_words=_by_first_word(bodies),
        nouns=_nouns(),
        persons=load_words("entities_person_nouns.txt"),
        titles=_titles(),
        name_words=_name_words(),
        idle=load_words("entities_nonnames.txt"),
        genders={
            name: gender.removeprefix("x")
            for gender, names in load_rows("entities_given_names.tsv")
            for name in names.split()
        },
    )


def _bodies() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for names, sector, country, prefix in load_rows("entities_bodies.tsv"):
        sure = None if country == "-" or country.endswith("?") else country
        likely = country[:-1] if country.endswith("?") else None
        for group in names.split(";"):
            usual = group.split("|")
            body = Body(usual[0], sector, sure, prefix.removeprefix("-"), likely)
            found.update((name, body) for name in usual)
            # "The Guardian" is found without its article too.
            found.update((name[4:], body) for name in usual if name.startswith("The "))
    return found


def _by_first_word(bodies: dict[str, Body]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in bodies:
        parts = tuple(_TOKEN.findall(name))
        found.setdefault(parts[0], []).append(parts)
    for longest_first in found.values():
        longest_first.sort(key=len, reverse=True)
    return found


def _nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for kind, sector, lemmas in load_rows("entities_nouns.tsv"):
        either = kind == "either"
        noun = Noun(cast(EntityKind, "person" if either else kind), _sector(sector), either)
        for lemma in lemmas.split():
            found.setdefault(lemma, noun)
    return found


def _titles() -> dict[str, tuple[str, str | None]]:
    found: dict[str, tuple[str, str | None]] = {}
    for gender, sector, line in load_rows("entities_titles.tsv"):
        for word in line.split(", "):
            known_gender, known_sector = found.get(word, ("", None))
            found[word] = (
                known_gender or gender.removeprefix("-"),
                known_sector or _sector(sector),
            )
    return found


def _name_words() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for sector, line in load_rows("entities_orgwords.tsv"):
        for word in line.split():
            found.setdefault(word, _sector(sector))
    return found


def _sector(cell: str) -> str | None:
    return None if cell == "-" else cell
