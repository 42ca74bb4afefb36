"""Vague numbers: "dozens", and how ACLED reads them.

The layer gives the least that a vague plural can mean, two of its kind: dozens are at least
24. ACLED's codebook counts one of its kind: dozens 12, hundreds 100; "several" is 3 for both.
"""

from __future__ import annotations

from functools import cache

from dateline import tables


@cache
def _vague() -> frozenset[str]:
    return frozenset(tables.load_toml("figures_numbers.toml")["vague"])


def acled_number(words: str, low: float | None) -> float | None:
    """Return the number that ACLED would write for a figure, None where the words open it.

    It is the lower side, the most careful count; half of it for a vague plural.

    >>> acled_number("Dozens", 24), acled_number("at least 20", 20)
    (12, 20)
    """
    said = words.lower().replace("-", " ").split()
    if low is None or "several" in said or _vague().isdisjoint(said):
        return low
    half = low / 2
    return int(half) if half.is_integer() else half
