"""Lookalikes: numbers that are dates, times, scores, names or addresses, not figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from dateline import tables
from dateline.extract.figures.labels import is_label, is_serial
from dateline.extract.figures.nouns import NOUNS
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse
from dateline.records.readings import Time

CLOCK = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o'?clock|hours\b|hrs\b|gmt\b|utc\b|local time|noon|midnight)",
    re.IGNORECASE,
)
CLOCK_DIGITS = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
YEARS = re.compile(r"(?:1[789]|20)\d\d\s?(?:-|–|to|and)\s?(?:1[789]|20)?\d\d")
YEAR = range(1700, 2101)
TIME_PREPOSITIONS = frozenset(
    ["at", "by", "until", "till", "from", "to", "after", "before", "since"]
)
HOUR_PREPOSITIONS = frozenset({"at", "by", "until", "past", "around"})
COUNTABLE = frozenset({*NOUNS, "JJ", "VBN", "VBD"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A number with the words and tags right before and behind it."""

    quantity: Quantity
    number: str
    before: str
    after: str
    tag: str


@cache
def _measures() -> frozenset[str]:
    return frozenset(tables.load_toml("figures_units.toml")["measures"].split())


def time_ranges(times: tuple[Time, ...]) -> list[tuple[int, int]]:
    """Return the spans of the time expressions, in text order."""
    return sorted((time.start, time.end) for time in times if _may_date(time.text))


def _may_date(text: str) -> bool:
    """Return whether bare digits may be a year: "jumped to 1466" tells none."""
    return not (text.isdigit() and int(text) not in YEAR)


def is_lookalike(parse: Parse, quantity: Quantity, spans: list[tuple[int, int]]) -> bool:
    """Return whether a number counts, pays or shares nothing."""
    if _in_time(quantity, spans):
        return True
    if quantity.kind != "count":
        named = quantity.kind == "share" and _is_half_name(parse, quantity)
        return named or is_serial(parse, quantity.first)
    number = parse.text[quantity.core : quantity.bare]
    if _is_glued_before(parse.text, quantity) or _is_glued_behind(parse.text, quantity, number):
        return True
    if YEARS.fullmatch(parse.text, quantity.core, quantity.end):
        return True
    spot = _spot(parse, quantity, number)
    if spot.before == "error":
        # "a margin of error 3 points"
        return True
    return (
        _is_clock(parse, spot)
        or _is_year(spot)
        or is_label(parse, quantity, number)
        or _is_score(parse, quantity)
        or _is_reading(parse, quantity)
        or _is_pronoun(parse, spot)
    )


def _spot(parse: Parse, quantity: Quantity, number: str) -> Spot:
    first, stop = quantity.first, quantity.stop
    inside = stop < len(parse)
    return Spot(
        quantity,
        number,
        parse.lowers[first - 1] if first else "",
        parse.lowers[stop] if inside else "",
        parse.tags[stop] if inside else "",
    )


def _in_time(quantity: Quantity, spans: list[tuple[int, int]]) -> bool:
    at = bisect_left(spans, (quantity.core,))
    near = spans[max(0, at - 2) : at + 2]
    return any(start < quantity.bare and quantity.core < end for start, end in near)


def _is_half_name(parse: Parse, quantity: Quantity) -> bool:
    """Return whether "half" names a period: "the second half of the match"."""
    before = parse.lowers[quantity.first - 1] if quantity.first else ""
    named = parse.lowers[quantity.first] in ("half", "quarter")
    return named and before in word_set("half_names")


def _is_glued_before(text: str, quantity: Quantity) -> bool:
    """Return whether the digits hang on a word, sign or other number before them."""
    at = quantity.core
    before, further = text[max(0, at - 1) : at], text[max(0, at - 2) : max(0, at - 1)]
    if not before or before.isspace():
        return False
    if before == "+" and further.isdigit():
        return True
    if before.isalnum() or before in "/\\#_=@" or (before == "[" and text[quantity.bare] == "]"):
        return True
    if before in ".:":
        return before == "." or bool(further and not further.isspace())
    return before in "-–" and further.isalnum()


def _is_glued_behind(text: str, quantity: Quantity, number: str) -> bool:
    """Return whether a word or other number hangs on the digits: "400-metre", "3:1"."""
    after, digits = text[quantity.bare : quantity.bare + 16], number[-1:].isdigit()
    sign, follows = after[:1], after[1:2]
    if sign and sign in "-–‑" and follows.isalpha():
        word = re.match(r"[a-z]+", after[1:].lower())
        return not word or word.group() not in word_set("compound_counts")
    if sign and sign in "-–/:.+" and follows.isdigit():
        return True
    if not digits:
        return False
    if sign == "-" and follows in (" ", ","):
        # "8- and 9-year-old"
        return after[1:5].strip(" ,").startswith(("and", "or", "to", "&"))
    return sign.isalpha() or (sign in ("'", "’") and follows == "s")


