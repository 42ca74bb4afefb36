"""Fatal events: deaths that only the name of what happened tells: "a fatal shooting"."""

from __future__ import annotations

from dateline.extract.figures.cues import ATTEMPTS
from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.identities import in_the_past, latest_year
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

DEADLY = frozenset({"fatal", "deadly"})
ATTACKS = word_set("attacks")
MURDERS = frozenset(
    ["homicide", "murder", "slaying", "manslaughter", "killing", "homicides", "murders", "killings"]
)
SHAM = word_set("no_deaths")
UNREAL = ATTEMPTS | {"assault", "could", "would", "solving", "unsolved", "other"}
# How many a "triple homicide" killed at least.
TIMES = {"double": 2, "triple": 3, "quadruple": 4}
# Words between "fatal" and the attack, and before a murder that make it none.
REACH, BEFORE = 5, 7


def find_fatal_event(parse: Parse) -> Draft | None:
    """Return the event of a text that tells of the most dead, at least so many."""
    best: Draft | None = None
    latest = latest_year(parse)
    for token, word in enumerate(parse.lowers):
        found = None
        if word in DEADLY:
            found = _attack(parse, token)
        elif word in MURDERS and parse.tags[token] in ("NN", "NNP", "NNS"):
            found = _murder(parse, token)
        if found and in_the_past(parse, parse.sentence_of[token], latest):
            continue
        if found and (best is None or found.value_or() > best.value_or()):
            best = found
    return best


def _attack(parse: Parse, token: int) -> Draft | None:
    """Return the deaths of "a double fatal shooting"."""
    before = parse.lowers[max(0, token - 2) : token]
    if not UNREAL.isdisjoint(before):
        return None
    for at in range(token + 1, min(token + REACH, len(parse))):
        if parse.lowers[at] in ATTACKS and parse.tags[at] in ("NN", "NNP", "NNS"):
            between = [*before[-1:], *parse.lowers[token + 1 : at]]
            return _deaths(parse, token, at + 1, max(TIMES.get(w, 1) for w in [*between, ""]))
    return None


def _murder(parse: Parse, token: int) -> Draft | None:
    """Return the deaths of "a triple homicide" and "a murder-suicide"."""
    before = parse.lowers[token - 1] if token else ""
    after = parse.lowers[token + 1 : token + 3]
    near = parse.lowers[max(0, token - BEFORE) : token]
    if before in SHAM or (after and after[0] in SHAM) or not UNREAL.isdisjoint(near):
        return None
    own = after[:1] == ["suicide"] or after[-2:] in (["-", "suicide"], ["–", "suicide"])
    number = TIMES.get(before, 1)
    return _deaths(parse, token, token + 1, number + own)


def _deaths(parse: Parse, first: int, stop: int, number: int) -> Draft:
    return Draft(
        start=parse.starts[first], end=parse.ends[stop - 1], first=first, stop=stop, low=number,
        high=None, approximate=False, measure="killed", unit="people", implicit=True,
    )  # fmt: skip
