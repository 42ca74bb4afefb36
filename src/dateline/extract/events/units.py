"""Units: one candidate for each trigger, however many of its words the lexicon knows.

"carried out an attack" is one candidate, not two: the words that a longer trigger covers
are no candidates of their own, except under a request or threat, where the act that is
demanded is an event beside it.
"""

from __future__ import annotations

from dateline.extract.events.matches import Match

OPEN = frozenset({"REQUEST", "THREATEN"})


def to_units(matches: list[Match]) -> tuple[dict[int, Match], dict[int, int]]:
    """Return the matches by head, and the head that stands for each covered token."""
    owner: dict[int, int] = {}
    units: dict[int, Match] = {}
    for match in sorted(matches, key=lambda m: (-len(m.covered), m.noun, m.head)):
        if match.head in owner:
            continue
        units[match.head] = match
        if match.group.type in OPEN:
            continue
        for token in match.covered:
            if token != match.head and token not in units:
                owner[token] = match.head
    return units, owner
