"""Drafts: the figures with their measure and what they count, before parts and anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dateline.extract.figures.lookalikes import is_age, is_lookalike, time_ranges
from dateline.extract.figures.measures import find_measure, is_weak, weak_noun
from dateline.extract.figures.money import find_money_measure, governing_noun, subject_of
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
    measure, how = find_measure(parse, quantity, counted)
    carried = False
    if measure is None and (taken := _carry(parse, quantity, counted, before)):
        measure, carried = taken, True
    measure = measure or weak_noun(parse, counted)
    number = parse.text[quantity.core : quantity.bare].lower()
    if (
        number == "one"
        and (measure is None or measure == "participants" or how == "agent")
        and not quantity.bounded
    ):
        return None
    if measure is None and counted.head < 0 and not _stands_for_noun(parse, quantity, counted):
        return None
    person = is_person(parse, counted)
    final: Measure = measure or "other"  # type: ignore[assignment]
    noun = parse.lemmas[counted.head].lower() if counted.head >= 0 else None
    unit = "people" if (person or (person is None and final in PEOPLE)) else noun
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure=final,
        head=counted.head, noun_first=counted.first,
        of=(counted.first, counted.stop) if counted.head >= 0 or counted.pronoun else None,
        unit=unit, more=quantity.more or counted.more, whole=quantity.whole,
        pronoun=counted.pronoun, partitive=counted.of, definite=counted.definite, carried=carried,
        weak=final == "injured" and is_weak(parse, quantity, counted),
    )  # fmt: skip


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
        of = of or subject_of(parse, quantity.first)
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure=measure,
        of=of, unit=None if code == "?" else code, per=quantity.per, more=quantity.more, why=why,
    )  # fmt: skip


def _share(parse: Parse, quantity: Quantity, counted: Counted) -> Draft:
    of: Range | None = (
        (counted.first, counted.stop) if counted.head >= 0 or counted.pronoun else None
    )
    if of is None:
        of = subject_of(parse, quantity.first)
    return Draft(
        start=quantity.start, end=quantity.end, first=quantity.first, stop=quantity.stop,
        low=quantity.low, high=quantity.high, approximate=quantity.approximate, measure="share",
        head=counted.head, noun_first=counted.first, of=of, unit="percent", pronoun=counted.pronoun,
        partitive=counted.of, more=quantity.more,
    )  # fmt: skip
