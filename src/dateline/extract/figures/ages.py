"""Ages: numbers that tell how old somebody is, and count nobody."""

from __future__ import annotations

from dateline.extract.figures.nouns import NOUNS, persons, sector_at
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import TOTALS, word_set
from dateline.records.parses import Parse

AGE_WORDS = frozenset({"aged", "age", "ages"})
OLDEST = 120
# Words between the ages of one list.
LISTED = 6


def is_age(  # noqa: PLR0911 - one return for each construction
    parse: Parse, quantity: Quantity, ages: set[int]
) -> bool:
    """Return whether the number is an age; `ages` holds where the ages before it ended."""
    first, stop, lowers = quantity.first, quantity.stop, parse.lowers
    if quantity.value > OLDEST or quantity.kind != "count" or first == 0:
        return False
    ended = stop >= len(parse) or parse.paragraph_of[stop] != parse.paragraph_of[first]
    after, tag = ("", "") if ended else (lowers[stop], parse.tags[stop])
    before, plain = lowers[first - 1], quantity.start == quantity.core
    counts = tag in NOUNS or tag in ("JJ", "VBN")
    if before in AGE_WORDS or (first > 1 and lowers[first - 2] in AGE_WORDS):
        return True
    if _is_year_pair(parse, stop) or (plain and not counts and _is_predicated(parse, first)):
        return True
    if plain and before in ("and", ",", "or", "&") and ages & {first - 1, first - 2}:
        return tag not in NOUNS if "ages" in lowers[max(0, first - 5) : first] else not counts
    if lowers[max(0, first - 3) : first] in (["as", "old", "as"], ["as", "young", "as"]):
        return True
    listed = before in ("another", "others") or (plain and parse.tags[first - 1] == "CD")
    if listed and not counts and any(0 < first - age <= LISTED for age in ages):
        # "one 29 years old, another 52"
        return True
    if before == "not" and "old" in lowers[max(0, first - 5) : first]:
        # "37 years old, not 39"
        return tag not in NOUNS
    if before == "," and plain and not quantity.word and first > 1:
        return _follows_person(parse, first - 2, tag, after)
    if (
        plain
        and not counts
        and not quantity.word
        and (
            before == "both"
            or (before == "at" and lowers[first - 2] in DYING and not _is_put(parse, first))
        )
    ):
        return True
    if before == "(" and after == ")" and not quantity.word and first > 1:
        return parse.tags[first - 2] in ("NNP", "NN") and parse.ents[first - 2] in ("PERSON", "")
    if before in ("turned", "turns", "turning"):
        return tag not in NOUNS
    return not plain and _is_age_bound(parse, quantity, before, tag)


def _is_year_pair(parse: Parse, stop: int) -> bool:
    """Return whether the number shares the "year-old" of the next: "an 11 and 13 year-old"."""
    after = parse.lowers[stop : stop + 5]
    joined = after[:1] in (["and"], ["or"], ["to"], ["-"]) and len(after) > 2
    return (joined and parse.tags[stop + 1] == "CD" and "year" in after[2:4]) or after[:2] in (
        ["year", "old"],
        ["-", "year"],
    )


def _is_predicated(parse: Parse, first: int) -> bool:
    """Return whether the number tells how old somebody is: "she was 17", "the youngest is 4"."""
    if first < 2 or parse.lowers[first - 1] not in ("is", "was", "were", "are", "'s"):
        return False
    return parse.lowers[first - 2] in ("he", "she", "youngest", "oldest", "eldest", "who")


def _is_put(parse: Parse, first: int) -> bool:
    """Return whether a verb sets a number: "put the number of dead at 18"."""
    begin = parse.sentences[parse.sentence_of[first]][0]
    return not PUT.isdisjoint(parse.lowers[max(begin, first - 18) : first])


PUT = frozenset({"put", "puts", "putting", "toll", "number", "numbers", "estimated", "stands"})
HOW = frozenset({"fatally", "critically", "seriously", "mortally", "gravely"})
DYING = frozenset({"dead", "dies", "died", "die", "death"})
BOUNDING = word_set("age_bounds")
AGED = word_set("aged")
BEHIND_AGE = frozenset({",", ".", "and", "was", "were", ";", "-", "–", "—", "died", "of"})
YOUNG = frozenset({"children", "infants", "babies", "adults", "kids", "toddlers", "pupils"})


def _follows_person(parse: Parse, previous: int, tag: str, after: str) -> bool:
    """Return whether a number behind a comma stands right after one person: "the boy, 7"."""
    word = parse.lowers[previous]
    if after in word_set("states") or after in HOW or word in TOTALS:
        return False
    if after == "," and parse.tags[previous] == "NN" and sector_at(parse, previous, previous + 1):
        return True
    capital = parse.words[previous][:1].isupper() and bool(parse.ents[previous])
    named = (
        capital
        or parse.tags[previous] in ("NNP", "NNPS")
        or word
        in (
            ")",
            '"',
            "jr.",
            "sr.",
            "jr",
            "iii",
            "ii",
        )
    )
    if named:
        return tag not in ("NNS", "CD") and (
            parse.ents[previous] in ("PERSON", "") or after in BEHIND_AGE
        )
    if word in persons() or parse.lemmas[previous] in persons():
        return tag not in ("NNS", "JJ", "CD", "VBN") and (
            parse.tags[previous] != "NNS" or after in ("and", ",", "or")
        )
    return False


def _is_age_bound(parse: Parse, quantity: Quantity, before: str, tag: str) -> bool:
    """Return whether "under five" or "over 70" bounds an age: "those under five"."""
    if parse.lowers[quantity.first] not in BOUNDING or tag in NOUNS:
        return False
    if before in YOUNG and parse.lowers[quantity.first] in ("under", "over"):
        return True
    return tag not in ("JJ", "VBN", "VBD", "IN", "JJR") and before in AGED
