"""Victims: how many people the words for a victim stand for, where no number says it."""

from __future__ import annotations

from functools import cache

from dateline import tables
from dateline.extract.figures.nouns import NOUNS, sector_at
from dateline.records.parses import Parse

SINGULAR_PRONOUNS = frozenset(
    ["he", "she", "him", "her", "himself", "herself", "self", "i", "me", "myself"]
)
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


def is_one_person(parse: Parse, token: int, *, lenient: bool) -> bool:
    """Return whether the noun or name at `token` stands for a single human being."""
    word, tag, lemma = parse.lowers[token], parse.tags[token], parse.lemmas[token].lower()
    if word in SINGULAR_PRONOUNS:
        return True
    if lemma in victim_words("deaths") or lemma in (
        "case",
        "fatality",
        "infection",
        "injury",
        "casualty",
        "body",
    ):
        return False
    if word in victim_words("animals") or word in victim_words("things"):
        return False
    if word == "old" and token and parse.words[token - 1] in ("-", "year"):
        return True
    if (
        parse.words[token].isupper()
        and len(word) > 3
        and token - parse.paragraphs[parse.paragraph_of[token]][0] < 3
        and parse.lowers[token + 1 : token + 2] in (["-"], ["--"], ["–"], ["—"], [","], ["("])
    ):
        return False
    if tag == "NNP":
        if parse.ents[token] == "PERSON":
            return True
        if word in victim_words("persons") or sector_at(parse, token, token + 1):
            return parse.ents[token] not in ("ORG", "GPE", "FAC", "LOC")
        return lenient and parse.ents[token] == ""
    if tag in ("NN", "JJ", "CD", "VB", "VBP", "UH", "RB", "FW") and (
        word in victim_words("persons") or word == "old" or word.endswith("year-old")
    ):
        return True
    if tag == "NN":
        return (
            sector_at(parse, token, token + 1) is not None
            or word.endswith(("man", "woman"))
            or (
                lenient
                and lemma not in victim_words("things")
                and word.endswith(
                    ("er", "or", "ist", "ian", "ee", "ant", "boy", "girl", "mate", "ess")
                )
            )
        )
    return False


def count_people(
    parse: Parse, token: int, taken: frozenset[int], *, lenient: bool
) -> tuple[int, int, int]:
    """Return how many single people the phrase at `token` names, and its token range.

    Coordinated people are summed ("his wife and son": 2); a plural without a number gives
    0 for the whole, since nobody can say how many there were.
    """
    members, either = [token], False
    for member in members:
        either = either or any(parse.lowers[c] in ("or", "nor") for c in parse.children[member])
        if len(members) > 8:
            break
        for child in parse.children[member]:
            if (
                parse.deps[child] == "conj"
                and child > member
                and (
                    parse.tags[child] in NOUNS
                    or parse.lowers[child] in SINGULAR_PRONOUNS
                    or parse.lowers[child] == "old"
                )
            ):
                members.append(child)
    total, counted = 0, []
    for member in members:
        if member in taken or any(c in taken for c in parse.children[member]):
            continue
        if any(parse.lowers[c] in NOBODY for c in parse.children[member] if c < member):
            continue
        if parse.lowers[member] in ("couple", "pair") and parse.tags[member] == "NN":
            total += 2
            counted.append(member)
        elif parse.tags[member] in ("NNS", "NNPS"):
            continue
        elif is_one_person(parse, member, lenient=lenient):
            total += 1
            counted.append(member)
    total = min(total, 1) if either else total
    if not counted:
        return 0, token, token + 1
    first = min(parse.base_phrase(member)[0] for member in counted)
    return total, first, max(counted) + 1
