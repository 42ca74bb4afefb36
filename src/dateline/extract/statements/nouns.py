"""Nominal cues: "the claim that …", "the ministry's denial of …", "calls for calm"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.lexicon import Cue
from dateline.extract.statements.reports import Range, Report
from dateline.records.parses import Parse
from dateline.records.readings import Force

ABOUT = frozenset({"about", "on", "over"})
ASKING = frozenset({"whether", "how", "why", "what", "who", "when", "where", "which"})
COMING = frozenset({"come", "arrive", "emerge", "reach"})


def find_nominal(parse: Parse) -> list[Report]:
    """Return the statements that nouns stand for."""
    cues = lexicon.nouns()
    found: list[Report] = []
    starts = {first for first, _ in parse.sentences}
    for token, lemma in enumerate(parse.lemmas):
        cue = cues.get(lemma)
        if cue is None and lemma.istitle() and token in starts:
            # "Word came …": a capital made it a name.
            cue = cues.get(lemma.lower())
        if cue is not None and parse.tags[token] in ("NN", "NNS", "NNP"):
            found.extend(_reports_of(parse, token, cue))
    return found


def _reports_of(parse: Parse, noun: int, cue: Cue) -> Iterator[Report]:
    content = _content(parse, noun, cue)
    if content is None:
        return
    rule, piece, rank = content
    if _is_told_of(parse, noun, rule):
        return
    head, source = _source(parse, noun, piece)
    force = cue.force
    taken = _taken_back(parse, noun)
    if taken is not None and (head is None or parse.tags[head] == "PRP$"):
        verb, head, force = taken
        source = grammar.phrase_of(parse, head, before=verb if head < verb else None)
    yield Report(
        content=[piece], rule=f"noun:{rule}", cue=(noun, noun + 1), source=source, head=head,
        force=force, kind="noun", rank=rank, verb=noun,
    )  # fmt: skip


def _is_told_of(parse: Parse, noun: int, rule: str) -> bool:
    """Return whether another one tells of it: "the envoy reiterated *the state's pledge*"."""
    if rule != "infinitive" or parse.deps[noun] != "dobj":
        return False
    cue = lexicon.verb_cue(parse.lemmas[parse.heads[noun]], parse.lowers[parse.heads[noun]])
    told = cue is not None and cue.kind == "say" and "o" in cue.frames
    return told and any(parse.tags[c] != "PRP$" for c in parse.children_by(noun, "poss"))


def _taken_back(parse: Parse, noun: int) -> tuple[int, int, Force] | None:
    """Return the verb that denies or takes back what a noun stands for, whose, and its force.

    "retracted *a report* that …", "*the claim* that … was denied by the ministry"
    """
    verb = parse.heads[noun]
    while parse.deps[noun] in ("appos", "pobj") and parse.deps[verb] in ("pobj", "prep"):
        noun, verb = verb, parse.heads[verb]
    if parse.deps[noun] not in ("dobj", "nsubjpass") or not grammar.is_verb(parse, verb):
        return None
    cue = lexicon.verb_cue(parse.lemmas[verb], parse.lowers[verb])
    if cue is None or cue.force not in ("denies", "retracts"):
        return None
    passive = grammar.is_passive(parse, verb)
    head = grammar.agent_of(parse, verb) if passive else grammar.subject_of(parse, verb)
    if head is None or (not passive and head > verb):
        return None
    return verb, head, cue.force


def _content(parse: Parse, noun: int, cue: Cue) -> tuple[str, Range, int] | None:
    for child in parse.children[noun]:
        found = _governed(parse, child, cue) if child > noun else None
        if found is not None:
            return found
    return _behind_source(parse, noun, cue) or _copula(parse, noun, cue)


def _governed(parse: Parse, child: int, cue: Cue) -> tuple[str, Range, int] | None:
    """Return the clause, the infinitive or the phrase that a noun governs at `child`."""
    first, end = parse.subtree(child)
    dep = parse.deps[child]
    if dep in ("acl", "ccomp", "relcl") and "s" in cue.frames and _has_that(parse, child, first):
        return "clause", (first, end), 5
    if dep in ("acl", "xcomp") and "i" in cue.frames and _is_infinitive(parse, child):
        return "infinitive", (first, end), 4
    if dep != "prep" or child + 1 >= end:
        return None
    # "questions about *whether the dam would hold*"
    asked = parse.lowers[child] in ABOUT and parse.lowers[child + 1] in ASKING
    if "s" in cue.frames and asked and child + 2 < end:
        return "clause", (child + 1, end), 4
    if parse.lowers[child] in cue.prepositions:
        return "preposition", (child + 1, end), 2
    return None


def _copula(parse: Parse, noun: int, cue: Cue) -> tuple[str, Range, int] | None:
    """Return "the claim was *that the dam had cracked*"."""
    verb = parse.heads[noun]
    if "s" not in cue.frames or parse.deps[noun] != "nsubj" or parse.lemmas[verb] != "be":
        return None
    for child in parse.children_by(verb, "ccomp"):
        first, end = parse.subtree(child)
        if child > verb and _has_that(parse, child, first):
            return "copula", (first, end), 6
    return None


def _behind_source(parse: Parse, noun: int, cue: Cue) -> tuple[str, Range, int] | None:
    """Return what follows who it is from, where the tree hangs it elsewhere.

    "the call by thirty scientists *for the dam to be opened*", "word came from the island
    *that a ship had been seen*"
    """
    for child in parse.children_by(noun, "prep"):
        if child < noun or parse.lowers[child] not in ("by", "from", "among"):
            continue
        for inner in parse.children_by(child, "pobj"):
            for prep in parse.children_by(inner, "prep"):
                if parse.lowers[prep] in cue.prepositions:
                    end = max(parse.right_edges[prep], parse.right_edges[noun]) + 1
                    return "preposition", (prep + 1, end), 4
    verb = parse.heads[noun]
    if parse.deps[noun] != "nsubj" or parse.lemmas[verb] not in COMING:
        return None
    for child in parse.children_by(verb, "ccomp", "advcl", "relcl"):
        first, end = parse.subtree(child)
        if "s" in cue.frames and first > verb and parse.lowers[first] == "that":
            return "clause", (first, end), 5
    return None


def _has_that(parse: Parse, verb: int, first: int) -> bool:
    """Return whether a clause is joined by "that" and lacks nothing else, unlike a relative."""
    for child in parse.children[verb]:
        if parse.lowers[child] == "that":
            return parse.deps[child] == "mark" or parse.tags[child] == "IN"
    return parse.lowers[first] == "that" and parse.tags[first] == "IN"


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.tags[child] == "TO" for child in parse.children[verb])


def _named_by(parse: Parse, noun: int, piece: Range) -> tuple[int, Range] | None:
    """Return whose "the call *by thirty scientists* for the dam to be opened" is."""
    for child in parse.children_by(noun, "prep"):
        if parse.lowers[child] not in ("by", "from", "among") or piece[0] <= child < piece[1]:
            continue
        for inner in parse.children_by(child, "pobj"):
            first, end = grammar.phrase_of(parse, inner)
            if first < piece[0] <= end:
                end = max(inner + 1, piece[0] - 1)
            return inner, (first, end)
    return None


def _came_from(parse: Parse, noun: int) -> int | None:
    """Return where "word came *from the lighthouse* that …"."""
    verb = parse.heads[noun]
    if parse.deps[noun] != "nsubj" or parse.lemmas[verb] not in COMING:
        return None
    for prep in parse.children_by(verb, "prep"):
        if parse.lowers[prep] == "from":
            return next(iter(parse.children_by(prep, "pobj")), None)
    return None


def _held_by(parse: Parse, noun: int, piece: Range) -> int | None:
    """Return whose "the view *held by most farmers*" is."""
    for child in parse.children_by(noun, "acl", "relcl"):
        agent = grammar.agent_of(parse, child) if parse.tags[child] == "VBN" else None
        if agent is not None and not piece[0] <= child < piece[1]:
            return agent
    return None


def _source(parse: Parse, noun: int, piece: Range) -> tuple[int | None, Range | None]:
    for child in parse.children_by(noun, "poss"):
        if parse.lowers[child] != "whose":
            first, end = parse.subtree(child)
            if parse.tags[end - 1] == "POS":
                end -= 1
            return child, grammar.trim(parse, first, max(end, child + 1))
    named = _named_by(parse, noun, piece)
    if named is not None:
        return named
    agent = _came_from(parse, noun) or _held_by(parse, noun, piece)
    if agent is not None:
        return agent, grammar.phrase_of(parse, agent)
    verb = parse.heads[noun]
    if parse.deps[noun] == "pobj":
        # "came to the conclusion that"
        verb = parse.heads[verb]
    if parse.deps[noun] in ("dobj", "pobj") and parse.lemmas[verb] in lexicon.phrases("light"):
        head = grammar.subject_of(parse, verb)
        if head is not None and not piece[0] <= head < piece[1]:
            return head, grammar.phrase_of(parse, head, before=verb if head < verb else None)
    return None, None
