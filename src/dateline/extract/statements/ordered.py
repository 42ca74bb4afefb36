"""Clauses read by the order of words, where the tree hangs them in the wrong place.

"He said that …" is followed by what he said, whatever the parser makes of it; and "the
mayor hopes his visit will help" has two finite verbs, so that "his visit" is no object.
"""

from __future__ import annotations

from dateline.extract.statements import grammar
from dateline.extract.statements.lexicon import Cue
from dateline.extract.statements.reports import Content
from dateline.records.parses import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What a clause begins with behind "that".
OPENING = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS", "EX", "CD"})
# A clause shows its finite verb within so many words.
NEAR = 30


def find_ordered(parse: Parse, verb: int, cue: Cue) -> Content | None:
    """Return the clause after a cue that governs none in the tree."""
    _, end = grammar.sentence_of(parse, verb)
    if verb + 3 >= end or cue.kind not in ("say", "hold", "show", "know"):
        return None
    joins = parse.lowers[verb + 1] == "that" and (
        parse.tags[verb + 1] == "IN" or parse.tags[verb + 2] in ("DT", "PRP", "PRP$", "NNP", "EX")
    )
    if joins and _has_finite(parse, verb + 3, end):
        return "clause-ordered", [(verb + 1, end)], 6
    found = _above(parse, verb) or _beside(parse, verb, cue) or _told(parse, verb, cue)
    plain = not cue.frames & {"o", "q"} or not parse.children_by(verb, "dobj", "oprd")
    if found is None and cue.kind == "say" and plain:
        found = _behind(parse, verb, end)
    return found


def _has_finite(parse: Parse, first: int, end: int) -> bool:
    return any(parse.tags[t] in FINITE for t in range(first, min(end, first + NEAR)))


def _above(parse: Parse, verb: int) -> Content | None:
    """Return the clause whose verb the parser put above the cue: "he agrees it *was* late"."""
    host = parse.heads[verb]
    if parse.deps[verb] not in ("ccomp", "advcl") or host <= verb:
        return None
    own = [c for c in parse.children[verb] if parse.deps[c] == "nsubj" and c < verb]
    subject = grammar.own_subject(parse, host)
    if not own or subject is None or not verb < subject < host:
        return None
    first = parse.left_edges[subject]
    if grammar.has_quote(parse, verb, host) or parse.children_by(verb, "dobj"):
        return None
    if first != verb + 1 and parse.deps[verb] == "advcl":
        return None
    end = parse.right_edges[host] + 1
    for token in range(host, end):
        if parse.words[token] == "," and parse.deps[verb] == "advcl":
            end = token
            break
    return "clause-ordered", [(first, end)], 6


def _beside(parse: Parse, verb: int, cue: Cue) -> Content | None:
    """Return "hopes *his visit will help*", with "visit" as an object in the tree."""
    if cue.kind != "hold" or "o" in cue.frames:
        return None
    for child in parse.children_by(verb, "dobj", "nsubj", "dative"):
        if child < verb or parse.left_edges[child] != verb + 1:
            continue
        for other in parse.children_by(verb, "advcl", "conj", "ccomp", "dep", "relcl"):
            aux = any(parse.tags[c] in FINITE for c in parse.children[other])
            finite = parse.tags[other] in FINITE or aux
            joined = any(parse.deps[c] == "cc" for c in parse.children[verb])
            if other > child and finite and not joined and not _is_marked(parse, other):
                return "clause-ordered", [(verb + 1, parse.right_edges[verb] + 1)], 6
    return None


def _told(parse: Parse, verb: int, cue: Cue) -> Content | None:
    """Return "told the inquest *the boy had called*", a relative clause in the tree."""
    if "t" not in cue.frames:
        return None
    for child in parse.children_by(verb, "dobj", "dative"):
        for other in parse.children_by(child, "relcl"):
            subject = grammar.own_subject(parse, other)
            plain = subject is not None and parse.lowers[subject] not in grammar.RELATIVES
            first, end = parse.subtree(other)
            if child > verb and plain and first == child + 1 and parse.tags[first] != "WDT":
                return "clause-ordered", [(first, end)], 6
    return None


def _behind(parse: Parse, verb: int, end: int) -> Content | None:
    """Return the clause somewhere behind a verb that only ever introduces one."""
    if parse.tags[verb] not in FINITE or grammar.own_subject(parse, verb) is None:
        return None
    for child in parse.children_by(verb, "advcl"):
        marks = parse.children_by(child, "mark")
        if child > verb and not marks and grammar.own_subject(parse, child) is not None:
            first, stop = parse.subtree(child)
            if first > verb:
                return "clause-ordered", [(first, stop)], 6
    for token in range(verb + 1, min(end - 2, verb + 12)):
        joins = parse.lowers[token] == "that" and parse.tags[token + 1] in OPENING
        if joins and _has_finite(parse, token + 2, end):
            return "clause-ordered", [(token, end)], 6
        if parse.words[token] in grammar.QUOTES or parse.words[token] in (",", ":", ";"):
            break
    return None


def _is_marked(parse: Parse, verb: int) -> bool:
    """Return whether a clause has a joining word of its own at its very beginning."""
    first = parse.left_edges[verb]
    marked = parse.deps[first] in ("mark", "advmod") and parse.tags[first] in ("IN", "WRB")
    return marked and grammar.own_subject(parse, verb) is not None
