"""Doubts: numbers that are no years, names that are no months, seasons that are no seasons."""

from __future__ import annotations

import re

from dateline.extract.times.wordings import Wording
from dateline.records.parses import Parse
from dateline.tables import load_words

YEAR_CUES = load_words("times_before_years.txt")
MONTH_CUES = load_words("times_before_months.txt")
# Bodies and places that bear a day as their name: "the April 6 movement".
GROUPS = load_words("times_named_after_days.txt")
# What a number of four digits measures or counts when it stands before these.
MEASURES = load_words("times_after_numbers.txt")
COUNTED = frozenset({"NNS", "NNPS"})


# Feasts that are names of persons too.
PERSONAL = frozenset({"ramadan", "ramadhan", "ramazan", "tet"})


def is_time(parse: Parse, wording: Wording, *, alone: bool = False) -> bool:  # noqa: PLR0911 - one case a return
    """Return whether a wording is a time here.

    Asked twice: of each loose part before the parts are joined, whether it may be a time
    at all, and of what stands alone in the end, whether it is one.
    """
    if (
        alone
        and wording.kind == "date"
        and wording.month
        and wording.day
        and wording.year is None
        and _names_group(parse, wording)
    ):
        return False
    if (
        wording.kind == "date"
        and wording.day is None
        and wording.frame is None
        and wording.month is None
        and wording.low is not None
    ):
        return True
    if (
        wording.kind == "date"
        and wording.low is None
        and wording.day is None
        and wording.frame is None
    ):
        if wording.month is None and wording.year is not None and not wording.fiscal:
            return is_year(parse, wording) if wording.loose else True
        if wording.month is not None and wording.year is None:
            return is_month(parse, wording, alone=alone)
    if not alone:
        return True
    if wording.kind == "holiday" and wording.name in PERSONAL:
        # "Tariq Ramadan" is a person.
        return not is_named(parse, wording)
    if wording.kind == "weekday" and wording.frame is None:
        return not wording.loose and not is_named(parse, wording)
    if wording.kind == "season" and wording.loose:
        return False
    if (
        wording.kind == "season"
        and wording.year is None
        and wording.frame is None
        and not wording.which
    ):
        return _noun_at(parse, wording)
    if (
        wording.kind == "date"
        and wording.day is not None
        and wording.month is None
        and wording.frame is None
        and wording.year is None
    ):
        return not wording.loose and _day_stands_alone(parse, wording)
    return not wording.loose


def _names_group(parse: Parse, wording: Wording) -> bool:
    """Return whether a day is the name of a body or a street: "the April 6 movement"."""
    end = _last_token(parse, wording) + 1
    return end < len(parse) and parse.lowers[end] in GROUPS


def _last_token(parse: Parse, wording: Wording) -> int:
    return parse.tokens_in(wording.start, wording.end)[1] - 1


def _noun_at(parse: Parse, wording: Wording) -> bool:
    first, end = parse.tokens_in(wording.start, wording.end)
    return any(parse.pos[t] in ("NOUN", "PROPN") for t in range(first, end))


def is_named(parse: Parse, wording: Wording) -> bool:
    """Return whether a weekday or month is part of a longer name: "the Sunday Times"."""
    first, end = parse.tokens_in(wording.start, wording.end)
    last = end - 1
    if last < 0:
        return False
    if (
        wording.which == "the"
        and end < len(parse)
        and parse.pos[end] == "PROPN"
        and parse.words[end][:1].isupper()
    ):
        return True
    if parse.ents[last] not in ("PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC"):
        return False
    for side in (first - 1, end):
        if (
            0 <= side < len(parse)
            and parse.ents[side] == parse.ents[last]
            and parse.words[side][:1].isupper()
            and (parse.pos[side] == "PROPN")
        ):
            if (side == end and parse.ent_begins[end]) or (
                side < first and parse.ent_begins[first]
            ):
                continue
            return True
    return False


def _day_stands_alone(parse: Parse, wording: Wording) -> bool:
    """Return whether "the 3rd" is a day: no noun follows that it could count."""
    end = _last_token(parse, wording) + 1
    if end >= len(parse):
        return True
    return parse.pos[end] not in ("NOUN", "PROPN", "ADJ", "NUM") and parse.lowers[end] not in (
        "-",
        "most",
        "century",
    )


