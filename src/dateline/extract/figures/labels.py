"""Labels: numbers that name something: a street number, a page, a flight, a model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline import tables
from dateline.extract.figures.nouns import NOUNS
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

# Tags behind a number that counts what follows, and names nothing before it.
COUNTING = frozenset(
    ["NNS", "JJ", "NN", "VBN", "VBD", "VBP", "VBZ", "MD", "JJR", "RB", "CD", "VBG", ","]
)
COUNTED = frozenset({"NNS", "NN", "JJ", "VBN"})
# Names that a number can end: "the FTSE 100 rose".
NAMES = frozenset({"ORG", "PRODUCT", "FAC", "WORK_OF_ART", "LAW", "EVENT"})
PLACE_NAMES = frozenset({"GPE", "LOC", "FAC", "PERSON", "NORP"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLACES = frozenset({"place", "way", "square", "court", "block", "drive"})
# Words between "call" and the last of the numbers that are called.
CALLED = 10
YEAR = range(1700, 2101)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The words beside a number; `tag` is that of the word behind it, "" at the end."""

    number: str
    first: int
    stop: int
    before: str
    after: str
    tag: str

    @property
    def digits(self) -> bool:
        """Return whether the number ends in a digit."""
        return self.number[-1:].isdigit()


@cache
def _labels() -> frozenset[str]:
    return frozenset(tables.load_toml("figures_units.toml")["labels"].split())


def is_label(parse: Parse, quantity: Quantity, number: str) -> bool:
    """Return whether the number names something instead of counting it."""
    first, stop = quantity.first, quantity.stop
    if first and quantity.core == quantity.start:
        inside = stop < len(parse)
        spot = Neighbours(
            number, first, stop, parse.lowers[first - 1],
            parse.lowers[stop] if inside else "", parse.tags[stop] if inside else "",
        )  # fmt: skip
        if (
            _is_titled(parse, spot)
            or _is_of_many(parse, spot)
            or _is_address(parse, spot, quantity)
            or _is_telephone(parse, spot)
            or _is_named(parse, spot, quantity)
        ):
            return True
    return _is_list_number(parse, quantity) or _begins_name(parse, quantity)


def _is_titled(parse: Parse, spot: Neighbours) -> bool:
    """Return whether a word beside it makes a name of the number: "page 9", "the 500 index"."""
    if spot.after in word_set("units_behind") or (spot.digits and spot.before in ("#", "№")):
        return True
    if spot.digits and spot.before in ("and", "or", "to", "-", "–") and _pairs(parse, spot.first):
        return spot.tag not in ("NNS", "JJ", "NN")
    label = spot.before in _labels() and spot.before not in word_set("countable_labels")
    # "They count 2,000": names are written without a separator.
    label = label and not (spot.before == "count" and "," in spot.number)
    return label and spot.tag not in ("NNS", "JJ")


def _pairs(parse: Parse, first: int) -> bool:
    """Return whether a label heads the number before: "junctions 10 and [11]"."""
    if first < 3 or parse.tags[first - 2] != "CD":
        return False
    word = parse.lowers[first - 3]
    labelled = {word, word.removesuffix("s")} & _labels()
    return bool(labelled) and word not in word_set("countable_labels")


def _is_of_many(parse: Parse, spot: Neighbours) -> bool:
    """Return whether it is one side of "7 of 10", or what "one of the six" points back to."""
    first, stop = spot.first, spot.stop
    if spot.before == "/":
        return True
    if spot.before == "of" and first > 1 and parse.tags[first - 2] == "CD":
        return spot.after != "them" and spot.tag not in COUNTED and spot.tag != "NNP"
    if spot.before in ("the", "these", "those") and first > 2 and parse.lowers[first - 2] == "of":
        pointed = parse.tags[first - 3] in ("CD", "DT")
        return pointed and spot.tag not in (*NOUNS, "JJ", "VBN", "CD")
    if spot.after == "of" and spot.digits and stop + 1 < len(parse):
        further = parse.tags[stop + 2] if stop + 2 < len(parse) else ""
        return parse.tags[stop + 1] == "CD" and further not in COUNTED
    return False


