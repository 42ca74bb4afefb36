"""Vague numbers: "dozens", and how ACLED reads them.

The layer gives the least that a vague plural can mean, two of its kind: dozens are at least
24. ACLED's codebook counts one of its kind: dozens 12, hundreds 100; "several" is 3 for both.
"""

from __future__ import annotations

from functools import cache

from dateline import tables
from dateline.records.readings import Figure


@cache
def _vague() -> frozenset[str]:
    return frozenset(tables.load_toml("figures_numbers.toml")["vague"])


def acled_number(figure: Figure) -> float | None:
    """Return the number that ACLED would write for a figure, None where the words open it.

    It is the lower side, the most careful count; half of it for a vague plural.

    >>> acled_number(Figure(id="f0", start=0, end=6, text="Dozens", measure="killed", low=24,
    ...                     high=None, approximate=True))
    12.0
    >>> acled_number(Figure(id="f0", start=0, end=11, text="at least 20", measure="killed",
    ...                     low=20, high=None))
    20
    """
    words = figure.text.lower().replace("-", " ").split()
    if figure.low is None or "several" in words or _vague().isdisjoint(words):
        return figure.low
    return figure.low / 2
