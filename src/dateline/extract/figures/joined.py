"""Joined: victims told side by side, one with a number and one without, added up.

"A man and two girls were shot to death" tells of three dead, whom no word counts together.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dateline.extract.figures.drafts import Draft
from dateline.records.parses import Parse

JOINTS = frozenset({("and",), (",",), (",", "and"), ("&",)})
HARMS = frozenset({"killed", "injured"})


def add_joined(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Return the sums of neighbouring victims of one sentence, with their members."""
    taken = {member for draft in drafts for member in draft.members}
    plain = [d for d in drafts if d.measure in HARMS and not d.members and d.low == d.high]
    made = []
    for one, other in pairwise(sorted(plain, key=lambda d: d.first)):
        joint = _joint(parse, one, other)
        if joint is None or not taken.isdisjoint({(one.start, one.end), (other.start, other.end)}):
            continue
        total = one.value_or() + other.value_or()
        made.append(
            replace(
                one, start=parse.starts[joint], end=other.end, first=joint, low=total, high=total,
                implicit=True, of=None, head=-1, approximate=False, weak=one.weak or other.weak,
                members=((one.start, one.end), (other.start, other.end)),
            )
        )  # fmt: skip
    return made


def _joint(parse: Parse, one: Draft, other: Draft) -> int | None:
    """Return the token that joins two victims of the same verb, one of them without a number."""
    same = parse.sentence_of[one.first] == parse.sentence_of[other.first]
    if not same or one.measure != other.measure or one.implicit == other.implicit:
        return None
    if one.head < 0 or other.head < 0 or one.more or other.more:
        return None
    begin = max(one.stop, one.head + 1)
    return begin if tuple(parse.lowers[begin : other.first]) in JOINTS else None
