"""Sentences that close with their source where the tree does not show it: "…, files show"."""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.lexicon import Cue
from dateline.extract.statements.reports import Report
from dateline.extract.statements.tellers import Teller, find_tellers
from dateline.records.parses import Parse

LONGEST = 14
SHORT = 12
NAMING = frozenset({"ADJ", "DET", "NOUN", "PROPN", "NUM", "PART"})
RELATIVE = frozenset({"who", "which", "that", "though", "and", "but", "we", "i", "you"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})


def find_tails(parse: Parse, told: set[int]) -> list[Report]:
    """Return the sentences that a closing "…, the navy states" tells.

    `told` holds the cues that introduced something already.
    """
    found = []
    for first, end in parse.sentences:
        for comma in _commas(parse, first, end):
            report = _tail(parse, first, comma, end)
            if report is not None:
                if report.verb not in told:
                    found.append(report)
                break
    return found


def _tail(parse: Parse, first: int, comma: int, end: int) -> Report | None:
    tellers = find_tellers(parse, comma + 1, end, loose=True)
    if len(tellers) != 1 or not _is_main(parse, tellers[0], first, comma):
        return None
    teller = tellers[0]
    named = parse.tags[comma + 1] in ("NN", "NNS")
    if named and parse.lemmas[comma + 1].lower() in lexicon.nouns():
        return _refused(teller, comma)
    cue = lexicon.verb_cue(parse.lemmas[teller.verb], parse.lowers[teller.verb])
    if cue is None or "s" not in cue.frames or cue.kind not in ("say", "show"):
        return None
    # The source and its cue are all there is, but for a time or an addressee.
    start = teller.source[0]
    while start > comma + 1 and (parse.pos[start - 1] in NAMING or parse.tags[start - 1] == "VBN"):
        start -= 1
    if min(teller.verb, start) > comma + 1:
        return None
    if teller.head > teller.verb and not _is_inverted(parse, teller, cue, comma, end):
        return None
    return Report(
        content=[(first, comma)],
        rule="tail",
        cue=teller.cue,
        source=(min(start, teller.source[0]), teller.source[1]),
        head=teller.head,
        force=cue.force,
        rank=6,
        verb=teller.verb,
    )


def _is_inverted(parse: Parse, teller: Teller, cue: Cue, comma: int, end: int) -> bool:
    """Return whether who stands behind a cue is its source: "…, promised its director"."""
    subject = grammar.own_subject(parse, teller.verb)
    if subject is not None and subject < comma:
        # "Her stepson, now 17, described the abuse" is no inversion.
        return False
    far = teller.source[1] < end - 2
    return not far and ("o" not in cue.frames or _named(parse, teller, end))


def _refused(teller: Teller, comma: int) -> Report | None:
    """Return "…, *allegations* the government denies" where the tree makes it one name."""
    if teller.force not in ("denies", "retracts") or teller.head > teller.verb:
        return None
    first = comma + 2
    return Report(
        content=[(comma + 1, first)], rule="tail:refused", cue=teller.cue,
        source=(max(first, teller.source[0]), teller.source[1]), head=teller.head,
        force=teller.force, rank=7, verb=teller.verb,
    )  # fmt: skip


def _is_main(parse: Parse, teller: Teller, first: int, comma: int) -> bool:
    """Return whether a teller is no relative clause, and a clause stands before it."""
    if parse.lowers[teller.head] in RELATIVE or parse.lowers[comma + 1] in RELATIVE:
        return False
    if parse.deps[teller.verb] in ("relcl", "acl") or parse.tags[teller.verb] in ("VBG", "VB"):
        return False
    if parse.tags[first] in ("IN", "VBG", "TO"):
        return False
    # A headline may lack a finite verb; a long sentence has one.
    return comma - first < SHORT or any(parse.tags[t] in FINITE for t in range(first, comma))


def _named(parse: Parse, teller: Teller, end: int) -> bool:
    """Return whether an inverted source is a name, or stands in a headline."""
    return parse.words[end - 1] not in (".", "!", "?") or any(
        parse.ents[t] in ("PERSON", "ORG") for t in range(*teller.source)
    )


def _commas(parse: Parse, first: int, end: int) -> list[int]:
    """Return the commas near the end of a sentence, the last one first."""
    low = max(first + 3, end - LONGEST)
    return [token for token in range(end - 1, low, -1) if parse.words[token] == ","][:2]
