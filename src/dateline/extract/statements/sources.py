"""Whose a cue verb is: its subject, who stands behind it, or where it is written."""

from __future__ import annotations

from dateline.extract.statements import datelines, documents, grammar, lexicon
from dateline.extract.statements.reports import Range
from dateline.records.parses import Parse

TIMES = frozenset({"DATE", "TIME"})


def find_source(
    parse: Parse, verb: int, head: int | None, *, passive: bool
) -> tuple[int | None, Range | None]:
    """Return the head and the words of whose the cue `verb` is; `head` is its subject."""
    if passive:
        agent = grammar.agent_of(parse, verb)
        if agent is None:
            agent = _origin(parse, verb)
        if agent is None:
            agent = written_in(parse, verb)
        if agent is None and parse.lemmas[parse.heads[verb]] == "let":
            # "The ministry let it be known that …"
            agent = grammar.own_subject(parse, parse.heads[verb])
        return (agent, grammar.phrase_of(parse, agent)) if agent is not None else (None, None)
    if head is None:
        return None, None
    head = datelines.named_after(parse, head)
    if parse.lowers[head] in grammar.RELATIVES and parse.deps[verb] == "relcl":
        noun = parse.heads[verb]
        first = parse.left_edges[noun]
        return noun, grammar.trim(parse, first, head + 1)
    if parse.deps[verb] == "relcl" and head == parse.heads[verb]:
        return None, None
    if parse.deps[verb] == "acl" and documents.is_document(parse, head):
        # "*The ministry* issued a statement saying …"
        above = parse.heads[head]
        if parse.deps[head] == "dobj" and parse.lemmas[above] in lexicon.phrases("light"):
            giver = grammar.subject_of(parse, above)
            if giver is not None and giver < above:
                return giver, grammar.phrase_of(parse, giver, before=above)
    before = verb if head < verb else None
    return head, grammar.phrase_of(parse, head, before=before, after=verb if head > verb else -1)


def find_inverted(parse: Parse, verb: int) -> tuple[int | None, Range | None]:
    """Return who stands behind a cue: "…, ruled *the magistrate*"."""
    for child in parse.children_by(verb, "dobj", "attr", "oprd", "npadvmod", "dep"):
        # A time stands there too: "…, it said Monday".
        close = child > verb and parse.left_edges[child] == verb + 1
        if close and parse.tags[child] in grammar.NOMINAL and parse.ents[child] not in TIMES:
            return child, grammar.phrase_of(parse, child, after=verb)
    return None, None


def _origin(parse: Parse, verb: int) -> int | None:
    """Return the noun of "it was learned *from neighbours*"."""
    for child in parse.children[verb]:
        if parse.deps[child] == "prep" and parse.lowers[child] == "from":
            return next(iter(parse.children_by(child, "pobj")), None)
    return None


def written_in(parse: Parse, verb: int) -> int | None:
    """Return the noun of "it is noted *in the report*", or who filed the lawsuit."""
    for child in parse.children_by(verb, "prep"):
        for noun in parse.children_by(child, "pobj") if parse.lowers[child] == "in" else ():
            if parse.lemmas[noun].lower() not in lexicon.phrases("writings"):
                continue
            for made in parse.children_by(noun, "acl", "relcl"):
                agent = grammar.agent_of(parse, made)
                if agent is not None:
                    return agent
            return noun
    return None
