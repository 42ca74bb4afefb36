"""Drafting: from the numbers of a text to the figures it states."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from dateline.extract.figures.ages import is_age
from dateline.extract.figures.drafts import PEOPLE, Draft, Range
from dateline.extract.figures.ellipses import (
    carried_measure,
    counted_range,
    counts_things,
    is_article,
    is_like_before,
    stands_for_noun,
)
from dateline.extract.figures.lookalikes import is_lookalike, time_ranges
from dateline.extract.figures.measures import find_measure, is_weak, weak_noun
from dateline.extract.figures.money import (
    find_money_measure,
    governing_noun,
    named_subject,
    share_of,
)
from dateline.extract.figures.nearby import nearby_measure
from dateline.extract.figures.nouns import Counted, find_counted, is_person
from dateline.extract.figures.quantities import Quantity, find_quantities
from dateline.records.parses import Parse
from dateline.records.readings import Measure, Time


def draft_figures(parse: Parse, times: tuple[Time, ...]) -> list[Draft]:
    """Return the stated figures of a text in text order."""
    spans = time_ranges(times)
    drafts: list[Draft] = []
    ages: set[int] = set()
    for quantity in find_quantities(parse):
        if is_age(parse, quantity, ages):
            ages.add(quantity.stop)
        elif not is_lookalike(parse, quantity, spans):
            made = _draft(parse, quantity, drafts)
            if made:
                drafts.append(made)
    return drafts


def _draft(parse: Parse, quantity: Quantity, before: list[Draft]) -> Draft | None:
    if quantity.kind == "money":
        return _draft_money(parse, quantity)
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
    if measure is None and not found.as_agent:
        measure = nearby_measure(parse, quantity, counted)
    told = found.by_cue and measure not in (None, "participants")
    if is_article(parse, quantity, counted, before, told=told):
        return None
    if measure is None and counted.head < 0 and not stands_for_noun(parse, quantity, counted):
        return None
    final = cast("Measure", measure or "other")
    noun = parse.lemmas[counted.head].lower() if counted.head >= 0 else None
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure=final,
        head=counted.head, noun_first=counted.first,
        of=counted_range(parse, quantity, counted, final, before),
        unit="people" if person or (person is None and final in PEOPLE) else noun,
        more=quantity.more or counted.more, pronoun=counted.pronoun,
        weak=final == "injured" and is_weak(parse, quantity, counted),
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
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure="share",
        head=counted.head, noun_first=counted.first,
        of=of or named_subject(parse, quantity.first), unit="percent", pronoun=counted.pronoun,
        more=quantity.more,
    )  # fmt: skip
