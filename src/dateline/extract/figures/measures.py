"""Measures: what happened to those counted, or what the number measures.

The cue is looked for where grammar puts it: in the counted noun itself ("five deaths"),
behind it ("26 dead"), in the verb or noun that governs it, and before it ("killing five").
Tree and neighbours are both asked, since either is often wrong in headlines, capitals and
translations. What is still open takes over the measure of the figure before it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from dateline.extract.figures.before import find_before, find_heading, find_toll
from dateline.extract.figures.cues import WEAK_WORDS, is_attempt, lexicon, state_at
from dateline.extract.figures.governors import find_governor
from dateline.extract.figures.nouns import Counted, is_body, is_force, is_helper
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.states import ACTS, DENIED, EITHER, find_adjacent, find_state
from dateline.extract.figures.wordsets import TOTALS, word_set
from dateline.records.parses import Parse

# The phrase behind "of" that is stepped over: its length in words, and their tags.
OF_REACH = 7
OF_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "VBN", "CC", "HYPH"})


BODILY = frozenset({"killed", "injured", "missing", "damaged", "infected", "detained", "displaced"})


class Found(NamedTuple):
    """A measure, None where no cue tells; `by_cue` and `as_agent` say how it was found."""

    measure: str | None
    by_cue: bool = False
    as_agent: bool = False


NOTHING = Found(None)
# Words that tell of a count over a long time.
TALLIES = frozenset(
    {(a, b) for a in ("this", "last", "past", "previous") for b in ("year", "years", "decade")}
    | {("so", "far"), ("since", "january"), ("per", "year"), ("a", "year")}
)


def find_measure(
    parse: Parse, quantity: Quantity, counted: Counted, *, person: bool | None
) -> Found:
    """Return the measure of a count.

    `person` tells whether people are counted, None where nothing says.
    """
    found = _find(parse, quantity, counted, person=person)
    if found.measure in BODILY and _is_incident(parse, counted):
        return NOTHING
    if person is False and found.measure is None and is_body(parse, counted):
        met = _find(parse, quantity, counted, person=True)
        return met if met.measure == "participants" else found
    named = counted.head >= 0 or counted.pronoun
    if found.measure == "deployed" and named and not _may_be_sent(parse, counted):
        return NOTHING
    return found


def _is_incident(parse: Parse, counted: Counted) -> bool:
    """Return whether strikes, crashes or raids are counted, which neither die nor burn."""
    return counted.head >= 0 and parse.lemmas[counted.head].lower() in word_set("incidents")


def _may_be_sent(parse: Parse, counted: Counted) -> bool:
    return is_force(parse, counted) or is_helper(parse, counted)


def _find(parse: Parse, quantity: Quantity, counted: Counted, *, person: bool | None) -> Found:
    if measure := _noun_itself(parse, counted):
        return Found(measure, by_cue=True)
    if measure := _modifier(parse, counted, person=person):
        return Found(measure, by_cue=True)
    if _is_whole(parse, quantity):
        told = find_adjacent(parse, max(counted.stop, quantity.stop), person=person)
        return Found(told or "other", by_cue=told is not None, as_agent=True)
    ahead = find_state(parse, _behind(parse, quantity, counted), person=person)
    if ahead in (DENIED, EITHER):
        return Found("other" if ahead == EITHER else None, as_agent=True)
    if ahead == ACTS:
        named = person and counted.head >= 0
        return Found("participants" if named else None, as_agent=True)
    measure = (
        ahead
        or find_governor(parse, quantity, counted, person=person)
        or find_before(parse, quantity.first, person=person)
    )
    if measure is None and person is not False:
        measure = find_heading(parse, quantity)
    if measure is None and counted.head < 0 and not _joined(parse, quantity, counted):
        measure = find_toll(parse, quantity)
    return Found(measure, by_cue=measure is not None)


def _is_whole(parse: Parse, quantity: Quantity) -> bool:
    """Return whether only a part of these is told of: "three of the [five] victims died"."""
    first = quantity.first
    if first < 3 or parse.lowers[first - 1] not in ("the", "these", "those", "its", "their"):
        return False
    before = parse.tags[max(0, first - 5) : first - 2]
    return parse.lowers[first - 2] == "of" and "CD" in before


def _behind(parse: Parse, quantity: Quantity, counted: Counted) -> int:
    """Return where the words told of the counted begin, behind "of law enforcement bodies"."""
    at = max(counted.stop, quantity.stop)
    if counted.head < 0 or parse.lowers[at : at + 1] != ["of"]:
        return at
    end = at + 1
    while end < min(len(parse), at + OF_REACH) and parse.tags[end] in OF_TAGS:
        end += 1
    passive = end < len(parse) and parse.lowers[end] in word_set("passives")
    return end if passive and end > at + 1 else at


def _joined(parse: Parse, quantity: Quantity, counted: Counted) -> bool:
    """Return whether "and 35 others" goes on with a list rather than with a toll."""
    return counted.others and parse.lowers[quantity.first - 1] in ("and", ",")


def _noun_itself(parse: Parse, counted: Counted) -> str | None:
    if counted.head < 0:
        return None
    if counted.pronoun:
        # "two of the dead"
        return TOTALS[parse.lowers[counted.head]]
    lemma = parse.lemmas[counted.head].lower()
    decisive = word_set("decisive")
    if lemma not in decisive:
        lemma = parse.lowers[counted.head].rstrip("s")
    if _is_trial(parse, counted) or is_attempt(parse, counted.head):
        return None
    if lemma == "report" and "missing" in parse.lowers[counted.first : counted.stop + 3]:
        return "missing"
    measures = lexicon().noun.get(lemma)
    return measures[0] if measures and lemma in decisive else None


def _is_trial(parse: Parse, counted: Counted) -> bool:
    """Return whether cases at law are counted, and not the sick."""
    if parse.lemmas[counted.head].lower() != "case":
        return False
    return not word_set("trials").isdisjoint(parse.lowers[counted.first : counted.head])


def _modifier(parse: Parse, counted: Counted, *, person: bool | None) -> str | None:
    """Return the measure of a word inside the phrase: "18 dead officers", "40 burnt-out cars"."""
    states = word_set("modifiers")
    for token in range(counted.first, counted.head):
        if parse.lowers[token] in states and (found := state_at(parse, token, person=person)):
            return found[0]
    return None


def weak_noun(parse: Parse, counted: Counted) -> str | None:
    """Return the measure that the counted noun suggests where nothing else tells."""
    if counted.head < 0 or _is_trial(parse, counted) or is_attempt(parse, counted.head):
        return None
    known, lemma = lexicon().noun, parse.lemmas[counted.head].lower()
    measures = known.get(lemma) or known.get(parse.lowers[counted.head].rstrip("s"))
    return measures[0] if measures and lemma not in word_set("vague_nouns") else None


def is_weak(parse: Parse, quantity: Quantity, counted: Counted) -> bool:
    """Return whether only a shot or a stab is told, which may have killed."""
    stop = max(quantity.stop, counted.stop)
    first, last = parse.sentences[parse.sentence_of[quantity.first]]
    if counted.others or counted.more or quantity.more:
        # "Two others were shot": beside those who died.
        return False
    near = set(parse.lowers[max(first, quantity.first - 5) : min(last, stop + 9)])
    told = word_set("told_wounded")
    if parse.lowers[stop : stop + 1] in (["wounded"], ["injured"], ["hurt"]):
        return False
    if "gunshot" in near:
        return not (told - {"wounds", "wounded"}) & near
    return bool(WEAK_WORDS & near) and not told & near


def is_tally(parse: Parse, quantity: Quantity) -> bool:
    """Return whether the sentence counts over a year or more: "so far this year"."""
    first, last = parse.sentences[parse.sentence_of[quantity.first]]
    words = parse.lowers[first:last]
    return any(pair in TALLIES for pair in pairwise(words))