def _is_clock(parse: Parse, spot: Spot) -> bool:
    quantity = spot.quantity
    if CLOCK.match(parse.text, quantity.bare) or re.fullmatch(r"0\d+", spot.number):
        return True
    if quantity.core != quantity.start and not quantity.word:
        timed = CLOCK_DIGITS.fullmatch(spot.number) and quantity.approximate
        return bool(timed) and spot.before == "at"
    if CLOCK_DIGITS.fullmatch(spot.number):
        opens = quantity.first == parse.paragraphs[parse.paragraph_of[quantity.first]][0]
        # "the 10.15 from Athlone": a train
        leaves = spot.tag == "NN" or spot.after in ("from", "to")
        if spot.before == "timed" or (spot.before == "the" and leaves):
            return True
        if opens and spot.tag in ("NN", "NNP", "JJ", "VB"):
            return True
        return spot.before in TIME_PREPOSITIONS and spot.tag not in NOUNS
    return _is_hour(parse, spot)


def _is_hour(parse: Parse, spot: Spot) -> bool:
    """Return whether a small bare number is an hour: "takes it up at ten"."""
    quantity = spot.quantity
    exact = quantity.low == quantity.high and not quantity.bounded and "." not in spot.number
    if spot.before not in HOUR_PREPOSITIONS or quantity.value > 24 or not exact:
        return False
    if spot.tag in COUNTABLE or (spot.before != "at" and spot.tag not in ("", ".", ",")):
        return False
    near = parse.lowers[max(0, quantity.first - 18) : quantity.first]
    return word_set("toll_words").isdisjoint(near)


def _is_year(spot: Spot) -> bool:
    number, months = spot.number, word_set("months")
    if not number.isdigit() or spot.quantity.bounded or spot.quantity.core != spot.quantity.start:
        return False
    if len(number) == 4 and int(number) in YEAR:
        cued = spot.before in months or spot.before in word_set("year_cues")
        return spot.tag not in ("NNS", "JJ", "VBN") and (cued or spot.tag != "NN")
    return spot.before in months and int(number) <= 31


def _is_score(parse: Parse, quantity: Quantity) -> bool:
    """Return whether two numbers stand against each other: "271 to 268", "48 for"."""
    lowers, tags, first, stop = parse.lowers, parse.tags, quantity.first, quantity.stop
    after = lowers[stop : stop + 2]
    single = quantity.low == quantity.high and not quantity.bounded
    if single and len(after) == 2 and not quantity.change:
        if after[0] == "to" and tags[stop + 1] == "CD" and _is_below(after[1], quantity):
            return True
        sided = after[0] in ("for", "against") and tags[stop] == "IN"
        if sided and after[1] in (",", ".", "and", ";"):
            return True
    second = single and first > 1 and not quantity.change
    if second and lowers[first - 1] in ("to", "-") and tags[first - 2] == "CD":
        return True
    votes = after == ["votes", "to"] or lowers[max(0, first - 2) : first] == ["votes", "to"]
    return votes or after[:1] in (["abstention"], ["abstentions"])


def _is_below(word: str, quantity: Quantity) -> bool:
    digits = re.sub(r"[^\d]", "", word)
    return not (word[0].isdigit() and digits and quantity.value < float(digits))


def _is_reading(parse: Parse, quantity: Quantity) -> bool:
    """Return whether the number is a duration, length, speed or the like."""
    stop, lowers = quantity.stop, parse.lowers
    if stop >= len(parse):
        return False
    if lowers[stop] in word_set("readings"):
        return True
    at = stop
    while at < min(len(parse) - 1, stop + 3) and lowers[at] in word_set("measure_fillers"):
        if lowers[at] == "the" and lowers[at - 1] != "of":
            # "after 93 the week before"
            return False
        at += 1
    return lowers[at] in _measures()


def _is_pronoun(parse: Parse, spot: Spot) -> bool:
    """Return whether "one" is a pronoun or part of a phrase: "no one", "one by one"."""
    first, quantity = spot.quantity.first, spot.quantity
    if spot.number.lower() != "one" or quantity.bounded or quantity.low != quantity.high:
        return False
    qualified = first > 0 and parse.tags[first - 1] in ("JJ", "JJS", "PRP$", "WDT")
    if qualified or spot.before in word_set("before_pronoun_one"):
        return True
    return spot.after in word_set("after_pronoun_one") or parse.tags[first] == "PRP"
