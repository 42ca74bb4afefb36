"""Drafts: the figures with their measure and what they count, before parts and anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dateline.extract.figures.lookalikes import is_age, is_lookalike, time_ranges
from dateline.extract.figures.measures import find_measure, is_weak, nearby_measure, weak_noun
from dateline.extract.figures.money import (
    find_money_measure,
    governing_noun,
    named_subject,
    share_of,
)
from dateline.extract.figures.nouns import Counted, find_counted, is_person
from dateline.extract.figures.quantities import Quantity, find_quantities
from dateline.records.parses import Parse
from dateline.records.readings import Measure, Time

PEOPLE = frozenset(
    {
        "killed",
        "injured",
        "detained",
        "missing",
        "displaced",
        "infected",
        "participants",
        "deployed",
    }
)
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure in the making; `head` is the token of the counted noun, -1 for none."""

    start: int
    end: int
    first: int
    stop: int
    low: float | None
    high: float | None
    approximate: bool
    measure: Measure
    head: int = -1
    noun_first: int = -1
    of: Range | None = None
    unit: str | None = None
    per: str | None = None
    implicit: bool = False
    more: bool = False
    whole: bool = False
    pronoun: bool = False
    partitive: bool = False
    definite: bool = False
    carried: bool = False
    weak: bool = False
    members: tuple[Range, ...] = ()
    why: Mapping[str, str] = field(default_factory=dict)

    def value_or(self) -> float:
        """Return the number stated, whichever side of it is open."""
        return self.low if self.low is not None else self.high or 0.0


def draft_figures(parse: Parse, times: tuple[Time, ...]) -> list[Draft]:
    """Return the stated figures of a text in text order."""
    spans = time_ranges(times)
    drafts: list[Draft] = []
    ages: set[int] = set()
    for quantity in find_quantities(parse):
        if is_age(parse, quantity, ages):
            ages.add(quantity.stop)
            continue
        if is_lookalike(parse, quantity, spans):
            continue
        made = _draft(parse, quantity, drafts)
        if made:
            drafts.append(made)
    return drafts


def _draft(parse: Parse, quantity: Quantity, before: list[Draft]) -> Draft | None:
    if quantity.kind == "money":
        return _money(parse, quantity)
    counted = find_counted(parse, quantity)
    if quantity.kind == "share":
        return _share(parse, quantity, counted)
    quantity = _mend(parse, quantity, counted)
    typed = _typed_like(parse, quantity, counted, before)
    if typed:
        return typed
    person = is_person(parse, counted)
    if (
        person is None
        and not counted.pronoun
        and before
        and before[-1].unit not in ("people", None)
        and before[-1].measure == "damaged"
        and parse.sentence_of[before[-1].first] == parse.sentence_of[quantity.first]
    ):
        person = False
    measure, how = find_measure(parse, quantity, counted, person)
    carried = False
    if measure is None and (taken := _carry(parse, quantity, counted, before)):
        measure, carried = taken, True
    measure = measure or weak_noun(parse, counted)
    if measure is None and how != "agent":
        measure = nearby_measure(parse, quantity, counted)
    if _is_article(parse, quantity, counted, measure, how, before):
        return None
    if measure is None and counted.head < 0 and not _stands_for_noun(parse, quantity, counted):
        return None
    final: Measure = measure or "other"  # type: ignore[assignment]
    noun = parse.lemmas[counted.head].lower() if counted.head >= 0 else None
    unit = "people" if (person or (person is None and final in PEOPLE)) else noun
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure=final,
        head=counted.head, noun_first=counted.first,
        of=_counted_range(parse, quantity, counted, final, before),
        unit=unit, more=quantity.more or counted.more, whole=quantity.whole,
        pronoun=counted.pronoun, partitive=counted.of, definite=counted.definite, carried=carried,
        weak=final == "injured" and is_weak(parse, quantity, counted),
    )  # fmt: skip


def _counted_range(
    parse: Parse, quantity: Quantity, counted: Counted, measure: str, before: list[Draft]
) -> Range | None:
    """Return the words that are counted; an ellipsis takes them from the figure before."""
    if counted.head >= 0 or counted.pronoun:
        return counted.first, counted.stop
    sentence = parse.sentence_of[quantity.first]
    if measure == "other":
        return named_subject(parse, quantity.first)
    if (
        before
        and before[-1].unit == "people"
        and sentence - parse.sentence_of[before[-1].first] <= 1
        and before[-1].head >= 0
    ):
        return before[-1].of
    return None


def _is_article(
    parse: Parse,
    quantity: Quantity,
    counted: Counted,
    measure: str | None,
    how: str,
    before: list[Draft],
) -> bool:
    """Return whether "one" only introduces its noun and counts nothing."""
    number = parse.text[quantity.core : quantity.bare].lower()
    if number != "one" or quantity.bounded:
        return False
    if measure is not None and measure != "participants" and how:
        return False
    if is_person(parse, counted) and not counted.of:
        return False
    joined = before and parse.sentence_of[before[-1].first] == parse.sentence_of[quantity.first]
    listed = joined and parse.lowers[quantity.first - 1] in ("and", ",") and counted.head >= 0
    return not (listed and quantity.first - before[-1].stop < 6)


