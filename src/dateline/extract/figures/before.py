"""Before: the verb, noun or toll that stands before a number: "killing five"."""

from __future__ import annotations

from dateline.extract.figures.cues import is_attempt, lexicon, patient_measure, pick, verb_in
from dateline.extract.figures.nouns import NOUNS
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import TOTALS, word_set
from dateline.records.parses import Parse

SKIPPED_TAGS = frozenset({"DT", "RB", "JJ", "RP", "``", "''", "PDT", "RBR"})
SKIPPED_WORDS = frozenset({"up", "down", "another", '"', "at", "least", "as", "many"})
UNTOLD = frozenset({"case", "crowd", "body", "patient"})
# Words before the colon of a list.
HEADING = 7
# Words that a toll and its number may stand apart.
TOLL_REACH = 22


def find_before(parse: Parse, first: int, *, person: bool | None) -> str | None:
    """Return the measure of a verb or noun right before the number: "killing all seven"."""
    known = lexicon()
    floor = max(parse.sentences[parse.sentence_of[first]][0], first - 7)
    for at in range(first - 1, floor - 1, -1):
        word, tag, lemma = parse.lowers[at], parse.tags[at], parse.lemmas[at].lower()
        if word.endswith("ing") and not tag.startswith("VB"):
            verb = verb_in(word, known.patient)
            if verb:
                return pick(known.patient[verb], person=person)
        named = tag in NOUNS and lemma in known.patient and parse.pos[at] != "PROPN"
        if tag.startswith("VB") or (named and word.endswith(("s", "ed"))):
            return _by_verb(parse, at, first, person=person)
        if word == "at" and parse.lemmas[at - 1].lower() in ("shoot", "fire", "strike"):
            # "He shot at seven people."
            return None
        if word in ("of", "to") and at > floor:
            return _by_noun(parse, at - 1, person=person)
        if tag not in SKIPPED_TAGS and word not in SKIPPED_WORDS:
            return None
    return None


def find_heading(parse: Parse, quantity: Quantity) -> str | None:
    """Return the measure of the word that heads a list: "Losses at sea: six officers"."""
    first = parse.sentences[parse.sentence_of[quantity.first]][0]
    words = parse.lowers[first : min(first + HEADING, quantity.first)]
    if ":" not in words:
        return None
    return "killed" if {"losses", "dead", "deaths"} & set(words[:2]) else None


def _by_verb(parse: Parse, at: int, first: int, *, person: bool | None) -> str | None:
    lemma = parse.lemmas[at].lower()
    passive = at and parse.lowers[at - 1] in word_set("passives")
    if lemma in lexicon().patient and not passive:
        return patient_measure(parse, at, person=person)
    # "At disorders suffered 22 employees": the verb before its subject.
    return "injured" if lemma == "suffer" and person and at == first - 1 else None


def _by_noun(parse: Parse, at: int, *, person: bool | None) -> str | None:
    noun, known = parse.lemmas[at].lower(), lexicon().noun
    if is_attempt(parse, at):
        return None
    if verb := verb_in(parse.lowers[at], lexicon().patient):
        # "the wounding of two others"
        return pick(lexicon().patient[verb], person=person)
    if noun not in known or noun in UNTOLD or (noun == "toll" and person is False):
        return None
    return pick(known[noun], person=person)


def find_toll(parse: Parse, quantity: Quantity) -> str | None:
    """Return the measure of a running total: "the death toll rose to 31"."""
    first, last = parse.sentences[parse.sentence_of[quantity.first]]
    verb, joins = "", word_set("toll_verbs")
    for at in range(quantity.first - 1, max(first, quantity.first - TOLL_REACH) - 1, -1):
        word, lemma, tag = parse.lowers[at], parse.lemmas[at].lower(), parse.tags[at]
        if tag.startswith("VB"):
            verb = verb or lemma
        if word in ("dead", "fatalities") or lemma in ("death", "toll"):
            return "killed" if not verb or verb in joins else None
        if word in (";", "casualties"):
            break
        counted = word in ("cases", "infections", "arrests", "injuries")
        heads = ("of", "number") if word == "victims" else ("of", "the", "number")
        listed = at and parse.lowers[at - 1] in heads and word in TOTALS
        if verb in joins and (counted or (listed and tag in ("JJ", "VBN", "NN", "NNS"))):
            return TOTALS[word]
    behind = parse.lowers[quantity.stop : min(quantity.stop + 2, last)]
    return "killed" if behind == ["the", "toll"] else None
