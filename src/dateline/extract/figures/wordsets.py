"""Word sets: the sets of `figures_words.toml`, and the totals that name a measure."""

from __future__ import annotations

from functools import cache

from dateline import tables

# What a running total is called, and what it counts: "the number of injured rose to 31".
TOTALS = {
    "dead": "killed", "deaths": "killed", "toll": "killed", "fatalities": "killed", "killed": "killed",
    "victims": "killed", "injured": "injured", "wounded": "injured", "injuries": "injured",
    "missing": "missing", "arrested": "detained", "arrests": "detained", "detained": "detained",
    "infected": "infected", "infections": "infected", "cases": "infected",
    "displaced": "displaced", "evacuees": "displaced",
}  # fmt: skip


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the word sets of `figures_words.toml`."""
    return frozenset(tables.load_toml("figures_words.toml")[name].split())
