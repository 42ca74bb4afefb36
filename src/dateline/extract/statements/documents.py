"""Documents: whose a report, a memo or a ministry's figures are.

The source stays "a report by the ministry"; the one who speaks through it is the ministry.
"""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon
from dateline.records.parses import Parse

BEHIND = frozenset({"by", "from", "at", "of"})
BODIES = frozenset({"ORG", "GPE", "NORP", "PERSON"})


def is_document(parse: Parse, noun: int) -> bool:
    """Return whether a noun is something written, counted or found."""
    lemma = parse.lemmas[noun].lower()
    if parse.ents[noun] or lemma in lexicon.phrases("benches"):
        return False
    return lemma in lexicon.phrases("documents") or lemma in lexicon.phrases("writings")


def issuer(parse: Parse, head: int) -> int:
    """Return the noun of who speaks through the document at `head`; else `head` itself."""
    if not is_document(parse, head):
        return head
    for child in parse.children_by(head, "poss"):
        return child
    for child in parse.children_by(head, "prep", "agent", "acl"):
        if parse.deps[child] == "acl":
            agent = grammar.agent_of(parse, child)
            if agent is not None and parse.lemmas[child] in lexicon.phrases("issuing"):
                return agent
            continue
        for noun in parse.children_by(child, "pobj") if parse.lowers[child] in BEHIND else ():
            named = parse.ents[noun] in BODIES or parse.lowers[child] in ("by", "from")
            if child > head and named:
                return noun
    for child in parse.children_by(head, "compound", "nmod", "amod"):
        if parse.ents[child] == "ORG":
            return child
    return head
