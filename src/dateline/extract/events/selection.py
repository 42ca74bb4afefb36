"""Selection: which matches are events of their own."""

from __future__ import annotations

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.matches import Match

# Under these an event noun is what is talked about, not a second happening.
SWALLOWING = frozenset({"REJECT", "CONCEDE", "RETREAT", "AGREE", "CONSULT", "SANCTION", "OTHER"})


def select(clauses: Clauses, matches: list[Match]) -> list[Match]:
    """Return the matches that report events, the longest trigger first served."""
    taken: dict[int, Match] = {}
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (-len(m.covered), m.noun, m.head)):
        if match.head in taken:
            continue
        if match.noun and _is_modifier(clauses, match):
            continue
        kept.append(match)
        for token in match.covered:
            taken.setdefault(token, match)
    heads = {match.head: match for match in kept}
    kept = [match for match in kept if not _is_swallowed(clauses, match, heads)]
    heads = {match.head: match for match in kept}
    kept = [match for match in kept if not _only_frames(clauses, match, heads)]
    return sorted(kept, key=lambda m: m.head)


# Their complement is the event, and they make it denied or demanded.
DENYING = frozenset({"deny", "refute", "dispute", "disclaim"})
ORDERING = frozenset({"order", "command", "instruct"})


def _only_frames(clauses: Clauses, match: Match, heads: dict[int, Match]) -> bool:
    """Return whether a denial or order is but the frame of the event in its complement."""
    parse = clauses.parse
    if match.noun or parse.lemmas[match.head] not in DENYING | ORDERING:
        return False
    return any(
        parse.deps[child] in ("ccomp", "xcomp") and child in heads
        for child in parse.children[match.head]
    )


def _is_modifier(clauses: Clauses, match: Match) -> bool:
    """Return whether an event noun only modifies another: "protest leader"."""
    parse = clauses.parse
    head = parse.heads[match.head]
    return parse.deps[match.head] in ("compound", "nmod") and head > match.head


def _is_swallowed(clauses: Clauses, match: Match, heads: dict[int, Match]) -> bool:
    parse = clauses.parse
    governor = parse.heads[match.head]
    if governor not in heads or governor == match.head:
        return False
    other = heads[governor]
    if match.noun and parse.deps[match.head] in ("dobj", "nsubjpass"):
        return other.group.type in SWALLOWING or other.group.type == match.group.type
    if parse.deps[match.head] == "xcomp" and other.group.type in ("REJECT", "AGREE"):
        return not match.noun
    return False
