"""Withdrawn: the figures that the text itself takes back or denies.

"The ministry retracted its report of 164 deaths", "Ten died. The figure was later withdrawn."
Such a figure keeps its row, and `why` says under `claim` what became of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.figures.drafts import Draft
from dateline.records.parses import Parse

BACK = {
    **dict.fromkeys(("retract", "withdraw", "recant", "disown", "rescind"), "withdrawn"),
    **dict.fromkeys(("deny", "refute", "debunk"), "denied"),
}
WRONG = frozenset({"wrong", "false", "incorrect", "mistaken", "erroneous", "untrue", "inaccurate"})
NOUNS = frozenset({"figure", "number", "toll", "report", "count", "claim", "tally", "estimate"})
# Steps up the tree from a number to the verb that takes it back.
CLIMB = 8


def find_withdrawn(parse: Parse, drafts: Sequence[Draft]) -> dict[int, str]:
    """Return for each figure taken back "withdrawn" or "denied", by its index."""
    found: dict[int, str] = {}
    for number, draft in enumerate(drafts):
        if not draft.implicit and (fate := _above(parse, draft) or _reported(parse, draft)):
            found[number] = fate
    for token, lemma in enumerate(parse.lemmas):
        if lemma in NOUNS and (fate := _fate(parse, token)):
            last = _last_before(parse, drafts, token)
            if last is not None:
                found.setdefault(last, fate)
    return found


def _above(parse: Parse, draft: Draft) -> str | None:
    """Return what a verb above the number does to it: "denied that 40 had been killed"."""
    token = draft.first
    for _ in range(CLIMB):
        head = parse.heads[token]
        if head == token:
            return None
        fate = BACK.get(parse.lemmas[head].lower())
        if fate and head < draft.first and parse.tags[head].startswith("VB"):
            denied = any(parse.deps[c] == "neg" for c in parse.children[head])
            return None if denied or parse.deps[token].startswith("nsubj") else fate
        token = head
    return None


def _reported(parse: Parse, draft: Draft) -> str | None:
    """Return what became of "reports of 60 dead"."""
    at = draft.first - 2
    if at < 0 or parse.lowers[at + 1] != "of" or parse.lemmas[at] not in NOUNS:
        return None
    return _fate(parse, at)


def _fate(parse: Parse, noun: int) -> str | None:
    """Return what a clause tells of a figure named by a noun: "the figure was withdrawn"."""
    if not parse.deps[noun].startswith("nsubj"):
        return None
    verb = parse.heads[noun]
    passive = parse.deps[noun] == "nsubjpass"
    if any(parse.deps[c] == "neg" for c in parse.children[verb]):
        return None
    if passive and (fate := BACK.get(parse.lemmas[verb].lower())):
        return fate
    told = {parse.lowers[c] for c in parse.children[verb] if parse.deps[c] in ("acomp", "attr")}
    return None if WRONG.isdisjoint(told) else "withdrawn"


def _last_before(parse: Parse, drafts: Sequence[Draft], token: int) -> int | None:
    """Return the last stated figure before, in the sentence before or in this one."""
    sentence = parse.sentence_of[token]
    for number in range(len(drafts) - 1, -1, -1):
        draft = drafts[number]
        if draft.first < token and not draft.implicit:
            near = sentence - parse.sentence_of[draft.first] <= 1
            return number if near else None
    return None
