"""States: what is told of the counted right behind them: "26 dead", "five were hurt"."""

from __future__ import annotations

from dateline.extract.figures.cues import (
    WEAK_WORDS,
    is_fatal,
    lexicon,
    patient_measure,
    pick,
    state_at,
)
from dateline.extract.figures.nouns import NOUNS
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

# The counted do it to others; and: it is denied that it befell them.
# And: nobody can say which of two fates befell how many.
ACTS, DENIED, EITHER = "acts", "denied", "either"
# Words looked at behind the counted noun. A longer reach brought in other clauses (GVA).
REACH = 14
# A bracketed remark longer than this is no remark.
ASIDE = 16
OPENERS = frozenset({"DT", "CD", "PRP$", *NOUNS, "PRP", "JJ", "PDT"})
STEPPED = frozenset({"RB", "RBR", "MD", "TO", "WDT", "WP", "EX"})
HOSPITALS = frozenset({"hospital", "hospitals", "clinic", "clinics", "infirmary"})
OPENS_ASIDE = frozenset({",", "(", "–", "—", "--", "-"})
BEGIN_FIGURE = frozenset({"dozens", "hundreds", "scores", "thousands", "several"})


def find_state(parse: Parse, at: int, *, person: bool | None) -> str | None:
    """Return the measure told from token `at` on, or ACTS, or DENIED."""
    if at >= len(parse):
        return None
    end = min(parse.sentences[parse.sentence_of[at]][1], at + REACH)
    passive = negated = False
    while at < end:
        word = parse.lowers[at]
        if found := state_at(parse, at, person=person):
            return DENIED if negated else _to_measure(parse, at, found, passive=passive)
        if parse.tags[at].startswith("VB") and word not in word_set("auxiliaries"):
            return _verb(parse, at, person=person, passive=passive)
        passive = passive or word in word_set("passives")
        negated = negated or word in word_set("negations")
        at = _step(parse, at, end, person=person)
    return None


def find_adjacent(parse: Parse, at: int, *, person: bool | None) -> str | None:
    """Return the measure of a participle or adjective right at `at`: "the five [wounded]"."""
    if at >= len(parse) or parse.tags[at] not in ("VBN", "JJ", "NN", "NNS"):
        return None
    found = state_at(parse, at, person=person)
    return found[0] if found else None


def _to_measure(parse: Parse, at: int, found: tuple[str, int], *, passive: bool) -> str:
    measure, stop = found
    if _is_either(parse, stop, measure):
        return EITHER
    if measure == "deployed" and not HOSPITALS.isdisjoint(parse.lowers[stop : stop + 6]):
        return "injured"
    if not passive and _acts(parse, at, stop):
        return ACTS
    shot = measure == "injured" and parse.lowers[at] in WEAK_WORDS
    return "killed" if shot and is_fatal(parse, at) else measure


def _is_either(parse: Parse, stop: int, measure: str) -> bool:
    """Return whether the fates are thrown together: "eight were killed or wounded"."""
    if measure not in ("killed", "injured") or parse.lowers[stop : stop + 1] not in (
        ["or"],
        ["and/or"],
    ):
        return False
    other = state_at(parse, stop + 1, person=True) if stop + 1 < len(parse) else None
    return bool(other and other[0] in ("killed", "injured") and other[0] != measure)


def _step(parse: Parse, at: int, end: int, *, person: bool | None) -> int:
    """Return the token to look at next, `end` where the search is over."""
    word, tag = parse.lowers[at], parse.tags[at]
    if word in word_set("auxiliaries") or tag in STEPPED or word in word_set("when"):
        return at + 1
    if tag == "NNP" and parse.ents[at] in ("DATE", "TIME"):
        return at + 1
    follows = parse.lowers[at + 1] if at + 1 < end else ""
    if word in (",", "(") and follows in ("who", "and", "or"):
        return at + 1
    if word in OPENS_ASIDE and follows in word_set("asides"):
        ends = range(at + 2, min(at + ASIDE, len(parse)))
        closing = {",": {","}, "(": {")"}}.get(word, OPENS_ASIDE - {",", "("})
        closes = (t for t in ends if parse.lowers[t] in closing)
        return next(closes, end) + 1
    if word in ("and", "or") and follows and _begins_figure(parse, at + 1):
        at += 2
        while (
            at < end
            and parse.tags[at] in ("CD", "JJ", "VBG", *NOUNS)
            and not state_at(parse, at, person=person)
        ):
            at += 1
        return at
    return end


def _begins_figure(parse: Parse, at: int) -> bool:
    return parse.tags[at] == "CD" or parse.lowers[at] in BEGIN_FIGURE


def _verb(parse: Parse, at: int, *, person: bool | None, passive: bool) -> str | None:
    lemma, known = parse.lemmas[at].lower(), lexicon()
    if lemma in known.subject and (measure := pick(known.subject[lemma], person=person)):
        if passive and measure == "participants":
            return None
        if lemma in word_set("suffer_verbs"):
            return measure if has_wound(parse, at) or suffers_alone(parse, at) else None
        moved = lemma in ("evacuate", "burn") and not passive
        return None if moved and object_follows(parse, at + 1) else measure
    progressive = parse.tags[at] == "VBG" and "being" not in parse.lowers[max(0, at - 3) : at]
    if passive and not progressive and lemma in known.patient:
        return patient_measure(parse, at, person=person)
    if lemma == "lose" and person and not object_follows(parse, at + 1):
        return lost(parse, at)
    return _phrase(parse, at, person=person) if lemma in ("take", "lose", "place", "put") else None


def _phrase(parse: Parse, at: int, *, person: bool | None) -> str | None:
    """Return the measure of a state of several words near `at`: "lost their lives"."""
    for token in range(at, min(at + 5, len(parse))):
        found = state_at(parse, token, person=person)
        if found and found[1] > token + 1 and len(parse.lowers[token]) > 2:
            return found[0]
    return None


def lost(parse: Parse, at: int) -> str:
    """Return what "were lost" tells: missing at sea and the like, killed elsewhere."""
    first, last = parse.sentences[parse.sentence_of[at]]
    near = set(parse.lowers[first:last])
    at_sea = "from" in parse.lowers[at + 1 : at + 2] or word_set("waters") & near
    return "missing" if at_sea else "killed"


def suffers_alone(parse: Parse, at: int) -> bool:
    """Return whether "suffered" has nothing behind it: "hundreds of civilians suffered"."""
    return parse.lemmas[at].lower() == "suffer" and parse.lowers[at + 1 : at + 2] in (
        [","],
        ["."],
        [";"],
        [],
    )


def has_wound(parse: Parse, at: int) -> bool:
    """Return whether an injury is named soon behind `at`: "suffered severe burns"."""
    wounds = word_set("harm_nouns")
    return any(parse.lemmas[t].lower() in wounds for t in range(at + 1, min(at + 8, len(parse))))


def _acts(parse: Parse, at: int, stop: int) -> bool:
    """Return whether the cue is an active verb with an object: "two gunmen killed five"."""
    if stop - at > 1 or not parse.tags[at].startswith("VB"):
        return False
    return parse.lemmas[at].lower() in lexicon().patient and object_follows(parse, stop)


def object_follows(parse: Parse, at: int) -> bool:
    """Return whether a noun phrase that is no time begins at `at`, in the same sentence."""
    if at >= len(parse) or parse.sentence_of[at] != parse.sentence_of[at - 1]:
        return False
    if parse.tags[at] not in OPENERS or parse.lowers[at] in word_set("when"):
        return False
    return parse.ents[at] not in ("DATE", "TIME")
