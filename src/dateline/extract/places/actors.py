"""Names of countries and capitals that stand for their governments, or for an adjective.

"Moscow denied it" tells of an actor, "US stocks" of a kind of stocks: neither says where
anything is.
"""

from __future__ import annotations

from dateline.extract.places.mentions import Finder, Mention
from dateline.extract.places.words import Words
from dateline.records.parses import Parse

_ADJECTIVES = frozenset({".us", "us", ".uk", "uk", "united states"})
_GOVERNED = frozenset({"PCLI", "PCLD", "PPLC", "PCLH"})
_MEDALS = frozenset({"medal", "medals", "gold", "silver", "bronze", "trophy", "prize", "title"})
_GOES = frozenset({"going", "goes", "went", "awarded", "was"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})


def is_actor(finder: Finder, mention: Mention) -> bool:
    """Return whether a mention names a government or modifies a noun instead of a place."""
    parse, words = finder.parse, finder.words
    if _is_in_name(parse, mention, words.naming) or _is_winner(parse, mention):
        return True
    if mention.form in _ADJECTIVES and _modifies(parse, mention):
        return parse.lowers[parse.heads[mention.end - 1]] not in words.grounds
    if not _has_government(finder, mention.form):
        return False
    if _wills(parse, mention, words.will):
        return True
    # A country that is blamed may still be where it happens; a capital is its government.
    best = finder.gazetteer.find(mention.form)[:1]
    is_capital = any(c.feature == "PPLC" for c in best)
    return is_capital and _is_dealt_with(parse, mention, words)


def _is_in_name(parse: Parse, mention: Mention, naming: frozenset[str]) -> bool:
    """Return whether the words before make the place part of a name or of an adjective.

    "al-Qaeda in Iraq", "the minister for the Middle East", "pro-Moscow".
    """
    first = mention.first
    if first < 2:
        return False
    before = parse.lowers[max(first - 5, 0) : first]
    if before[-1] == "-" and before[-2] in {"pro", "anti", "non", "ex"}:
        return True
    if before[-1] == "the":
        before = before[:-1]
    if len(before) < 2 or before[-1] not in {"in", "of", "for", "and"}:
        return False
    if before[-2] in naming and before[-1] == "for":
        return True
    told = " ".join(before[:-1]).replace(" - ", "-")
    return told.endswith(("qaeda", "qaida", "islamic state", "islamic state of iraq"))


def _is_winner(parse: Parse, mention: Mention) -> bool:
    """Return whether a country or town is a team: "a silver medal for X", "lost to X"."""
    first, lowers = mention.first, parse.lowers
    if first < 2 or lowers[first - 1] not in {"to", "for", "over", "against"}:
        return False
    if mention.end < len(parse) and parse.tags[mention.end][:2] in {"NN", "PO", "JJ"}:
        # "a win over Ohio lawmakers"
        return False
    before = lowers[max(first - 4, 0) : first - 1]
    return lowers[first - 2] in {"lost", "lose", "defeat", "victory", "win"} or any(
        word in _MEDALS and not set(before[at + 1 :]) - _GOES for at, word in enumerate(before)
    )


def _modifies(parse: Parse, mention: Mention) -> bool:
    last = mention.end - 1
    return (
        mention.end < len(parse)
        and parse.deps[last] in _MODIFIERS
        and parse.heads[last] > last
        and parse.tags[mention.end][:2] in {"NN", "JJ", "VB", "HY"}
    )


def _has_government(finder: Finder, form: str) -> bool:
    """Return whether a name is a state's, a capital's, or that of a seat of power."""
    found = finder.gazetteer.find(form)
    if any(c.feature in _GOVERNED and c.grade >= 1 for c in found[:4]):
        return True
    # "The White House said": what speaks is no building.
    return any(c.feature == "FAC" and c.grade == 3 for c in found)


def _is_dealt_with(parse: Parse, mention: Mention, words: Words) -> bool:
    """Return whether a government is blamed or talked with: "accused Moscow", "a deal with X"."""
    last = mention.end - 1
    if last + 1 < len(parse) and parse.lowers[last + 1] == "'s":
        return False
    while parse.deps[last] == "conj" and parse.heads[last] != last:
        last = parse.heads[last]
    above = parse.heads[last]
    if parse.deps[last] == "dobj":
        return parse.lemmas[above] in words.blamed
    if parse.deps[last] != "pobj" or parse.lowers[above] not in {"with", "between"}:
        return False
    return parse.lemmas[parse.heads[above]].lower() in words.talks


def _wills(parse: Parse, mention: Mention, verbs: frozenset[str]) -> bool:
    """Return whether the name is the subject of a verb of saying or of political will."""
    last = mention.end - 1
    while parse.deps[last] == "conj" and parse.heads[last] != last:
        last = parse.heads[last]
    verb = parse.heads[last]
    if parse.deps[last] in {"nsubj", "nsubjpass"}:
        return parse.lemmas[verb] in verbs and parse.tags[verb].startswith("VB")
    if parse.deps[last] == "pobj" and parse.deps[verb] == "agent":
        return parse.lemmas[parse.heads[verb]] in verbs
    return (
        parse.deps[last] == "pobj"
        and parse.lowers[verb] == "to"
        and parse.lowers[verb - 1] == "according"
    )
