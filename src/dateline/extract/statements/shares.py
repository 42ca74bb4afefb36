"""Where a content ends because its speaker is told to say something else."""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.reports import Range
from dateline.records.parses import Parse

TENSED = frozenset({"VBG", "VBD", "VBZ"})
PAST = frozenset({"VBD", "VBN"})


def own_part(
    parse: Parse, verb: int, holder: int, content: list[Range], shared: dict[int, int]
) -> list[Range]:
    """Return a content up to where its speaker is told to do something else.

    "She said the road was closed, adding that …", "He said he was sorry and promised …":
    the second cue is the speaker's own, though the parser hangs it into what was said.
    `shared` takes down whose cue it is.
    """
    first, end = content[-1]
    for token in range(max(first + 2, verb + 1), end):
        if parse.words[token] == ";" and not grammar.has_quote(parse, first, token):
            return [*content[:-1], (first, token)]
        if parse.deps[token] not in ("advcl", "conj") or parse.tags[token] not in TENSED:
            continue
        cue = lexicon.verb_cue(parse.lemmas[token], parse.lowers[token])
        if cue is None or cue.kind not in ("say", "judge", "hold", "want"):
            continue
        if parse.children_by(token, *grammar.SUBJECTS):
            edge = parse.left_edges[token] - 1
            joined = first < edge and parse.lowers[edge] in ("and", "but", "while")
            if joined and "s" in cue.frames and parse.children_by(token, "ccomp"):
                return [*content[:-1], (first, edge)]
        elif cue.frames != {"q"} and _is_own(parse, token, holder):
            shared[token] = holder
            return [*content[:-1], (first, token - 1)]
    return content


def _is_own(parse: Parse, verb: int, holder: int) -> bool:
    """Return whether a second cue without a subject belongs to who says the first."""
    before = parse.lowers[verb - 1]
    if parse.tags[verb] == "VBG":
        return before == ","
    same = parse.tags[verb] == parse.tags[holder] or {parse.tags[verb], parse.tags[holder]} <= PAST
    return same and before in ("and", "but")
