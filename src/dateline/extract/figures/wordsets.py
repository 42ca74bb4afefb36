"""Word sets: the sets of `figures_words.toml`, and the totals that name a measure."""

from __future__ import annotations

from functools import cache

from dateline import tables

# What a running total is called, and what it counts: "the number of injured rose to 31".
TOTALS = {
    word: measure
    for measure, words in (
        ("killed", "dead deaths toll fatalities killed victims"),
        ("injured", "injured wounded injuries"),
        ("missing", "missing"),
        ("detained", "arrested arrests detained"),
        ("infected", "infected infections cases"),
        ("displaced", "displaced evacuees"),
    )
    for word in words.split()
}


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the word sets of `figures_words.toml`."""
    return frozenset(tables.load_toml("figures_words.toml")[name].split())