def _is_address(parse: Parse, spot: Neighbours, quantity: Quantity) -> bool:
    if not spot.digits or "," in spot.number or quantity.low != quantity.high:
        return False
    streets = word_set("streets")
    if spot.after in streets:
        return spot.after not in PLACES
    return spot.tag == "NNP" and not streets.isdisjoint(parse.lowers[spot.stop + 1 : spot.stop + 4])


def _is_telephone(parse: Parse, spot: Neighbours) -> bool:
    first, stop, lowers = spot.first, spot.stop, parse.lowers
    if not spot.digits:
        return False
    if is_serial(parse, first):
        return True
    if _is_called(lowers, spot) and spot.tag not in NOUNS:
        return True
    if spot.before == "." and first > 1 and lowers[first - 2] in ("no", "nos"):
        return True
    if spot.before.isdigit() and spot.before.isascii():
        return int(spot.before) not in YEAR and parse.ends[first - 1] + 1 == parse.starts[first]
    begins = len(spot.number) == 3 and (spot.after == "-" or spot.before in ("(", ")"))
    follows = stop + (spot.after == "-")
    return begins and follows < len(parse) and bool(re.fullmatch(r"[\d-]{4,}|\)", lowers[follows]))


def _begins_name(parse: Parse, quantity: Quantity) -> bool:
    """Return whether a number word begins a name: "at the Four Points Sheraton"."""
    first = quantity.first
    opens = first == parse.sentences[parse.sentence_of[first]][0]
    if opens or not quantity.word or not parse.words[first][:1].isupper():
        return False
    follows = parse.tags[first + 1] if first + 1 < len(parse) else ""
    named = parse.ents[first] in NAMES and parse.ent_begins[first]
    return named and follows in ("NNP", "NNPS") and not parse.ent_begins[first + 1]


def _ends_name(parse: Parse, spot: Neighbours) -> bool:
    """Return whether the number is the end of a name that was recognised: "The FTSE 100 fell"."""
    first = spot.first
    if parse.ents[first] in NAMES and not parse.ent_begins[first]:
        return spot.tag != "NNS"
    if spot.tag not in FINITE or parse.ents[first - 1] in PLACE_NAMES:
        return False
    return parse.heads[first] == first - 1 or parse.deps[first].startswith("nsubj")


def _is_called(lowers: list[str], spot: Neighbours) -> bool:
    """Return whether a number is called: "call 112", "call +7 727 250 or 112"."""
    calling = word_set("calling")
    near = lowers[max(0, spot.first - CALLED) : spot.first]
    return spot.before in calling or (spot.before in ("or", "and") and not calling.isdisjoint(near))


def is_serial(parse: Parse, first: int) -> bool:
    """Return whether a "serial number" or the like is told right before `first`."""
    near = parse.lowers[max(0, first - 4) : first]
    return "number" in near[-3:] and not word_set("serial").isdisjoint(near)


def _is_named(parse: Parse, spot: Neighbours, quantity: Quantity) -> bool:
    """Return whether the number belongs to the name before it: "Internet Explorer 6"."""
    first, stop = spot.first, spot.stop
    tag = parse.tags[first - 1]
    if tag not in ("NNP", "NNPS", "POS") or not spot.number.isdigit() or quantity.value >= 2000:
        return False
    if spot.before in word_set("months") or parse.ents[first - 1] in ("DATE", "TIME"):
        return False
    ended = stop >= len(parse) or parse.paragraph_of[stop] != parse.paragraph_of[first]
    after = "" if ended else spot.tag
    if after == "," and parse.ents[first - 1] == "PERSON":
        return True
    if tag == "POS":
        return after in ("", ".", ",", "(", "-LRB-") and parse.tags[first - 2] in ("NNP", "NNPS")
    if after == "IN":
        return parse.heads[first] == first - 1 and spot.after != "of"
    return after not in COUNTING or _ends_name(parse, spot)


def _is_list_number(parse: Parse, quantity: Quantity) -> bool:
    """Return whether the number opens a paragraph as "1." or "2)" does."""
    first, end = parse.paragraphs[parse.paragraph_of[quantity.first]]
    if quantity.first != first or quantity.end != quantity.bare or quantity.stop + 1 >= end:
        return False
    return parse.text[quantity.bare : quantity.bare + 1] in (".", ")")
