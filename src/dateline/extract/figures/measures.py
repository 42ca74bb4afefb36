"""Measures: what happened to those counted, or what the number measures.

The cue is looked for where grammar puts it: in the counted noun itself ("five deaths"),
behind it ("26 dead"), in the verb or noun that governs it, and before it ("killing five").
Tree and neighbours are both asked, since either is often wrong in headlines, capitals and
translations. What is still open takes over the measure of the figure before it.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.figures.before import find_before, find_toll
from dateline.extract.figures.cues import WEAK_WORDS, lexicon
from dateline.extract.figures.governors import find_governor
from dateline.extract.figures.nouns import Counted, is_body, is_force, is_helper
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.states import ACTS, DENIED, find_state
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse


class Found(NamedTuple):
    """A measure, None where no cue tells; `by_cue` and `as_agent` say how it was found."""

    measure: str | None
    by_cue: bool = False
    as_agent: bool = False


NOTHING = Found(None)


def find_measure(
    parse: Parse, quantity: Quantity, counted: Counted, *, person: bool | None
) -> Found:
    """Return the measure of a count.

    `person` tells whether people are counted, None where nothing says.
    """
    found = _find(parse, quantity, counted, person=person)
    if person is False and found.measure is None and is_body(parse, counted):
        met = _find(parse, quantity, counted, person=True)
        return met if met.measure == "participants" else found
    if found.measure == "deployed" and counted.head >= 0 and not _may_be_sent(parse, counted):
        return NOTHING
    return found


def _may_be_sent(parse: Parse, counted: Counted) -> bool:
    return is_force(parse, counted) or is_helper(parse, counted)


def _find(parse: Parse, quantity: Quantity, counted: Counted, *, person: bool | None) -> Found:
    if measure := _noun_itself(parse, counted):
        return Found(measure, by_cue=True)
    ahead = find_state(parse, max(counted.stop, quantity.stop), person=person)
    if ahead == DENIED:
        return Found(None, as_agent=True)
    if ahead == ACTS:
        named = person and counted.head >= 0
        return Found("participants" if named else None, as_agent=True)
    measure = (
        ahead
        or find_governor(parse, quantity, counted, person=person)
        or find_before(parse, quantity.first, person=person)
    )
    if measure is None and counted.head < 0 and not _joined(parse, quantity, counted):
        measure = find_toll(parse, quantity)
    return Found(measure, by_cue=measure is not None)


def _joined(parse: Parse, quantity: Quantity, counted: Counted) -> bool:
    """Return whether "and 35 others" goes on with a list rather than with a toll."""
    return counted.others and parse.lowers[quantity.first - 1] in ("and", ",")


def _noun_itself(parse: Parse, counted: Counted) -> str | None:
    if counted.head < 0:
        return None
    lemma = parse.lemmas[counted.head].lower()
    decisive = word_set("decisive")
    if lemma not in decisive:
        lemma = parse.lowers[counted.head].rstrip("s")
    trials = {"court", "murder", "criminal"}
    if lemma == "case" and not trials.isdisjoint(parse.lowers[counted.first : counted.head]):
        return None
    measures = lexicon().noun.get(lemma)
    return measures[0] if measures and lemma in decisive else None


def weak_noun(parse: Parse, counted: Counted) -> str | None:
    """Return the measure that the counted noun suggests where nothing else tells."""
    if counted.head < 0:
        return None
    known, lemma = lexicon().noun, parse.lemmas[counted.head].lower()
    measures = known.get(lemma) or known.get(parse.lowers[counted.head].rstrip("s"))
    return measures[0] if measures and lemma not in word_set("vague_nouns") else None


def is_weak(parse: Parse, quantity: Quantity, counted: Counted) -> bool:
    """Return whether only a shot or a stab is told, which may have killed."""
    stop = max(quantity.stop, counted.stop)
    first, last = parse.sentences[parse.sentence_of[quantity.first]]
    near = set(parse.lowers[max(first, quantity.first - 5) : min(last, stop + 7)])
    told = word_set("told_wounded")
    if "gunshot" in near:
        return not (told - {"wounds", "wounded"}) & near
    return bool(WEAK_WORDS & near) and not told & near