def is_year(parse: Parse, wording: Wording) -> bool:  # noqa: PLR0911 - one case a return
    """Return whether a bare number of four digits is a year."""
    text = parse.text
    first, end = parse.tokens_in(wording.start, wording.end)
    if end <= first:
        return False
    last = end - 1
    before = parse.lowers[first - 1] if first else ""
    after = parse.tags[end] if end < len(parse) else ""
    follows = parse.lowers[end] if end < len(parse) else ""
    if re.search(
        r"\b(?:mid|post|pre|early|late)-$",
        text[max(0, wording.start - 6) : wording.start],
        re.IGNORECASE,
    ):
        return True
    if wording.low is not None or text[wording.start : wording.end].lower().startswith(
        ("year", "the year")
    ):
        return True
    counts = after in COUNTED and parse.deps[last] == "nummod"
    if (
        counts
        and before not in ("the", "of")
        and (parse.ents[last] != "DATE" or before not in YEAR_CUES)
    ):
        return False
    if follows in MEASURES:
        return False
    if re.match(r"\s*[$€£%]", text[wording.end : wording.end + 2]):
        return False
    dated = parse.ents[last] == "DATE"
    if before in YEAR_CUES:
        return parse.tags[last] == "CD" and not (after in COUNTED and not dated)
    if before in ("", "(", ",", ")", '"', "“", ":", ";"):
        return (
            dated
            or (follows in (")", ",", ".", "") and before == "(")
            or (before == "" and follows == "")
        )
    if before in ("and", "or"):
        return dated or parse.words[first - 2][:4].isdigit() if first > 1 else dated
    if parse.tags[first - 1] in ("NNP", "NN", "NNPS") and parse.lowers[first - 1] not in MONTH_CUES:
        # "bus 1945", "Paragraph 2011", "Euro 2016": a number that names.
        return False
    return dated and 1400 < (wording.year or 0) < 2100


def is_month(parse: Parse, wording: Wording, *, alone: bool) -> bool:  # noqa: PLR0911 - one case a return
    """Return whether the name of a month that stands without a day is one."""
    first, end = parse.tokens_in(wording.start, wording.end)
    if end <= first:
        return False
    last = end - 1
    if parse.ents[last] == "PERSON" or is_named(parse, wording):
        return False
    word = parse.lowers[last]
    if first and parse.lowers[first - 1] in ("every", "each"):
        return False
    if not wording.which and not wording.bound and _beside_name(parse, first, end):
        return False
    before = parse.lowers[first - 1] if first else ""
    if (
        word in ("may", "march", "april", "june", "august")
        and parse.deps[last] == "nsubj"
        and before not in MONTH_CUES
    ):
        return parse.lemmas[parse.heads[last]] in ("be", "see", "bring")
    if wording.frame is not None or wording.fuzz or wording.bound or before in MONTH_CUES:
        return parse.tags[last] != "MD" and not (word == "march" and parse.pos[last] == "VERB")
    if word in ("may", "march", "august"):
        return parse.ents[last] == "DATE" and parse.tags[last] in ("NNP", "NN")
    if wording.loose and alone:
        return False
    return parse.ents[last] in ("DATE", "") and parse.tags[last] in ("NNP", "NN", "NNPS", "JJ")


def _beside_name(parse: Parse, first: int, end: int) -> bool:
    """Return whether a month stands in a person's name: "Judge June", "May Leung"."""
    before = parse.lowers[first - 1] if first else ""
    if before in MONTH_CUES:
        return False
    if (
        first
        and parse.pos[first - 1] == "PROPN"
        and parse.words[first - 1][:1].isupper()
        and parse.ents[first - 1] != "DATE"
    ):
        return (
            parse.sentence_of[first - 1] == parse.sentence_of[first]
            and parse.tags[first - 1] != "POS"
        )
    return (
        end < len(parse)
        and parse.pos[end] == "PROPN"
        and parse.ents[end] == "PERSON"
        and before != ","
    )
