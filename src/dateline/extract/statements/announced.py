"""Statements printed whole, without marks: "The minister said:" and then what was said."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.reports import Range, Report
from dateline.extract.statements.tellers import find_tellers
from dateline.records.parses import Parse

OWN = frozenset({"i", "we", "our", "my", "us", "me"})
BULLETS = frozenset({"*", "•", "-", "–", "—", "·"})
# A heading or a signature is shorter than this, in tokens.
SHORT = 8
# A point of a list has at least so many tokens, its bullet among them.
MINIMAL = 3
# A statement runs on over so many paragraphs at most.
LONGEST = 12


def find_announced(parse: Parse) -> list[Report]:
    """Return what follows the paragraphs that end in a cue and a colon."""
    found: list[Report] = []
    for number in range(len(parse.paragraphs) - 1):
        found.extend(_announced(parse, number))
    return found


def _announced(parse: Parse, number: int) -> Iterator[Report]:
    first, end = parse.paragraphs[number]
    if parse.words[end - 1] != ":":
        return
    first = max(first, parse.sentences[parse.sentence_of[end - 1]][0])
    tellers = find_tellers(parse, first, end)
    if not tellers or not _tells(parse, tellers[-1].verb, end):
        return
    teller = tellers[-1]
    listed = _listed(parse, number)
    if listed:
        yield Report(
            content=listed, rule="announced:list", cue=teller.cue, source=teller.source,
            head=teller.head, force=teller.force, rank=9, verb=teller.verb,
        )  # fmt: skip
        return
    last = number
    while last + 1 < len(parse.paragraphs) and last - number < LONGEST:
        if not _is_spoken(parse, last + 1, begun=last > number):
            break
        last += 1
    if last > number:
        content = parse.paragraphs[number + 1][0], parse.paragraphs[last][1]
        yield Report(
            content=[content], rule="turn:announced", cue=teller.cue, source=teller.source,
            head=teller.head, force=teller.force, kind="turn", rank=9, verb=teller.verb,
            spans=[(parse.starts[content[0]], parse.ends[content[1] - 1])],
        )  # fmt: skip


def _listed(parse: Parse, number: int) -> list[Range]:
    """Return the points of a list under a paragraph: "The ministry said: ¶ - Nine died. ¶ - …"."""
    found: list[Range] = []
    for first, end in parse.paragraphs[number + 1 : number + 1 + LONGEST]:
        if parse.words[first] not in BULLETS or end - first < MINIMAL:
            break
        found.append((first + 1, end))
    return found


def _tells(parse: Parse, verb: int, end: int) -> bool:
    cue = lexicon.verb_cue(parse.lemmas[verb], parse.lowers[verb]) if verb >= 0 else None
    return cue is not None and cue.kind == "say" and "s" in cue.frames and end - verb <= 12


def _is_spoken(parse: Parse, paragraph: int, *, begun: bool) -> bool:
    """Return whether a paragraph is prose in the first person, or the first one of a speech."""
    first, end = parse.paragraphs[paragraph]
    if parse.words[first] in grammar.QUOTES or parse.words[first] in BULLETS:
        return False
    if end - first < SHORT or parse.words[end - 1] == ":":
        return False
    return not begun or any(word in OWN for word in parse.lowers[first:end])
