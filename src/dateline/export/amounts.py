"""Figures in words: "at least 3,000", "60 KZT per litre", "2–3 billion USD"."""

from __future__ import annotations

from dateline.export.clean import to_line
from dateline.export.excerpts import clip_words
from dateline.export.lookups import words
from dateline.records.readings import Figure

# Units that only repeat what the counted group says.
SILENT_UNITS = frozenset({"people", "person"})
# What happened to them; of the others, the thing counted says more than the measure.
COUNTS_OF_PEOPLE = frozenset(
    {"killed", "injured", "detained", "missing", "displaced", "infected", "participants",
     "deployed", "damaged"}
)  # fmt: skip
LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number_words(value: float) -> str:
    """Return a number for people to read.

    >>> number_words(3000.0), number_words(175e6), number_words(8.4), number_words(1234567.0)
    ('3,000', '175 million', '8.4', '1,234,567')
    """
    for size, name in LARGE:
        scaled = value / size
        if abs(scaled) >= 1 and round(scaled, 2) == scaled:
            return f"{scaled:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def range_words(figure: Figure) -> str:
    """Return the range of a figure, with its qualifier."""
    low, high = figure.low, figure.high
    about = "about " if figure.approximate else ""
    if low is None and high is None:
        return "number unknown"
    if low is None or high is None:
        bound = low if low is not None else high
        assert bound is not None
        if figure.approximate:
            # "dozens": the bound is a convention for a vague word, not a number of the text.
            return f"some {number_words(bound)} or {'more' if low is not None else 'fewer'}"
        return f"{'at least' if low is not None else 'up to'} {number_words(bound)}"
    if low == high:
        return f"{about}{number_words(low)}"
    first, last = number_words(low), number_words(high)
    shared = first.split(" ")[1:] == last.split(" ")[1:]
    return f"{about}{first.split(' ')[0] if shared else first}–{last}"


def unit_words(figure: Figure) -> str:
    """Return the unit of a figure, empty where the counted group says it all."""
    unit = to_line(figure.unit or "")
    # Currencies are in capitals; any other unit is the counted noun once more.
    if unit.lower() in SILENT_UNITS or (figure.of and unit != "percent" and not unit.isupper()):
        unit = ""
    unit = "%" if unit == "percent" else unit
    per = to_line(figure.per or "")
    return " ".join(part for part in (unit, f"per {per}" if per else "") if part)


def amount(figure: Figure) -> str:
    """Return the range with its unit: "60 KZT per litre"."""
    unit = unit_words(figure)
    joint = "" if unit.startswith("%") else " "
    return f"{range_words(figure)}{joint}{unit}".strip()


def toll(figure: Figure) -> str:
    """Return a figure as an event tells it: "26 killed", "2 ambulances", "240 million USD"."""
    if figure.measure not in COUNTS_OF_PEOPLE:
        group = to_line(figure.of.text) if figure.of and not unit_words(figure) else ""
        return f"{amount(figure)} {clip_words(group, 40)}".strip()
    return f"{amount(figure)} {words('measures')[figure.measure]}"
