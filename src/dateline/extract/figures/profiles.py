"""Profiles: what the words for a victim tell of the person: name, age, sex, grown up or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dateline.extract.figures.numerals import read_numeral
from dateline.extract.figures.victims import SINGULAR_PRONOUNS, victim_words
from dateline.records.parses import Parse

# From here on nobody says boy or girl, and up to here nobody says man or woman.
GROWN, SMALL = 20, 15
AGE_REACH = 6
# A single name may be a nickname or another's: only full names tell people apart.
FULL_NAME = 2
OLDEST = 115
APPOSED = 5
MONTHS = 12
# Words behind a noun in which "also" adds a person.
ADDED = 5


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one person; empty or None is unknown."""

    names: frozenset[str] = frozenset()
    age: float | None = None
    sex: str | None = None
    grown: bool | None = None
    noun: str = ""
    pronoun: bool = False
    definite: bool = False
    another: bool = False

    @property
    def general(self) -> bool:
        """Return whether the noun fits anybody: "man", "victim", "teen"."""
        return self.noun in victim_words("generic")

    @property
    def attacker(self) -> bool:
        """Return whether the noun tells of the one who did it."""
        return self.noun in victim_words("attackers")

    @property
    def innocent(self) -> bool:
        """Return whether the words tell of one who did not do it."""
        return self.another or self.noun in victim_words("innocents")

    def contradicts(self, other: Profile) -> bool:
        """Return whether both cannot be one person."""
        shared = not self.names.isdisjoint(other.names)
        if self.age is not None and other.age is not None:
            gap = abs(self.age - other.age)
            if gap > 1 or (gap and not shared):
                return True
        if self.sex and other.sex and self.sex != other.sex:
            return True
        if (self.attacker and other.innocent) or (other.attacker and self.innocent):
            return True
        if min(len(self.names), len(other.names)) >= FULL_NAME:
            return not shared
        if self.grown is None or other.grown is None:
            return False
        return self.grown != other.grown

    def agrees(self, other: Profile) -> bool:
        """Return whether something says that both are one person."""
        if self.contradicts(other):
            return False
        if self.names & other.names:
            return True
        if self.age is not None and self.age == other.age:
            return True
        told = self.noun == other.noun and (not other.general or other.definite)
        return bool(self.noun and told)

    def likeness(self, other: Profile) -> int:
        """Return how much two profiles that do not contradict each other have in common."""
        return (
            4 * (not self.names.isdisjoint(other.names))
            + 2 * (self.age is not None and self.age == other.age)
            + (2 - other.general) * bool(self.noun and self.noun == other.noun)
            + bool(self.sex and self.sex == other.sex)
            + (self.grown is not None and self.grown == other.grown)
        )

    def joined(self, other: Profile) -> Profile:
        """Return the profile with what the other adds."""
        return replace(
            self,
            names=self.names | other.names,
            age=self.age if self.age is not None else other.age,
            sex=self.sex or other.sex,
            grown=self.grown if self.grown is not None else other.grown,
            noun=other.noun if not self.noun or self.general else self.noun,
            definite=True,
        )


@dataclass(frozen=True, slots=True)
class Register:
    """What the whole text tells of each word of a name: age, sex, the full name."""

    ages: Mapping[str, float] = field(default_factory=dict)
    sexes: Mapping[str, str] = field(default_factory=dict)
    full: Mapping[str, frozenset[str]] = field(default_factory=dict)


def read_register(parse: Parse) -> Register:
    """Return the ages and sexes told beside the names of persons, in one pass."""
    ages: dict[str, float] = {}
    sexes: dict[str, str] = {}
    full: dict[str, frozenset[str]] = {}
    for first, stop, kind in parse.names():
        if kind != "PERSON":
            continue
        age = _age_behind(parse, stop)
        if age is None:
            age = _age_before(parse, first, beside=True)
        sex = _sex_in(parse, max(0, first - AGE_REACH), first) if age is not None else None
        names = frozenset(_names_around(parse, first))
        for name in names:
            if len(names) >= FULL_NAME:
                full.setdefault(name, names)
            if age is not None:
                ages.setdefault(name, age)
            if sex:
                sexes.setdefault(name, sex)
    return Register(ages, sexes, full)


def read_profile(parse: Parse, token: int, register: Register) -> Profile:
    """Return what the phrase headed by `token` tells of one person."""
    word = parse.lowers[token]
    if word in SINGULAR_PRONOUNS or parse.tags[token] == "PRP$":
        return Profile(sex=_sex_of(word), pronoun=True, definite=True)
    first, _ = parse.base_phrase(token)
    first = max(first, token - AGE_REACH)
    told = _names_around(parse, token) or _apposed(parse, token)
    names = frozenset(told).union(*(register.full.get(name, ()) for name in told))
    age = _age_before(parse, token + 1, floor=first)
    if age is None:
        age = _age_behind(parse, token + 1)
    if age is None:
        age = next((register.ages[n] for n in names if n in register.ages), None)
    sex = _sex_in(parse, first, token + 1)
    if sex is None:
        sex = next((register.sexes[n] for n in names if n in register.sexes), None)
    words = parse.lowers[first : token + 1]
    return Profile(
        names=names,
        age=age,
        sex=sex,
        grown=_grown(words, age),
        noun="" if names else word,
        definite=bool(names) or not {"a", "an"} & set(words),
        another=not victim_words("others").isdisjoint(words) or _is_added(parse, token),
    )


