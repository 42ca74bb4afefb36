"""The cue words, read from the tables into look-ups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

from dateline.records.readings import Force
from dateline.tables import load_rows, load_toml


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word is: its class, what follows it, and what its speaker does."""

    lemma: str
    kind: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    force: Force = "asserts"


def _cue(lemma: str, kind: str, frames: str, force: str) -> Cue:
    parts = frames.split()
    return Cue(
        lemma=lemma,
        kind=kind,
        frames=frozenset(part for part in parts if not part.startswith(":")),
        prepositions=frozenset(part[1:] for part in parts if part.startswith(":")),
        force=_force(force),
    )


def _force(word: str) -> Force:
    for force in get_args(Force):
        if force == word:
            return force  # type: ignore[no-any-return]
    return "asserts"


@cache
def verbs() -> dict[str, Cue]:
    """Return the verbs of saying, showing, holding and wanting, by lemma."""
    rows = (tuple(row) + ("",) * (4 - len(row)) for row in load_rows("statements_verbs.tsv"))
    return {lemma: _cue(lemma, kind, frames, force) for lemma, kind, frames, force in rows}


@cache
def _forms() -> dict[str, str]:
    """Return the lemma of each regular form, for words that the lemmatiser gets wrong."""
    found: dict[str, str] = {}
    for lemma in verbs():
        if " " in lemma:
            continue
        stem = lemma.removesuffix("e")
        forms = [f"{lemma}s", f"{stem}ed", f"{stem}ing"]
        if lemma.endswith(("s", "sh", "ch", "x", "z")):
            forms[0] = f"{lemma}es"
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            forms[:2] = [f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"]
        for form in forms:
            found.setdefault(form, lemma)
    return found


def verb_cue(lemma: str, word: str) -> Cue | None:
    """Return the cue that a verb is, by its lemma or, where that is odd, by its form.

    >>> verb_cue("hop", "hopes").lemma
    'hope'
    """
    found = verbs().get(lemma.lower())
    return found if found is not None else verbs().get(_forms().get(word, ""))


@cache
def nouns() -> dict[str, Cue]:
    """Return the nouns that stand for a statement, by lemma."""
    rows = (tuple(row) + ("",) * (3 - len(row)) for row in load_rows("statements_nouns.tsv"))
    return {lemma: _cue(lemma, "noun", frames, force) for lemma, force, frames in rows}


@cache
def phrases(name: str) -> frozenset[str]:
    """Return a list of the table of phrases: `prepositions`, `adverbs`, `adjectives`, …."""
    return frozenset(load_toml("statements_phrases.toml")[name])


@cache
def not_said(lemma: str) -> frozenset[str]:
    """Return the objects with which a verb of saying says nothing: "claimed lives"."""
    return frozenset(load_toml("statements_phrases.toml")["not_said"].get(lemma, ()))
