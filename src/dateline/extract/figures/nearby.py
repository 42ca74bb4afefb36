"""Nearby: the nearest cue of the sentence, where grammar gave none.

Translated and clipped news often puts the cue where no rule of position finds it. The cue
has to fit what is counted: people, things, or forces. Death and injury are left out: told
from afar they are wrong more often than right (GVA killed exact 0.80 without, 0.77 with).
"""

from __future__ import annotations

from dateline.extract.figures.cues import lexicon, patient_measure, pick, state_at
from dateline.extract.figures.nouns import Counted, is_force, is_person, sector_of
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

REACH = 22
# A semicolon or bracket in between counts as so many words.
BREAK = 5
BREAKS = frozenset({";", ":", "(", ")"})


def nearby_measure(parse: Parse, quantity: Quantity, counted: Counted) -> str | None:
    """Return the measure of the nearest cue that fits what is counted."""
    if sector_of(parse, counted) in ("BUS", "GOV"):
        return None
    if counted.head < 0 and (asked := _asked(parse, quantity)):
        return asked
    first, last = parse.sentences[parse.sentence_of[quantity.first]]
    best, gap = None, REACH
    for token in range(max(first, quantity.first - REACH), min(last, quantity.stop + REACH)):
        if quantity.first <= token < quantity.stop:
            continue
        distance = _distance(parse, quantity, token)
        if distance >= gap:
            continue
        found = _cue_at(parse, token, counted)
        if found and (found != "deployed" or counted.head < 0 or is_force(parse, counted)):
            best, gap = found, distance
    return best if best not in ("killed", "injured") else None


def _asked(parse: Parse, quantity: Quantity) -> str | None:
    """Return the measure asked for before a bare number: "how many died ...: one says 19"."""
    first = parse.sentences[parse.sentence_of[quantity.first]][0]
    lowers = parse.lowers
    asks = (t for t in range(first, quantity.first) if lowers[t : t + 2] == ["how", "many"])
    for ask in asks:
        for token in range(ask + 2, min(ask + 7, quantity.first)):
            lemma = parse.lemmas[token].lower()
            if found := state_at(parse, token, person=None):
                return found[0]
            if lemma in lexicon().subject:
                return pick(lexicon().subject[lemma], person=True)
    return None


def _distance(parse: Parse, quantity: Quantity, token: int) -> int:
    low, high = (token, quantity.first) if token < quantity.first else (quantity.stop - 1, token)
    return high - low + BREAK * sum(parse.lowers[t] in BREAKS for t in range(low, high))


def _cue_at(  # noqa: PLR0911 - one return for each kind of cue
    parse: Parse, token: int, counted: Counted
) -> str | None:
    lemma, pos, known = parse.lemmas[token].lower(), parse.pos[token], lexicon()
    person, topics = is_person(parse, counted), known.topic.get(lemma, ())
    if "deployed" in topics and is_force(parse, counted):
        return "deployed"
    if person is False:
        thing = parse.lemmas[counted.head].lower() in word_set("property")
        return "damaged" if thing and "damaged" in topics else None
    if found := state_at(parse, token, person=person):
        return found[0]
    if lemma not in word_set("near_only"):
        if pos == "VERB" and lemma in known.patient:
            return patient_measure(parse, token, person=person)
        if pos == "VERB" and lemma in known.subject:
            return pick(known.subject[lemma], person=person)
        if pos == "NOUN" and lemma in known.noun:
            return pick(known.noun[lemma], person=person)
    return "participants" if "participants" in topics else None