def _is_added(parse: Parse, token: int) -> bool:
    """Return whether somebody is set beside those told of: "a woman was also shot"."""
    stop = parse.sentences[parse.sentence_of[token]][1]
    return "also" in parse.lowers[token + 1 : min(stop, token + ADDED)]


def _grown(words: list[str], age: float | None) -> bool | None:
    if age is not None:
        return True if age >= GROWN else False if age <= SMALL else None
    if not victim_words("adults").isdisjoint(words):
        return True
    return None if victim_words("children").isdisjoint(words) else False


def _sex_of(word: str) -> str | None:
    if word == "her" or word in victim_words("women"):
        return "f"
    return "m" if word == "his" or word in victim_words("men") else None


def _sex_in(parse: Parse, first: int, stop: int) -> str | None:
    """Return the sex that the last telling word of the range gives; "his wife" is a woman."""
    for token in range(stop - 1, first - 1, -1):
        if parse.tags[token] != "PRP$" and (sex := _sex_of(parse.lowers[token])):
            return sex
    return None


def _names_around(parse: Parse, token: int) -> list[str]:
    """Return the words of the personal name that covers `token`, titles left out."""
    if parse.ents[token] != "PERSON":
        return _no_nouns([parse.lowers[token]]) if parse.tags[token] == "NNP" else []
    first = token
    while first and not parse.ent_begins[first] and parse.ents[first - 1] == "PERSON":
        first -= 1
    stop = token + 1
    while stop < len(parse) and parse.ents[stop] == "PERSON" and not parse.ent_begins[stop]:
        stop += 1
    return _no_nouns([parse.lowers[t] for t in range(first, stop) if parse.words[t][:1].isalpha()])


def _no_nouns(words: list[str]) -> list[str]:
    """Return the words without "Teen", "Suspect" and "Boy", which headlines capitalise."""
    nouns = victim_words("persons") | victim_words("untitled")
    return [word for word in words if word not in nouns]


def _apposed(parse: Parse, token: int) -> list[str]:
    """Return a name right behind the noun: "a 14-year-old boy, Frederick Austin"."""
    for at in range(token + 1, min(token + APPOSED, len(parse))):
        if parse.ents[at] == "PERSON":
            return _names_around(parse, at)
        if parse.lowers[at] not in (",", "identified", "as", "named"):
            break
    return []


def _age_behind(parse: Parse, stop: int) -> float | None:
    """Return the age of "the boy, 7," that begins at the comma."""
    if parse.lowers[stop : stop + 1] not in ([","], ["("]) or stop + 1 >= len(parse):
        return None
    if parse.tags[stop + 1] != "CD" or parse.lowers[stop + 2 : stop + 3] == ["-"]:
        return None
    ends = parse.lowers[stop + 2] if stop + 2 < len(parse) else "."
    closed = ends in (",", ".", ")", "and", "of", "was", "died", "is", "has", ";")
    return _age(parse.lowers[stop + 1]) if closed else None


def _age_before(parse: Parse, stop: int, floor: int = 0, *, beside: bool = False) -> float | None:
    """Return the age of a "7-year-old" that ends within a few words before `stop`.

    `beside` allows only nouns in between: "7-year-old student Ana Reis".
    """
    for token in range(stop - 1, max(floor, stop - AGE_REACH) - 1, -1):
        word = parse.lowers[token]
        old = word == "old" or word.endswith("-old")
        if beside and not old and parse.tags[token] not in ("NN", "NNP", "JJ"):
            return None
        if word.endswith(("-year-old", "-month-old")):
            return _age(word.split("-")[0], months="month" in word)
        if word == "old" and token >= 2:
            unit = parse.lowers[token - 2] if parse.lowers[token - 1] == "-" else ""
            unit = unit or parse.lowers[token - 1]
            back = token - 3 if parse.lowers[token - 1] == "-" else token - 2
            if back >= 0 and parse.lowers[back] == "-":
                back -= 1
            if unit in ("year", "years", "month", "months") and back >= 0:
                return _age(parse.lowers[back], months=unit.startswith("month"))
    return None


def _age(written: str, *, months: bool = False) -> float | None:
    number = read_numeral(written, 0)
    if number is None or number.vague or not 0 < number.value < OLDEST:
        return None
    if not months:
        return number.value
    # A baby of 20 months is a year old; of five months, less than one.
    return number.value // MONTHS if number.value >= MONTHS else number.value / 100
