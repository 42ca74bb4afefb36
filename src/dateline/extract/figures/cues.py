"""Cues: the words that tell what happened to those counted."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline import tables
from dateline.records.parses import Parse


class Lexicon(NamedTuple):
    """Cues by lemma (patient, subject, noun) and by first word (state)."""

    patient: dict[str, tuple[str, ...]]
    subject: dict[str, tuple[str, ...]]
    noun: dict[str, tuple[str, ...]]
    state: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    topic: dict[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """Return the cues of `figures_cues.toml`."""
    table = tables.load_toml("figures_cues.toml")
    single: dict[str, dict[str, tuple[str, ...]]] = {
        "patient": {},
        "subject": {},
        "noun": {},
        "topic": {},
    }
    state: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for measure, cues in table.items():
        for role, known in single.items():
            for word in filter(None, (w.strip() for w in cues.get(role, "").split(","))):
                known[word] = (*known.get(word, ()), measure)
        for phrase in filter(None, (w.strip() for w in cues["state"].split(","))):
            words = tuple(phrase.split())
            state.setdefault(words[0], []).append((words, measure))
    return Lexicon(
        single["patient"],
        single["subject"],
        single["noun"],
        {w: tuple(sorted(p, key=lambda c: -len(c[0]))) for w, p in state.items()},
        single["topic"],
    )


def pick(measures: tuple[str, ...], *, person: bool | None) -> str | None:
    """Return the measure that fits people, or things where `person` is False."""
    for measure in measures:
        if (measure == "damaged") == (person is False):
            return measure
    # Animals and crops are killed and infected without being people.
    if person is False:
        return next((m for m in measures if m in ("killed", "infected", "detained")), None)
    return None


def state_at(parse: Parse, token: int, *, person: bool | None) -> tuple[str, int] | None:
    """Return the measure and the end of the state that begins at `token`."""
    lowers = parse.lowers
    for words, measure in lexicon().state.get(lowers[token], ()):
        stop = token + len(words)
        if tuple(lowers[token:stop]) == words and pick((measure,), person=person):
            return measure, stop
    return None


# Verbs that hurt without saying whether they killed.
WEAK = frozenset(
    ["shoot", "stab", "hit", "strike", "beat", "burn", "graze", "trample", "cut", "knife", "run"]
)
ATTEMPTS = frozenset({"attempted", "attempt", "conspiracy", "non", "nonfatal"})
WEAK_WORDS = frozenset(
    [
        "shot",
        "stabbed",
        "shoot",
        "shoots",
        "shooting",
        "stab",
        "stabs",
        "stabbing",
        "struck",
        "striking",
        "gunfire",
    ]
)


def is_attempt(parse: Parse, noun: int) -> bool:
    """Return whether a killing was only tried: "the attempted murders of five", "conspiracy"."""
    return not ATTEMPTS.isdisjoint(parse.lowers[max(0, noun - 4) : noun])


def is_fatal(parse: Parse, verb: int) -> bool:
    """Return whether the words beside a verb of harm say that it killed: "shot dead"."""
    lowers = parse.lowers
    near = lowers[max(0, verb - 2) : verb + 3]
    if "fatally" in near or "mortally" in near:
        return True
    after = lowers[verb + 1 : verb + 4]
    if after[:1] == ["dead"] or after[:2] in (
        ["to", "death"],
        ["and", "killed"],
        [",", "killed"],
        ["and", "kills"],
    ):
        return True
    if after[:2] in (["and", "killing"], ["and", "kill"]) or (
        lowers[verb] == "gunned" and after[:1] == ["down"]
    ):
        return True
    return any(_tells_death(parse, verb, child) for child in parse.children[verb] if child > verb)


def _tells_death(parse: Parse, verb: int, child: int) -> bool:
    """Return whether a complement of the same clause is "dead" or "to death"."""
    lowers = parse.lowers
    if parse.deps[child] not in ("oprd", "acomp", "xcomp", "amod", "prep"):
        return False
    # "2 shot, 1 dead": behind a comma it is somebody else.
    if "," in lowers[verb:child]:
        return False
    return lowers[child] == "dead" or lowers[child : child + 2] == ["to", "death"]


def patient_measure(parse: Parse, verb: int, *, person: bool | None) -> str | None:
    """Return what the verb at `verb` did to those it befell."""
    lemma = parse.lemmas[verb].lower()
    measure = pick(lexicon().patient[lemma], person=person)
    if (
        measure == "injured"
        and (lemma in WEAK or lemma in ("wound", "injure"))
        and is_fatal(parse, verb)
    ):
        return "killed"
    return measure


def verb_in(word: str, known: dict[str, tuple[str, ...]]) -> str | None:
    """Return the verb of `known` that an -ing form taken for a noun or adjective is of.

    >>> verb_in("sickening", {"sicken": ("infected",)}), verb_in("morning", {"kill": ()})
    ('sicken', None)
    """
    if not word.endswith("ing"):
        return None
    stem = word[:-3]
    return next((s for s in (stem, stem + "e", stem[:-1]) if s in known), None)
