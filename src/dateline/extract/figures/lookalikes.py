"""Lookalikes: numbers that are ages, dates, times, scores, names or addresses, not figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from dateline import tables
from dateline.extract.figures.nouns import NOUNS, persons
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse
from dateline.records.readings import Time

MONTHS = word_set("months")
CLOCK = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o'?clock|hours\b|hrs\b|gmt\b|utc\b|local time|noon|midnight)",
    re.IGNORECASE,
)
STREET = word_set("streets")
GLUED_WORDS = (
    "plus",
    "odd",
    "strong",
    "member",
    "man",
    "seat",
    "percent",
    "point",
    "per",
    "some",
    "ish",
    "nation",
)
YEARS = re.compile(r"(?:1[789]|20)\d\d\s?(?:-|–|to|and)\s?(?:1[789]|20)?\d\d")
YEAR = range(1700, 2101)
CALLING = word_set("calling")
AGE_WORDS = frozenset(["aged", "age", "ages"])


@cache
def _measures() -> frozenset[str]:
    return frozenset(tables.load_toml("figures_units.toml")["measures"].split())


@cache
def _labels() -> frozenset[str]:
    return frozenset(tables.load_toml("figures_units.toml")["labels"].split())


def time_ranges(times: tuple[Time, ...]) -> list[tuple[int, int]]:
    """Return the spans of the time expressions, in text order."""
    return sorted((time.start, time.end) for time in times)


def is_lookalike(parse: Parse, quantity: Quantity, spans: list[tuple[int, int]]) -> bool:
    """Return whether a number counts, pays or shares nothing."""
    if _in_time(quantity, spans):
        return True
    if quantity.kind != "count":
        return quantity.kind == "share" and _is_fraction_name(parse, quantity)
    text = parse.text
    before, after = (
        text[max(0, quantity.core - 1) : quantity.core],
        text[quantity.bare : quantity.bare + 16],
    )
    number = text[quantity.core : quantity.bare]
    if _is_glued(text, quantity, before, after, number):
        return True
    if YEARS.fullmatch(text, quantity.core, quantity.end):
        return True
    if _is_clock(parse, quantity, number, after):
        return True
    return (
        _is_label(parse, quantity, number)
        or _is_score(parse, quantity, number)
        or _is_measure(parse, quantity)
        or _is_pronoun(parse, quantity, number)
    )


def _in_time(quantity: Quantity, spans: list[tuple[int, int]]) -> bool:
    at = bisect_left(spans, (quantity.core,))
    near = spans[max(0, at - 2) : at + 2]
    return any(start < quantity.bare and quantity.core < end for start, end in near)


def _is_fraction_name(parse: Parse, quantity: Quantity) -> bool:
    before = parse.lowers[quantity.first - 1] if quantity.first else ""
    return before in (
        "first",
        "second",
        "third",
        "fourth",
        "other",
        "other's",
        "latter",
        "top",
        "bottom",
    ) and parse.lowers[quantity.first] in ("half", "quarter")


def _is_glued(text: str, quantity: Quantity, before: str, after: str, number: str) -> bool:
    if before and (
        before.isalnum()
        or before in "/\\#_=@"
        or (
            before in ".:'"
            and quantity.core > 1
            and not text[quantity.core - 2].isspace()
            and before != "'"
        )
    ):
        return True
    if before in ("-", "–") and quantity.core > 1 and text[quantity.core - 2].isalnum():
        return True
    if before in ("(", "[") and after[:1] in (")", "]") and before == "[":
        return True
    if before == "." and number[:1].isdigit():
        return True
    if after[:1] in ("-", "–", "‑") and after[1:2].isalpha():
        word = re.match(r"[a-z]+", after[1:].lower())
        return not word or word.group() not in GLUED_WORDS
    if after[:1] in ("-", "–", "/", ":", ".", "+") and after[1:2].isdigit():
        return True
    if after[:1] == "-" and after[1:2] in (" ", ",") and number[-1:].isdigit():
        return after[1:5].strip(" ,").startswith(("and", "or", "to", "&"))
    if number[-1:].isdigit() and after[:1].isalpha():
        return True
    return after[:1] in ("'", "’") and after[1:2] == "s" and number[-1:].isdigit()


def _is_clock(parse: Parse, quantity: Quantity, number: str, after: str) -> bool:
    if CLOCK.match(after):
        return True
    lowers, first, stop = parse.lowers, quantity.first, quantity.stop
    before = lowers[first - 1] if first else ""
    if quantity.core != quantity.start and not quantity.word:
        return (
            bool(re.fullmatch(r"\d{1,2}\.\d{2}", number))
            and quantity.approximate
            and before == "at"
        )
    follows = parse.tags[stop] if stop < len(parse) else ""
    opens = first == parse.paragraphs[parse.paragraph_of[first]][0]
    if re.fullmatch(r"(?:[01]?\d|2[0-3])\.[0-5]\d", number) and (
        (before in ("the", "timed") and follows == "NN")
        or before == "timed"
        or (opens and follows in ("NN", "NNP", "JJ", "VB"))
    ):
        return True
    if (
        re.fullmatch(r"\d{1,2}\.\d{2}", number)
        and before in ("at", "by", "until", "till", "from", "to", "after", "before", "since")
        and follows not in NOUNS
    ):
        return True
    if re.fullmatch(r"0\d+", number):
        return True
    if (
        before in ("at", "by", "until", "past", "around")
        and quantity.value <= 24
        and quantity.low == quantity.high
        and "." not in number
        and not quantity.bounded
    ):
        return (
            follows not in NOUNS
            and follows not in ("JJ", "VBN", "VBD")
            and (before == "at" or follows in ("", ".", ","))
            and _no_toll(parse, first)
        )
    if number.isdigit() and len(number) == 4 and int(number) in YEAR and not quantity.bounded:
        if before in MONTHS or before in (
            "in",
            "since",
            "of",
            "by",
            "until",
            "from",
            "to",
            "early",
            "late",
            "mid",
            "during",
            "and",
            ",",
            "(",
            "the",
        ):
            return follows != "NNS" and follows not in ("JJ", "VBN")
        return follows not in ("NNS", "JJ", "NN", "VBN")
    return before in MONTHS and number.isdigit() and int(number) <= 31


def _no_toll(parse: Parse, first: int) -> bool:
    near = parse.lowers[max(0, first - 9) : first]
    return not any(
        w
        in (
            "toll",
            "dead",
            "number",
            "total",
            "deaths",
            "stands",
            "stood",
            "count",
            "figure",
            "put",
            "price",
            "prices",
            "estimated",
        )
        for w in near
    )


def _is_label(parse: Parse, quantity: Quantity, number: str) -> bool:
    first, lowers = quantity.first, parse.lowers
    if first == 0 or quantity.core != quantity.start:
        return _is_list_number(parse, quantity)
    before = lowers[first - 1]
    stop = quantity.stop
    digits = number[-1:].isdigit()
    after = lowers[stop] if stop < len(parse) else ""
    after_tag = parse.tags[stop] if stop < len(parse) else ""
    if after in (
        "block",
        "blk",
        "news",
        "/",
        "de",
        "fm",
        "mhz",
        "khz",
        "octane",
        "calibre",
        "caliber",
        "index",
    ):
        return True
    if before in CALLING and after_tag not in NOUNS and digits:
        return True
    if (
        before in ("the", "these", "those")
        and first > 2
        and lowers[first - 2] == "of"
        and parse.tags[first - 3] in ("CD", "DT")
        and after_tag not in (*NOUNS, "JJ", "VBN", "CD")
    ):
        return True
    if before == "/" or (
        before == "of"
        and first > 1
        and parse.tags[first - 2] == "CD"
        and after != "them"
        and after_tag not in ("NNS", "NN", "JJ", "VBN", "NNP")
    ):
        return True
    if (
        after == "of"
        and stop + 1 < len(parse)
        and parse.tags[stop + 1] == "CD"
        and digits
        and (stop + 2 >= len(parse) or parse.tags[stop + 2] not in ("NNS", "NN", "JJ", "VBN"))
    ):
        return True
    if (
        after in STREET
        and digits
        and "," not in number
        and after not in ("place", "way", "square", "court", "block", "drive")
    ):
        return True
    if (
        digits
        and after_tag == "NNP"
        and any(w in STREET for w in lowers[stop + 1 : stop + 4])
        and "," not in number
        and quantity.low == quantity.high
    ):
        return True
    if (
        before in _labels()
        and after_tag not in ("NNS", "JJ")
        and before not in ("us", "part", "post", "stand", "class", "model", "group")
    ):
        return True
    if digits and before in ("#", "№"):
        return True
    if digits and before == "." and first > 1 and lowers[first - 2] in ("no", "nos"):
        return True
    if (
        re.fullmatch(r"\d{3}", number)
        and (after == "-" or lowers[first - 1] in ("(", ")"))
        and stop + 1 < len(parse)
        and re.fullmatch(r"[\d-]{4,}|\)", lowers[stop + (after == "-")])
    ):
        return True
    if _is_named(parse, quantity, number):
        return True
    if (
        before.isdigit()
        and digits
        and int(before) not in YEAR
        and parse.ends[first - 1] + 1 == quantity.core
    ):
        return True
    return _is_list_number(parse, quantity)


def _is_named(parse: Parse, quantity: Quantity, number: str) -> bool:
    """Return whether the number belongs to the name before it: "Internet Explorer 6"."""
    first, stop = quantity.first, quantity.stop
    if (
        parse.tags[first - 1] not in ("NNP", "NNPS", "POS")
        or not number.isdigit()
        or quantity.value >= 2000
    ):
        return False
    if parse.lowers[first - 1] in MONTHS or parse.ents[first - 1] in ("DATE", "TIME"):
        return False
    ended = stop >= len(parse) or parse.paragraph_of[stop] != parse.paragraph_of[first]
    after = "" if ended else parse.tags[stop]
    if after == "," and parse.ents[first - 1] == "PERSON":
        return True
    if parse.tags[first - 1] == "POS":
        return after in ("", ".", ",", "(", "-LRB-") and parse.tags[first - 2] in ("NNP", "NNPS")
    if after in (
        "NNS",
        "JJ",
        "NN",
        "VBN",
        "VBD",
        "VBP",
        "VBZ",
        "MD",
        "JJR",
        "RB",
        "CD",
        "VBG",
        ",",
    ):
        return False
    if after == "IN":
        return parse.heads[first] == first - 1 and parse.lowers[stop] != "of"
    return True


def _is_list_number(parse: Parse, quantity: Quantity) -> bool:
    """Return whether the number opens a paragraph as "1." or "2)" does."""
    if quantity.first != parse.paragraphs[parse.paragraph_of[quantity.first]][0]:
        return False
    return (
        parse.text[quantity.bare : quantity.bare + 1] in (".", ")")
        and quantity.end == quantity.bare
        and quantity.stop < len(parse) - 1
        and parse.paragraph_of[min(quantity.stop + 1, len(parse) - 1)]
        == parse.paragraph_of[quantity.first]
    )


def is_age(parse: Parse, quantity: Quantity, ages: set[int]) -> bool:
    """Return whether the number is an age; `ages` holds where the ages before it ended."""
    first, stop, lowers = quantity.first, quantity.stop, parse.lowers
    if quantity.value > 120 or quantity.kind != "count" or first == 0:
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
        return not counts
    if before == "," and plain and not quantity.word and first > 1:
        return _follows_person(parse, first - 2, tag, after)
    if (
        plain
        and not counts
        and not quantity.word
        and (before == "both" or (before == "at" and lowers[first - 2] in DYING))
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


DYING = frozenset({"dead", "dies", "died", "die", "death"})
BOUNDING = word_set("age_bounds")
AGED = word_set("aged")


def _follows_person(parse: Parse, previous: int, tag: str, after: str) -> bool:
    """Return whether a number behind a comma stands right after one person: "the boy, 7"."""
    word = parse.lowers[previous]
    named = parse.tags[previous] in ("NNP", "NNPS") or word in (
        ")",
        '"',
        "jr.",
        "sr.",
        "jr",
        "iii",
        "ii",
    )
    if named:
        return tag not in ("NNS", "CD") and (
            parse.ents[previous] in ("PERSON", "") or after in (",", ".")
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
    return tag not in ("JJ", "VBN", "VBD", "IN", "JJR") and before in AGED


def _is_score(parse: Parse, quantity: Quantity, number: str) -> bool:
    lowers, first, stop = parse.lowers, quantity.first, quantity.stop
    after = lowers[stop : stop + 3]
    small = quantity.low == quantity.high and not quantity.bounded
    if small and after[:1] in (["to"], ["-"], ["for"], ["against"]) and len(after) > 1:
        if (
            after[0] == "to"
            and parse.tags[stop + 1] == "CD"
            and _is_pair(parse, stop + 1, quantity)
        ):
            return True
        if (
            after[0] in ("for", "against")
            and after[1:2]
            and after[1] in (",", ".", "and", ";")
            and parse.tags[stop] == "IN"
        ):
            return True
    if (
        small
        and first > 1
        and lowers[first - 1] in ("to", "-")
        and parse.tags[first - 2] == "CD"
        and not quantity.change
    ):
        return True
    if after[:2] == ["votes", "to"]:
        return True
    if first > 2 and lowers[first - 1] == "to" and lowers[first - 2] == "votes":
        return True
    return after[:1] in (["abstention"], ["abstentions"])


def _is_pair(parse: Parse, token: int, quantity: Quantity) -> bool:
    word = parse.lowers[token]
    return not (word[0].isdigit() and quantity.value < _plain(word))


def _plain(word: str) -> float:
    digits = re.sub(r"[^\d]", "", word)
    return float(digits) if digits else 0.0


def _is_measure(parse: Parse, quantity: Quantity) -> bool:
    stop, lowers = quantity.stop, parse.lowers
    if stop >= len(parse):
        return False
    at = stop
    while (
        at < len(parse) - 1
        and lowers[at]
        in (
            "more",
            "full",
            "consecutive",
            "straight",
            "further",
            "other",
            "of",
            "calendar",
            "long",
            "short",
            "additional",
            "working",
            "business",
            "-",
            "the",
            "last",
            "past",
            "such",
            "different",
            "solid",
            "whole",
            "nautical",
            "cubic",
        )
        and at < stop + 3
    ):
        if lowers[at] == "nautical":
            break
        at += 1
    if lowers[at] in _measures():
        return not (
            lowers[at] == "m" and quantity.bare == quantity.end and quantity.value < 0
        ) and not (at + 1 < len(parse) and lowers[at + 1] == "old" and False)
    return lowers[stop] in (
        "times",
        "time",
        "fold",
        "parallel",
        "century",
        "°",
        "º",
        "x",
        "percentile",
        "north",
        "west",
        "south",
        "east",
    ) and not (lowers[stop] == "times" and False)


def _is_pronoun(parse: Parse, quantity: Quantity, number: str) -> bool:
    """Return whether "one" is a pronoun or an article: "one of them", "one by one"."""
    if number.lower() != "one" or quantity.bounded or quantity.low != quantity.high:
        return False
    before = parse.lowers[quantity.first - 1] if quantity.first else ""
    after = parse.lowers[quantity.stop] if quantity.stop < len(parse) else ""
    if before in (
        "no",
        "every",
        "each",
        "this",
        "that",
        "any",
        "which",
        "another",
        "the",
        "a",
        "an",
        "not",
        "'s",
    ) or parse.tags[quantity.first - 1 if quantity.first else 0] in ("JJ", "JJS", "PRP$", "WDT"):
        return True
    return (
        after
        in (
            "another",
            "by",
            "after",
            "can",
            "'s",
            "day",
            "time",
            "that",
            "thing",
            "way",
            "such",
            "would",
            "could",
            "should",
            "must",
            "month",
            "hand",
            "another's",
            "-",
        )
        or parse.tags[quantity.first] == "PRP"
    )
