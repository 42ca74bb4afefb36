"""Contexts: PLOVER's themes of an event, from telling words of its sentence."""

from __future__ import annotations

from functools import cache

from dateline.records.parses import Parse
from dateline.tables import load_toml


@cache
def _themes() -> dict[str, str]:
    raw = load_toml("events_contexts.toml")
    return {
        word.strip(): theme
        for theme, words in raw.items()
        for word in words.replace("\n", " ").split(",")
        if word.strip()
    }


def find_contexts(parse: Parse, start: int, end: int) -> tuple[str, ...]:
    """Return the themes of the tokens from `start` to `end`, sorted, each once."""
    themes = _themes()
    found = {themes[lemma] for lemma in parse.lemmas[start:end] if lemma in themes}
    return tuple(sorted(found))
