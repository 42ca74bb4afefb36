"""Cues set between two commas, read by the order of words where the tree breaks at them.

"The dam, said the engineer, will hold", "the bridge, the mayor is convinced, will hold",
"…, the general was quoted by the agency as saying".
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.statements import lexicon
from dateline.extract.statements.reports import Range, Report
from dateline.records.parses import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "ADP"})
# An insertion is no longer than this, in tokens.
LONGEST = 12


def find_insertions(parse: Parse) -> list[Report]:
    """Return the statements around the cues that stand between two commas."""
    found: list[Report] = []
    for low, high in parse.sentences:
        commas = [t for t in range(low + 1, high) if parse.words[t] == ","]
        for number, comma in enumerate(commas):
            end = commas[number + 1] if number + 1 < len(commas) else high
            if 3 <= end - comma <= LONGEST:
                found.extend(_inserted(parse, low, (comma, end), high))
    return found


def _inserted(parse: Parse, low: int, part: Range, high: int) -> Iterator[Report]:
    comma, end = part
    quoted = _quoted_as(parse, comma + 1, end)
    if quoted is not None:
        source, saying = quoted
        rest = [(low, comma)] + ([(end + 1, high)] if end + 1 < high else [])
        yield _report(parse, rest, source, saying, "say")
        return
    if end >= high or not _parts_subject(parse, low, comma, end, high):
        return
    rest = [(low, comma), (end + 1, high)]
    cue = lexicon.verb_cue(parse.lemmas[comma + 1], parse.lowers[comma + 1])
    told = cue is not None and cue.kind == "say" and "s" in cue.frames
    if told and parse.tags[comma + 1] in FINITE and _is_name(parse, comma + 2, end):
        yield _report(parse, rest, (comma + 2, end), comma + 1, "say")
    last = end - 1
    sure = parse.lowers[last] in lexicon.phrases("adjectives") and parse.lemmas[last - 1] == "be"
    if sure and _is_name(parse, comma + 1, last - 1):
        yield _report(parse, rest, (comma + 1, last - 1), last, "hold")


def _report(parse: Parse, rest: list[Range], source: Range, cue: int, kind: str) -> Report:
    return Report(
        content=rest, rule=f"{kind}:insertion", cue=(cue, cue + 1), source=source,
        head=_head(parse, source), kind=kind, rank=9, verb=cue,
    )  # fmt: skip


def _parts_subject(parse: Parse, low: int, comma: int, end: int, high: int) -> bool:
    """Return whether two commas stand between a subject and its verb."""
    if any(parse.tags[t] in FINITE for t in range(low, comma)):
        return False
    following = end + 1
    while following < high and parse.pos[following] == "ADV":
        following += 1
    named = any(parse.pos[t] in ("NOUN", "PROPN", "PRON") for t in range(low, comma))
    return named and following < high and parse.tags[following] in FINITE


def _is_name(parse: Parse, first: int, end: int) -> bool:
    """Return whether only a noun phrase stands between two tokens."""
    return first < end and all(parse.pos[t] in NAMING for t in range(first, end))


def _quoted_as(parse: Parse, first: int, end: int) -> tuple[Range, int] | None:
    """Return whom "the general was quoted by the agency as saying" names, and the cue."""
    last = end - 1
    while last > first and parse.words[last] in (".", ";"):
        last -= 1
    if parse.lowers[last - 1 : last + 1] not in (["as", "saying"], ["as", "writing"]):
        return None
    for token in range(first + 1, last):
        if parse.lowers[token] in ("quoted", "cited") and parse.lemmas[token - 1] == "be":
            return (first, token - 1), last
    return None


def _head(parse: Parse, source: Range) -> int:
    """Return the noun of a source: the last before any "of", "in" or "for"."""
    first, end = source
    for token in range(first + 1, end):
        if parse.pos[token] == "ADP":
            return token - 1
    return end - 1
