"""Wholes: totals and parts that stand in different sentences, or that arithmetic joins.

"The army flew 23 sorties. In the north it flew 15, in the south eight": what adds up exactly
belongs together. A figure of a place is part of a larger one of the country around it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.nouns import FATES, OWNERS
from dateline.extract.figures.wordsets import TOTALS
from dateline.records.parses import Parse
from dateline.records.readings import Place

# Sentences, and figures, that a part may stand away from its whole.
SENTENCES = 3
FIGURES = 10
FEWEST_PARTS = 2
# What can be told by place.
BY_PLACE = frozenset(
    ["killed", "injured", "detained", "missing", "displaced", "infected", "participants", "damaged"]
)
VICTIMS = frozenset({"victims", "casualties"})
HARMS = frozenset({"killed", "injured", "missing", "infected", "detained"})


def find_wholes(
    parse: Parse,
    drafts: Sequence[Draft],
    found: Mapping[int, int],
    places: Sequence[Place | None],
) -> dict[int, int]:
    """Return further parts with their wholes, beside those already `found`.

    `places` holds the place of each figure, None where it has none.
    """
    more: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        if draft.implicit or draft.members:
            continue
        for part in _summands(parse, drafts, number):
            _join(part, number, found, more)
        if number in found:
            continue
        for whole in (
            _fated(parse, drafts, number),
            _out_of(parse, drafts, number),
            _of_country(parse, drafts, number, places),
        ):
            if whole is not None:
                _join(number, whole, found, more)
                break
    return more


def _join(part: int, whole: int, found: Mapping[int, int], more: dict[int, int]) -> None:
    """Note a part, unless it has a whole or holds its whole itself."""
    above: int | None = whole
    for _ in range(FIGURES):
        if above is None:
            break
        if above == part:
            return
        above = found.get(above, more.get(above))
    if part not in found and part not in more:
        more[part] = whole


def _apart(parse: Parse, one: Draft, other: Draft) -> int:
    return abs(parse.sentence_of[one.first] - parse.sentence_of[other.first])


def _alike(one: Draft, other: Draft) -> bool:
    return one.measure == other.measure and one.unit == other.unit and not other.implicit


def _exact(draft: Draft) -> bool:
    return draft.low is not None and draft.low == draft.high and draft.measure != "share"


def _summands(parse: Parse, drafts: Sequence[Draft], number: int) -> list[int]:
    """Return the figures behind (or before) one that add up to it exactly."""
    whole = drafts[number]
    if not _exact(whole) or whole.measure == "price" or whole.value_or() < FEWEST_PARTS:
        return []
    for step in (1, -1):
        total, members = 0.0, []
        end = max(-1, min(len(drafts), number + step * FIGURES))
        for at in range(number + step, end, step):
            part = drafts[at]
            if _apart(parse, whole, part) > SENTENCES or total >= whole.value_or():
                break
            if not _alike(whole, part) or part.members:
                continue
            if not _exact(part) or part.value_or() >= whole.value_or() or not part.value_or():
                break
            total += part.value_or()
            members.append(at)
        if total == whole.value_or() and len(members) >= FEWEST_PARTS:
            return members
    return []


def _fated(parse: Parse, drafts: Sequence[Draft], number: int) -> int | None:
    """Return the whole of "two of the dead" in an earlier sentence."""
    part = drafts[number]
    words = parse.lowers[part.stop : part.stop + 3]
    if len(words) < 3 or words[0] != "of" or words[1] not in OWNERS:
        return None
    measures = {TOTALS[words[2]]} if words[2] in FATES else HARMS if words[2] in VICTIMS else None
    for at in range(number - 1, max(-1, number - FIGURES), -1):
        whole = drafts[at]
        if _apart(parse, whole, part) > SENTENCES:
            break
        same = whole.measure in measures if measures else _same_noun(parse, whole, words[2])
        if same and not whole.implicit and whole.value_or() > part.value_or():
            return at
    return None


def _same_noun(parse: Parse, whole: Draft, word: str) -> bool:
    return whole.head >= 0 and parse.lowers[whole.head] == word


def _out_of(parse: Parse, drafts: Sequence[Draft], number: int) -> int | None:
    """Return the whole of "208 died out of 8,454 cases", "484 deaths from 11,735 cases"."""
    if number + 1 >= len(drafts):
        return None
    part, whole = drafts[number], drafts[number + 1]
    between = parse.lowers[part.stop : whole.first]
    if _apart(parse, part, whole) or part.value_or() >= whole.value_or():
        return None
    if between[-2:] == ["out", "of"] and "and" not in between:
        return number + 1
    from_cases = part.measure == "killed" and whole.measure == "infected"
    return number + 1 if from_cases and between[-1:] in (["from"], ["among"]) else None


def _of_country(
    parse: Parse, drafts: Sequence[Draft], number: int, places: Sequence[Place | None]
) -> int | None:
    """Return the larger figure of the country that the place of a figure lies in."""
    part, place = drafts[number], places[number]
    if place is None or part.measure not in BY_PLACE or _is_country(place) or part.more:
        return None
    near = range(max(0, number - FIGURES), min(len(drafts), number + FIGURES))
    for at in sorted(near, key=lambda n: abs(n - number)):
        whole, around = drafts[at], places[at]
        if around is None or not _is_country(around) or around.country != place.country:
            continue
        fits = _alike(whole, part) and whole.value_or() > part.value_or() and not whole.members
        if fits and _apart(parse, whole, part) <= SENTENCES:
            return at
    return None


def _is_country(place: Place) -> bool:
    return (place.feature or "").startswith("PCL")
