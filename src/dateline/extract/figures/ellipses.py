"""Ellipses: what a bare number takes over from the figure before it."""

from __future__ import annotations

from dateline.extract.figures.cues import lexicon, patient_measure
from dateline.extract.figures.drafts import SUMS, Draft, Range
from dateline.extract.figures.money import named_subject
from dateline.extract.figures.nouns import FATES, NOUNS, Counted, is_person
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import TOTALS, word_set
from dateline.records.parses import Parse

# Words behind a bare number that can only be a sum or share like the one before.
AFTER_SUM = frozenset(
    {
        ".", ",", ";", ")", "for", "in", "when", "a", "to", "at", "from", "if", "was", "now", "the",
        "two", "of", "on", "per", "last", "this", "by", "and", "each",
    }
)  # fmt: skip
AFTER_COUNT = frozenset({",", ".", ";", "in", "to"})
INDEX = frozenset({"points", "index", "mark", "level"})
AMONG = frozenset({("among", "them"), ("among", "whom"), ("of", "whom"), ("of", "them")})
HELPING = frozenset({"was", "were", "have", "had", "has", "been"})
HURT = (["injured"], ["hurt"], ["wounded"], ["dead"], ["killed"])
HARMS = frozenset({"killed", "injured", "missing", "infected", "detained"})
# A price of the same thing lies within this factor of the one before.
ALIKE = 100
# A bare number that opens a sentence is another's estimate from here on.
RIVAL = 20
# "The nine judges" are those told of before; a larger number is worth telling.
SMALL = 10
# Words that "others" may stand behind the verb that hurt them.
OTHERS_REACH = 12
# Words that the noun and its number may stand apart.
TOLD_REACH = 16
# Words that may stand between two figures of one list.
LIST_GAP = 8


def spelled(parse: Parse, quantity: Quantity) -> str:
    """Return the number as written, in lower case."""
    return parse.text[quantity.core : quantity.bare].lower()


def is_like_before(  # noqa: PLR0911 - one return for each condition
    parse: Parse, quantity: Quantity, counted: Counted, before: list[Draft]
) -> bool:
    """Return whether a bare number is a sum or share, as the figure before it is.

    "Rs 1,850 for wheat and 2100 for mustard".
    """
    if not before or counted.head >= 0 or counted.pronoun or quantity.kind != "count":
        return False
    last = before[-1]
    same = parse.sentence_of[last.first] == parse.sentence_of[quantity.first]
    if last.measure not in SUMS or not same:
        return False
    after = parse.lowers[quantity.stop] if quantity.stop < len(parse) else "."
    if after not in AFTER_SUM:
        return False
    near = parse.lowers[max(0, quantity.first - 12) : quantity.stop + 4]
    if not INDEX.isdisjoint(near):
        return False
    if last.measure == "share":
        level = parse.lowers[quantity.first - 1] == "to"
        if level and "from" not in parse.lowers[max(0, last.first - 4) : quantity.first]:
            # "fell 4 percent to 77"
            return False
        return quantity.value <= 100 and spelled(parse, quantity) != "one"
    if last.measure == "price":
        return last.value_or() / ALIKE <= quantity.value <= last.value_or() * ALIKE
    return True