def _typed_like(
    parse: Parse, quantity: Quantity, counted: Counted, before: list[Draft]
) -> Draft | None:
    """Return a bare number as the sum or share that the figure before it is."""
    if not before or counted.head >= 0 or counted.pronoun or quantity.kind != "count":
        return None
    last = before[-1]
    if (
        last.measure not in ("money", "price", "share")
        or parse.sentence_of[last.first] != parse.sentence_of[quantity.first]
    ):
        return None
    after = parse.lowers[quantity.stop] if quantity.stop < len(parse) else "."
    if (
        after
        not in (
            ".",
            ",",
            ";",
            ")",
            "for",
            "in",
            "when",
            "a",
            "to",
            "at",
            "from",
            "if",
            "was",
            "now",
            "the",
            "two",
            "of",
            "on",
            "per",
            "last",
            "this",
            "by",
            "and",
            "each",
        )
        or last.measure == "share"
        and (quantity.value > 100 or parse.text[quantity.core : quantity.bare].lower() == "one")
    ):
        return None
    if (
        last.measure == "price"
        and not last.value_or() / 50 <= quantity.value <= last.value_or() * 50
    ):
        return None
    number = replace(quantity, kind="share" if last.measure == "share" else "money")
    if number.kind == "share":
        return _share(parse, number, counted)
    made = _money(parse, number)
    return replace(made, measure=last.measure, unit=last.unit)


def _mend(parse: Parse, quantity: Quantity, counted: Counted) -> Quantity:
    """Return the number read as thousands where a dot before three digits cannot be decimal."""
    number = parse.text[quantity.core : quantity.bare]
    if (
        counted.head >= 0
        and len(number) >= 5
        and number[-4] == "."
        and number[-3:].isdigit()
        and number[0] != "0"
        and number[:-4].isdigit()
        and parse.tags[counted.head] in ("NNS", "NNPS")
    ):
        low = quantity.low and quantity.low * 1000
        high = quantity.high and quantity.high * 1000
        return replace(quantity, low=low, high=high)
    return quantity


def _stands_for_noun(parse: Parse, quantity: Quantity, counted: Counted) -> bool:
    """Return whether a bare number still counts something that its clause names."""
    if counted.pronoun or counted.others or counted.more or quantity.change:
        return True
    after = parse.lowers[quantity.stop] if quantity.stop < len(parse) else ""
    return (
        quantity.bounded
        or quantity.vague
        or after in ("were", "are", "have", "had")
        or (not quantity.word and quantity.value >= 100)
    )


def _carry(parse: Parse, quantity: Quantity, counted: Counted, before: list[Draft]) -> str | None:
    """Return the measure of the figure before it, where the words leave theirs out."""
    if not before:
        return None
    last = before[-1]
    if last.measure in ("money", "price", "share"):
        return None
    same = parse.sentence_of[last.first] == parse.sentence_of[quantity.first]
    between = parse.lowers[last.stop : quantity.first]
    elliptic = counted.head < 0
    if same and elliptic and last.measure != "other":
        return last.measure
    if (
        same
        and len(between) <= 8
        and between[-1:] in (["and"], [","], ["including"], ["&"], ["or"])
        and last.measure != "other"
        and last.measure != "participants"
    ):
        person, other = is_person(parse, counted), last.unit == "people"
        return last.measure if person is None or person == other else None
    near = parse.sentence_of[quantity.first] - parse.sentence_of[last.first] <= 1
    bare = elliptic and quantity.low == quantity.high and not quantity.bounded
    number = parse.text[quantity.core : quantity.bare].lower()
    if (
        near
        and bare
        and number != "one"
        and last.measure in ("killed", "injured", "missing", "infected", "detained")
        and parse.lowers[quantity.stop : quantity.stop + 1]
        in ([","], ["."], [";"], [], ["in"], ["to"])
    ):
        return last.measure
    if near and (
        counted.pronoun or ((quantity.more or counted.more or counted.others) and elliptic)
    ):
        return last.measure if last.measure != "other" else None
    return None


def _money(parse: Parse, quantity: Quantity) -> Draft:
    measure: Measure = find_money_measure(parse, quantity)  # type: ignore[assignment]
    code = quantity.currency
    why = {"unit": "ambiguous"} if code == "?" else {}
    of = governing_noun(parse, quantity) if measure == "money" else None
    if of is None:
        counted = find_counted(parse, quantity)
        if counted.head >= 0 and measure == "money":
            of = (counted.first, counted.stop)
        elif quantity.stop + 1 < len(parse) and parse.lowers[quantity.stop] in ("in", "for", "of"):
            after = find_counted(parse, replace(quantity, stop=quantity.stop + 1))
            of = (after.first, after.stop) if after.head >= 0 else None
        of = of or named_subject(parse, quantity.first)
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure=measure,
        of=of, unit=None if code == "?" else code, per=quantity.per, more=quantity.more, why=why,
    )  # fmt: skip


def _share(parse: Parse, quantity: Quantity, counted: Counted) -> Draft:
    of: Range | None = (
        (counted.first, counted.stop) if counted.head >= 0 or counted.pronoun else None
    )
    if not counted.of:
        of = share_of(parse, quantity, counted.head) or of
    of = of or named_subject(parse, quantity.first)
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure="share",
        head=counted.head, noun_first=counted.first, of=of, unit="percent", pronoun=counted.pronoun,
        partitive=counted.of, more=quantity.more,
    )  # fmt: skip
