"""Sentences that close with their source where the tree does not show it: "…, files show"."""

from __future__ import annotations

from dateline.extract.statements import lexicon
from dateline.extract.statements.reports import Report
from dateline.extract.statements.tellers import Teller, find_tellers
from dateline.records.parses import Parse

LONGEST = 14
RELATIVE = frozenset({"who", "which", "that", "though", "and", "but", "we", "i", "you"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})


def find_tails(parse: Parse, told: set[int]) -> list[Report]:
    """Return the sentences that a closing "…, the navy states" tells.

    `told` holds the cues that introduced something already.
    """
    found = []
    for first, end in parse.sentences:
        comma = _last_comma(parse, first, end)
        if comma is None:
            continue
        tellers = find_tellers(parse, comma + 1, end, loose=True)
        if len(tellers) != 1 or tellers[0].verb in told or tellers[0].head is None:
            continue
        teller = tellers[0]
        cue = lexicon.verb_cue(parse.lemmas[teller.verb], parse.lowers[teller.verb])
        if cue is None or "s" not in cue.frames or cue.kind not in ("say", "show"):
            continue
        # The source and its cue are all there is, but for a time or an addressee.
        if parse.lowers[teller.head] in RELATIVE or parse.lowers[comma + 1] in RELATIVE:
            continue
        if parse.deps[teller.verb] in ("relcl", "acl") or parse.tags[first] == "IN":
            continue
        if not any(parse.tags[t] in FINITE for t in range(first, comma)) and end - first > 25:
            continue
        start = teller.source[0] if teller.source else teller.verb
        while start > comma + 1 and (
            parse.pos[start - 1] in ("ADJ", "DET", "NOUN", "PROPN", "NUM", "PART")
            or parse.tags[start - 1] == "VBN"
        ):
            start -= 1
        near = min(teller.verb, start)
        if near > comma + 1 or parse.tags[teller.verb] in ("VBG", "VB"):
            continue
        assert teller.source is not None
        if teller.head > teller.verb and (
            teller.source[1] < end - 2 or ("o" in cue.frames and not _named(parse, teller, end))
        ):
            continue
        found.append(
            Report(
                content=[(first, comma)], rule="tail", cue=teller.cue,
                source=(min(start, teller.source[0]), teller.source[1]),
                head=teller.head, force=cue.force, rank=6, verb=teller.verb,
            )
        )  # fmt: skip
    return found


def _named(parse: Parse, teller: Teller, end: int) -> bool:
    """Return whether an inverted source is a name, or stands in a headline."""
    assert teller.source is not None
    return parse.words[end - 1] not in (".", "!", "?") or any(
        parse.ents[t] in ("PERSON", "ORG") for t in range(*teller.source)
    )


def _last_comma(parse: Parse, first: int, end: int) -> int | None:
    for token in range(end - 1, max(first + 3, end - LONGEST), -1):
        if parse.words[token] == ",":
            return token
    return None
