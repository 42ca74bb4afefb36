"""Joined: victims told side by side, one with a number and one without, added up.

"A man and two girls were shot to death" tells of three dead, whom no word counts together.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dateline.extract.figures.drafts import Draft
from dateline.records.parses import Parse

JOINTS = frozenset({("and",), (",",), (",", "and"), ("&",)})
OWNERS = frozenset({"his", "her", "their", "the", "its"})
HARMS = frozenset({"killed", "injured"})
SINGLE = frozenset({"he", "she", "him", "her", "himself", "herself"})
# Fewer than this many may be the one that "he" stands for.
GROUP = 2


def add_joined(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Return the sums of neighbouring victims of one sentence, with their members."""
    taken = {member for draft in drafts for member in draft.members}
    plain = [d for d in drafts if d.measure in HARMS and not d.members and d.low == d.high]
    made: list[Draft] = []
    for one, other in pairwise(sorted(plain, key=lambda d: d.first)):
        joint = _joint(parse, one, other)
        if joint is None or not taken.isdisjoint({(one.start, one.end), (other.start, other.end)}):
            continue
        taken |= {(one.start, one.end), (other.start, other.end)}
        made.append(_sum(parse, one, other, joint))
    return made


def _sum(parse: Parse, one: Draft, other: Draft, joint: int) -> Draft:
    total = one.value_or() + other.value_or()
    return replace(
        one, start=parse.starts[joint], end=other.end, first=joint, low=total, high=total,
        implicit=True, of=None, head=-1, approximate=False, weak=one.weak or other.weak,
        members=((one.start, one.end), (other.start, other.end)), heads=(),
    )  # fmt: skip


def _joint(parse: Parse, one: Draft, other: Draft) -> int | None:
    """Return the token that joins two victims or groups of the same fate."""
    same = parse.sentence_of[one.first] == parse.sentence_of[other.first]
    if not same or one.measure != other.measure or one.more or other.more or one.head < 0:
        return None
    begin = max(one.stop, one.head + 1)
    between = parse.lowers[begin : other.first]
    if between[-1:] and between[-1] in OWNERS and len(between) > 1:
        between = between[:-1]
    if others_follow(parse, other) and one.implicit:
        # "A gunman was killed after he left two others dead."
        return other.first - 1
    if _is_another(parse, one, other):
        return other.first - 1
    # Two numbers are left to the reader: adding them up was wrong more often (GVA, MUC-4).
    if other.head < 0 or one.implicit == other.implicit:
        return None
    return begin if tuple(between) in JOINTS else None


def others_follow(parse: Parse, draft: Draft) -> bool:
    """Return whether "others" stands behind the number."""
    before = parse.lowers[draft.first - 1 : draft.first] if draft.first else []
    return before == ["other"] or parse.lowers[draft.stop : draft.stop + 1] == ["others"]


def _is_another(parse: Parse, one: Draft, other: Draft) -> bool:
    """Return whether "he" cannot be of the group: "four were killed before he was shot"."""
    single = other.implicit and other.head >= 0 and parse.lowers[other.head] in SINGLE
    return single and not one.implicit and one.value_or() >= GROUP