def carried_measure(  # noqa: PLR0911 - one return for each kind of ellipsis
    parse: Parse, quantity: Quantity, counted: Counted, before: list[Draft]
) -> str | None:
    """Return the measure of the figure before, where the words leave theirs out."""
    if not before or before[-1].measure in SUMS or before[-1].measure == "other":
        return None
    last = before[-1]
    apart = parse.sentence_of[quantity.first] - parse.sentence_of[last.first]
    elliptic = counted.head < 0
    if apart == 0 and elliptic:
        return None if acts_alone(parse, quantity, counted) else last.measure
    between = parse.lowers[max(last.stop, last.head + 1) : quantity.first]
    if last.measure == "damaged" and apart == 0 and _is_property(parse, counted):
        return "damaged"
    if apart == 0 and tuple(between[-2:]) in AMONG and last.unit == "people":
        return last.measure if is_person(parse, counted) is not False else None
    if between[-1:] == ["also"]:
        between = between[:-1]
    listed = between[-1:] in (["and"], [","], ["including"], ["&"], ["or"])
    if apart == 0 and listed and len(between) <= LIST_GAP and last.measure != "participants":
        person = is_person(parse, counted)
        if person is False and last.measure in HARMS:
            return None
        return last.measure if person is None or person == (last.unit == "people") else None
    if apart > 1:
        return None
    if elliptic and not counted.pronoun and _goes_on(parse, quantity):
        return last.measure
    exact = elliptic and quantity.low == quantity.high and not quantity.bounded
    after = parse.lowers[quantity.stop] if quantity.stop < len(parse) else ""
    if exact and after in AFTER_COUNT and last.measure in HARMS:
        return None if spelled(parse, quantity) == "one" else last.measure
    further = quantity.more or counted.more or counted.others
    return last.measure if counted.pronoun or (further and elliptic) else None


def _is_property(parse: Parse, counted: Counted) -> bool:
    return counted.head >= 0 and parse.lemmas[counted.head].lower() in word_set("property")


def acts_alone(parse: Parse, quantity: Quantity, counted: Counted) -> bool:
    """Return whether a bare number has a verb of its own: "eight others swam ashore"."""
    if counted.head >= 0 or counted.pronoun:
        return False
    at = max(quantity.stop, counted.stop)
    last = parse.sentences[parse.sentence_of[quantity.first]][1]
    helped = False
    while at < last and (parse.lowers[at] in HELPING or parse.tags[at] == "RB"):
        helped = helped or parse.tags[at] != "RB"
        at += 1
    tag = parse.tags[at] if at < last else ""
    if tag == "VBD" or (counted.others and tag == "VBP"):
        return parse.lowers[at] not in ("got", "get")
    return tag == "VBN" and helped


def _goes_on(parse: Parse, quantity: Quantity) -> bool:
    """Return whether a bare number gives the figure told before anew: "by evening it was 84"."""
    before = parse.lowers[max(0, quantity.first - 2) : quantity.first]
    if before[:1] == ["it"] and before[-1] in ("is", "was", "were", "had", "reached"):
        return True
    near = parse.lowers[max(0, quantity.first - 5) : quantity.first]
    if not word_set("tallies").isdisjoint(near) and "of" not in near[-2:]:
        return True
    opens = parse.sentences[parse.sentence_of[quantity.first]][0] == quantity.first
    if not opens or quantity.value < RIVAL:
        return False
    after = range(quantity.stop, min(quantity.stop + 3, len(parse)))
    return any(parse.lemmas[t].lower() in word_set("says") for t in after)


def counts_things(parse: Parse, quantity: Quantity, counted: Counted, before: list[Draft]) -> bool:
    """Return whether a bare number goes on counting damaged things: "340 beyond repair"."""
    if counted.head >= 0 or counted.pronoun or not before:
        return False
    if parse.lowers[quantity.stop : quantity.stop + 1] in HURT:
        return False
    last = before[-1]
    same = parse.sentence_of[last.first] == parse.sentence_of[quantity.first]
    return same and last.measure == "damaged" and last.unit not in ("people", None)


def counted_range(
    parse: Parse, quantity: Quantity, counted: Counted, measure: str, before: list[Draft]
) -> Range | None:
    """Return the words that are counted; an ellipsis takes them from the figure before."""
    if counted.head >= 0 or counted.pronoun or counted.others:
        return counted.first, counted.stop
    if measure == "other":
        if goes_on_counting(parse, quantity, counted, before):
            return before[-1].of
        own = parse.deps[quantity.stop - 1].startswith("nsubj")
        return None if own else named_subject(parse, quantity.first)
    if counted.head < 0 and (told := _told_before(parse, quantity, measure)):
        return told
    if before and before[-1].unit == "people" and before[-1].head >= 0:
        apart = parse.sentence_of[quantity.first] - parse.sentence_of[before[-1].first]
        return before[-1].of if apart <= 1 else None
    return None


