"""The cue words, read from the tables into look-ups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.tables import load_rows, load_toml


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word is: its class, what follows it, and what its speaker does."""

    lemma: str
    kind: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    force: str = "asserts"


def _cue(lemma: str, kind: str, frames: str, force: str) -> Cue:
    parts = frames.split()
    return Cue(
        lemma=lemma,
        kind=kind,
        frames=frozenset(part for part in parts if not part.startswith(":")),
        prepositions=frozenset(part[1:] for part in parts if part.startswith(":")),
        force=force or "asserts",
    )


@cache
def verbs() -> dict[str, Cue]:
    """Return the verbs of saying, showing, holding and wanting, by lemma."""
    rows = (tuple(row) + ("",) * (4 - len(row)) for row in load_rows("statements_verbs.tsv"))
    return {lemma: _cue(lemma, kind, frames, force) for lemma, kind, frames, force in rows}


@cache
def nouns() -> dict[str, Cue]:
    """Return the nouns that stand for a statement, by lemma."""
    rows = (tuple(row) + ("",) * (3 - len(row)) for row in load_rows("statements_nouns.tsv"))
    return {lemma: _cue(lemma, "noun", frames, force) for lemma, force, frames in rows}


@cache
def phrases(name: str) -> frozenset[str]:
    """Return a list of the other cues: `prepositions`, `adverbs` or `adjectives`."""
    return frozenset(load_toml("statements_phrases.toml")[name])
