"""Victims: how many people the words for a victim stand for, where no number says it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline import tables
from dateline.extract.figures.nouns import NOUNS, sector_at
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

SINGULAR_PRONOUNS = frozenset(
    ["he", "she", "him", "her", "himself", "herself", "self", "i", "me", "myself"]
)
# "Another was wounded", "a fourth was hurt".
ANOTHER = frozenset({"another", "second", "third", "fourth", "fifth"})
NOUN_LIKE = frozenset({"NN", "JJ", "CD", "VB", "VBP", "UH", "RB", "FW"})
PERSON_ENDINGS = ("er", "or", "ist", "ian", "ee", "ant", "boy", "girl", "mate", "ess")
# A longer list is a list of other things.
MOST_MEMBERS = 8
NOBODY = frozenset(
    {"no", "nobody", "none", "any", "anyone", "every", "each", "neither", "many", "whoever"}
)


@cache
def _words() -> dict[str, frozenset[str]]:
    table = tables.load_toml("figures_victims.toml")
    return {name: frozenset(words.split()) for name, words in table.items()}


def victim_words(name: str) -> frozenset[str]:
    """Return one of the word sets of `figures_victims.toml`."""
    return _words()[name]


def is_one_person(  # noqa: PLR0911 - one return for each kind of word
    parse: Parse, token: int, *, lenient: bool
) -> bool:
    """Return whether the noun or name at `token` stands for a single human being.

    `lenient` takes names that the recogniser left untyped, and nouns in -er, -ist and the
    like, where the verb can have had nobody else for its object.
    """
    word, tag = parse.lowers[token], parse.tags[token]
    if word in SINGULAR_PRONOUNS or (tag == "PRP$" and word in ("his", "her")):
        return True
    if _is_nobody(parse, token) or _is_one_of_things(parse, token):
        return False
    if word == "old" and token and parse.words[token - 1] in ("-", "year"):
        return True
    if word in ANOTHER and tag in ("DT", "JJ", "NN"):
        return parse.deps[token] in ("nsubj", "nsubjpass", "dobj")
    known = word in victim_words("persons")
    if tag == "NNP":
        return _is_named_person(parse, token, known=known, lenient=lenient)
    if tag in NOUN_LIKE and (known or word == "old" or word.endswith("year-old")):
        return True
    if tag != "NN":
        return False
    person = sector_at(parse, token, token + 1) is not None or word.endswith(("man", "woman"))
    return person or (lenient and word.endswith(PERSON_ENDINGS))


def _is_pair(parse: Parse, token: int) -> bool:
    """Return whether two people are meant: "a couple", "her parents", "the twins"."""
    if parse.lowers[token] in ("couple", "pair"):
        return parse.tags[token] == "NN"
    owned = any(parse.deps[c] in ("poss", "det") for c in parse.children[token])
    return parse.lowers[token] in ("parents", "grandparents", "twins") and owned


def _is_one_of_things(parse: Parse, token: int) -> bool:
    """Return whether "one" is one of several animals or things: "one of the family dogs"."""
    if parse.lowers[token] != "one" or parse.lowers[token + 1 : token + 2] != ["of"]:
        return False
    nouns = [c for c in parse.children[token + 1] if parse.deps[c] == "pobj"]
    lemmas = {parse.lemmas[noun].lower() for noun in nouns}
    return bool(lemmas & (victim_words("animals") | victim_words("things")))


def _is_nobody(parse: Parse, token: int) -> bool:
    word, lemma = parse.lowers[token], parse.lemmas[token].lower()
    if lemma in victim_words("deaths") or lemma in word_set("no_person"):
        return True
    if word in victim_words("animals") or {word, lemma} & victim_words("things"):
        return True
    # A dateline in capitals, "WILKES-BARRE --", opens its paragraph.
    opens = token - parse.paragraphs[parse.paragraph_of[token]][0] < 3
    dashed = parse.lowers[token + 1 : token + 2] in (["-"], ["--"], ["–"], ["—"], [","], ["("])
    return opens and dashed and len(word) > 3 and parse.words[token].isupper()


def _is_named_person(parse: Parse, token: int, *, known: bool, lenient: bool) -> bool:
    kind = parse.ents[token]
    if kind == "PERSON":
        return True
    if known or sector_at(parse, token, token + 1):
        return kind not in ("ORG", "GPE", "FAC", "LOC")
    return lenient and kind == ""


class People(NamedTuple):
    """The people that a phrase names: how many, their head tokens, and its token range."""

    number: int
    heads: tuple[int, ...]
    first: int
    stop: int


def count_people(parse: Parse, token: int, taken: frozenset[int], *, lenient: bool) -> People:
    """Return the single people that the phrase at `token` names.

    Coordinated people are summed ("his wife and son": 2); a plural without a number counts
    for nothing, since nobody can say how many there were. `taken` tokens are counted by a
    number already.
    """
    members, either = _members(parse, token)
    total, counted = 0, []
    for member in members:
        before = [child for child in parse.children[member] if child < member]
        own = (child for child in parse.children[member] if parse.deps[child] != "conj")
        if member in taken or any(child in taken for child in own):
            continue
        if any(parse.lowers[child] in NOBODY for child in before):
            continue
        pair = _is_pair(parse, member)
        plural = parse.tags[member] in ("NNS", "NNPS")
        if pair or (not plural and is_one_person(parse, member, lenient=lenient)):
            total += 2 if pair else 1
            counted.append(member)
    if not counted:
        return People(0, (), token, token + 1)
    first = min(parse.base_phrase(member)[0] for member in counted)
    heads = tuple(counted[:1] if either else counted)
    return People(min(total, 1) if either else total, heads, first, max(counted) + 1)


def _members(parse: Parse, token: int) -> tuple[list[int], bool]:
    """Return the heads coordinated with `token`, and whether only one of them is meant."""
    members, either = [token], False
    for member in members:
        either = either or any(parse.lowers[c] in ("or", "nor") for c in parse.children[member])
        if len(members) > MOST_MEMBERS:
            break
        members.extend(
            child
            for child in parse.children[member]
            if child > member and _can_join(parse, child) and _is_joined(parse, child)
        )
    return members, either


def _is_joined(parse: Parse, token: int) -> bool:
    """Return whether the noun is the next of a list: "a man, [a woman] and a boy"."""
    if parse.deps[token] == "conj":
        return True
    listed = any(parse.deps[c] == "conj" for c in parse.children[token])
    return parse.deps[token] == "appos" and listed and parse.tags[token] == "NN"


def _can_join(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    return parse.tags[token] in NOUNS or word in SINGULAR_PRONOUNS or word == "old"