def _told_before(parse: Parse, quantity: Quantity, measure: str) -> Range | None:
    """Return the noun whose number is told: "the number of [cases] rose to 97"."""
    first = parse.sentences[parse.sentence_of[quantity.first]][0]
    for at in range(quantity.first - 1, max(first, quantity.first - TOLD_REACH) - 1, -1):
        word = parse.lowers[at]
        if parse.tags[at] == "CD" or word == ";":
            return None
        if word not in FATES or TOTALS[word] != measure:
            continue
        if parse.lowers[at - 1 : at] in (["the"], ["of"]):
            return at, at + 1
        if parse.tags[at] in NOUNS:
            return parse.base_phrase(at)
    return None


def harmed_before(parse: Parse, quantity: Quantity) -> str | None:
    """Return what befell those that "others" are set beside: "wounded a girl, [2] others"."""
    first = parse.sentences[parse.sentence_of[quantity.first]][0]
    if parse.lowers[quantity.first - 1 : quantity.first] not in ([","], ["and"]):
        return None
    for at in range(quantity.first - 1, max(first, quantity.first - OTHERS_REACH) - 1, -1):
        counts = parse.tags[at] == "CD" and parse.lowers[at + 1] != "-"
        if parse.lowers[at] == ";" or counts:
            return None
        lemma = parse.lemmas[at].lower()
        named = parse.tags[at] in ("NNS", "NNPS", "NN", "NNP") and parse.lowers[at].endswith("s")
        if lemma in lexicon().patient and (named or parse.tags[at].startswith("VB")):
            found = patient_measure(parse, at, person=True)
            return found if found in HARMS else None
    return None


def goes_on_counting(
    parse: Parse, quantity: Quantity, counted: Counted, before: list[Draft]
) -> bool:
    """Return whether a bare number counts the things of the figure before it.

    "4,300 jobs in France and 3,700 in Germany", "hundreds of ballots ... and tens of them".
    """
    if counted.head >= 0 or counted.pronoun or not before:
        return False
    last = before[-1]
    same = parse.sentence_of[last.first] == parse.sentence_of[quantity.first]
    counting = last.measure == "other" and last.unit not in ("people", None) and last.of
    return bool(same and counting and last.unit not in word_set("levels"))


def is_pointer(parse: Parse, quantity: Quantity, counted: Counted) -> bool:
    """Return whether a number only points back or names: "the two sides", "the 787"."""
    if quantity.bounded or quantity.approximate or quantity.low != quantity.high:
        return False
    first = quantity.first
    before = parse.lowers[first - 1] if first else ""
    taken = first > 1 and parse.lowers[first - 2] == "of"
    if counted.head >= 0:
        if parse.lemmas[counted.head].lower() in word_set("unspecific"):
            return counted.head <= quantity.stop
        return before in word_set("pointing") and quantity.value < SMALL and not taken
    named = before in ("the", "its", "first", "new") and not quantity.word
    return named and parse.text[quantity.core : quantity.bare].isdigit()


def is_article(
    parse: Parse, quantity: Quantity, counted: Counted, before: list[Draft], *, told: bool
) -> bool:
    """Return whether "one" only introduces its noun and counts nothing.

    `told` says that a cue of its own gives it a measure: "one dead" counts.
    """
    if spelled(parse, quantity) != "one" or quantity.bounded or told:
        return False
    if is_person(parse, counted) and not counted.of:
        return False
    if not before or counted.head < 0:
        return True
    joined = parse.sentence_of[before[-1].first] == parse.sentence_of[quantity.first]
    listed = joined and parse.lowers[quantity.first - 1] in ("and", ",")
    return not (listed and quantity.first - before[-1].stop < 6)


def stands_for_noun(parse: Parse, quantity: Quantity, counted: Counted) -> bool:
    """Return whether a bare number still counts something that its clause names."""
    if counted.pronoun or counted.others or counted.more or quantity.change:
        return True
    after = parse.lowers[quantity.stop] if quantity.stop < len(parse) else ""
    plain = quantity.value >= 100
    return quantity.bounded or quantity.vague or plain or after in ("were", "are", "have", "had")
