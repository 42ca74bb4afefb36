"""Drafting: from the numbers of a text to the figures it states."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from dateline.extract.figures.ages import is_age
from dateline.extract.figures.drafts import PEOPLE, Draft, Range
from dateline.extract.figures.ellipses import (
    acts_alone,
    carried_measure,
    counted_range,
    counts_things,
    goes_on_counting,
    harmed_before,
    is_article,
    is_like_before,
    is_pointer,
    stands_for_noun,
)
from dateline.extract.figures.lookalikes import is_lookalike, time_ranges
from dateline.extract.figures.measures import find_measure, is_tally, is_weak, weak_noun
from dateline.extract.figures.money import (
    CHANGES,
    find_money_measure,
    governing_noun,
    named_subject,
    share_of,
)
from dateline.extract.figures.nearby import nearby_measure
from dateline.extract.figures.nouns import Counted, find_counted, is_animal, is_person
from dateline.extract.figures.quantities import Quantity, find_quantities
from dateline.records.parses import Parse
from dateline.records.readings import Measure, Time

# A price goes on within so many words, and within this factor of the one before.
CONTINUED = 8
CHANGED = 3


def draft_figures(parse: Parse, times: tuple[Time, ...]) -> list[Draft]:
    """Return the stated figures of a text in text order."""
    spans = time_ranges(times)
    drafts: list[Draft] = []
    ages: set[int] = set()
    for quantity in find_quantities(parse):
        if is_age(parse, quantity, ages):
            ages.add(quantity.stop)
        elif "old" in parse.lowers[quantity.stop : quantity.stop + 2]:
            # "one 29 years old, another 52"
            ages.add(quantity.stop + 2)
        elif not is_lookalike(parse, quantity, spans) or _continues(parse, quantity, drafts):
            made = _draft(parse, quantity, drafts)
            if made:
                drafts.append(made)
    return drafts


def _continues(parse: Parse, quantity: Quantity, before: list[Draft]) -> bool:
    """Return whether what looks like a clock or a year goes on a list of prices or shares.

    "It rose to 4 dinars from 2.50": the number has to be of the size of the one before.
    """
    last = before[-1] if before else None
    if last is None or last.measure not in ("price", "share"):
        return False
    nearby = quantity.first - last.stop <= CONTINUED
    alike = last.value_or() / CHANGED <= quantity.value <= last.value_or() * CHANGED
    plain = quantity.low == quantity.high and quantity.start == quantity.core
    return bool(
        nearby and alike and plain
        and parse.sentence_of[last.first] == parse.sentence_of[quantity.first]
        and is_like_before(parse, quantity, find_counted(parse, quantity), before)
    )  # fmt: skip


def _draft(parse: Parse, quantity: Quantity, before: list[Draft]) -> Draft | None:
    if quantity.kind == "money":
        made = _draft_money(parse, quantity)
        return _as_conversion(parse, made, before[-1]) if before else made
    counted = find_counted(parse, quantity)
    if quantity.kind == "share":
        return _draft_share(parse, quantity, counted)
    if is_like_before(parse, quantity, counted, before):
        return _draft_like(parse, quantity, counted, before[-1])
    return _draft_count(parse, _mend(parse, quantity, counted), counted, before)


def _draft_count(
    parse: Parse, quantity: Quantity, counted: Counted, before: list[Draft]
) -> Draft | None:
    person = is_person(parse, counted)
    if counts_things(parse, quantity, counted, before):
        person = False
    found = find_measure(parse, quantity, counted, person=person)
    measure = found.measure or carried_measure(parse, quantity, counted, before)
    measure = measure or weak_noun(parse, counted)
    if measure is None and counted.others:
        measure = harmed_before(parse, quantity)
    if measure is None and goes_on_counting(parse, quantity, counted, before):
        measure = "other"
    alone = found.as_agent or acts_alone(parse, quantity, counted)
    if measure is None and not alone:
        measure = nearby_measure(parse, quantity, counted)
    told = found.by_cue and measure not in (None, "participants")
    if is_article(parse, quantity, counted, before, told=told):
        return None
    if measure is None and is_pointer(parse, quantity, counted):
        return None
    if measure is None and counted.head < 0 and not stands_for_noun(parse, quantity, counted):
        return None
    if measure == "damaged" and is_animal(parse, counted):
        measure = "killed"
    weak = measure == "injured" and is_weak(parse, quantity, counted)
    if weak and is_tally(parse, quantity):
        # Of the 700 shot in a year some died, and nobody says how many.
        measure, weak = "other", False
    final = cast("Measure", measure or "other")
    noun = parse.lemmas[counted.head].lower() if counted.head >= 0 else None
    if final == "other" and goes_on_counting(parse, quantity, counted, before):
        noun = before[-1].unit
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure=final,
        head=counted.head, noun_first=counted.first,
        of=counted_range(parse, quantity, counted, final, before),
        unit="people" if person or (person is None and final in PEOPLE) else noun,
        more=quantity.more or counted.more, pronoun=counted.pronoun,
        weak=weak,
    )  # fmt: skip


def _mend(parse: Parse, quantity: Quantity, counted: Counted) -> Quantity:
    """Return the number in thousands where its dot cannot be decimal: "1.466 infections"."""
    whole, _, rest = parse.text[quantity.core : quantity.bare].partition(".")
    plural = counted.head >= 0 and parse.tags[counted.head] in ("NNS", "NNPS")
    if not plural or len(rest) != 3 or not (whole + rest).isdigit() or whole.startswith("0"):
        return quantity
    low, high = (None if side is None else side * 1000 for side in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high)


def _draft_like(parse: Parse, quantity: Quantity, counted: Counted, last: Draft) -> Draft:
    if last.measure == "share":
        return _draft_share(parse, quantity, counted)
    made = _draft_money(parse, quantity)
    return replace(made, measure=last.measure, unit=last.unit)


def _draft_money(parse: Parse, quantity: Quantity) -> Draft:
    measure = cast("Measure", find_money_measure(parse, quantity))
    code = quantity.currency
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure=measure,
        of=_paid_for(parse, quantity, measure), unit=None if code == "?" else code,
        per=quantity.per, more=quantity.more, why={"unit": "ambiguous"} if code == "?" else {},
    )  # fmt: skip


def _as_conversion(parse: Parse, made: Draft, last: Draft) -> Draft:
    """Return a sum in brackets as the same sum in another currency: "60 tenge ($0.14)"."""
    between = parse.text[last.end : made.start].strip()
    opened = between == "(" or (between in (",", ";", "/", "or") and _in_bracket(parse, last))
    if not opened or last.measure not in ("money", "price") or last.unit == made.unit:
        return made
    return replace(made, measure=last.measure, of=last.of, per=made.per or last.per)


def _in_bracket(parse: Parse, draft: Draft) -> bool:
    return parse.text[draft.start - 1 : draft.start] == "("


def _paid_for(parse: Parse, quantity: Quantity, measure: str) -> Range | None:
    """Return what a sum is for: the noun before, behind, or the subject."""
    if measure == "money" and (of := governing_noun(parse, quantity)):
        return of
    counted = find_counted(parse, quantity)
    if counted.head >= 0 and measure == "money":
        return counted.first, counted.stop
    joints = (["for"], ["of"]) if measure == "price" else (["in"], ["for"], ["of"])
    if parse.lowers[quantity.stop : quantity.stop + 1] in joints:
        after = find_counted(parse, replace(quantity, stop=quantity.stop + 1))
        if after.head >= 0:
            return after.first, after.stop
    return named_subject(parse, quantity.first)


def _draft_share(parse: Parse, quantity: Quantity, counted: Counted) -> Draft:
    of: Range | None = None
    if not counted.of:
        of = share_of(parse, quantity, counted.head)
    if of is None and (counted.head >= 0 or counted.pronoun):
        of = counted.first, counted.stop
    elif of and of[1] <= quantity.first and parse.lemmas[of[1] - 1].lower() in CHANGES:
        # "The index closed with a loss of 3 per cent": of the index.
        of = named_subject(parse, quantity.first) or of
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure="share",
        head=counted.head, noun_first=counted.first,
        of=of or named_subject(parse, quantity.first), unit="percent", pronoun=counted.pronoun,
        more=quantity.more,
    )  # fmt: skip
