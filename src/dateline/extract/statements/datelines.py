"""Datelines: where and when a dispatch was written, set before its first sentence."""

from __future__ import annotations

import re

from dateline.records.parses import Parse

# "LIMA, June 4 (Agency) —": where and when a dispatch was written, not what it says.
DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [\w .]{2,25}){0,2}\s?(?:\([\w /,]{2,20}\)\s?)?[,.]?\s?[—–-]{1,2}\s+"
)


def after_dateline(parse: Parse, first: int) -> int:
    """Return the first token after a dateline that begins at `first`, else `first`."""
    if parse.paragraphs[parse.paragraph_of[first]][0] != first:
        return first
    match = DATELINE.match(parse.text, parse.starts[first])
    return parse.tokens_in(match.end(), match.end() + 1)[0] if match else first


def named_after(parse: Parse, head: int) -> int:
    """Return the noun behind a dateline where the parser took its place for the subject.

    "LIMA (Agency) - The mayor said": the mayor, an apposition to Lima in the tree.
    """
    first, _ = parse.paragraphs[parse.paragraph_of[head]]
    if head - first > 3:
        return head
    begin = after_dateline(parse, first)
    if begin <= head:
        return head
    behind = [c for c in parse.children_by(head, "appos", "dep", "conj") if c >= begin]
    return behind[0] if behind else head
