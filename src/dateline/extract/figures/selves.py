"""Selves: who killed a number of others and then themselves: "her two sons and herself"."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.harms import REFLEXIVES
from dateline.records.parses import Parse

JOINTS = frozenset({"then", "and", ","})
# More victims told apart in one sentence are different incidents.
MOST_OTHERS = 3
# Words that a victim without a number may stand apart from the number.
BESIDE = 4


def add_selves(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Return the sums of numbered victims with those who killed them and themselves."""
    groups: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.measure == "killed" and draft.low == draft.high:
            groups.setdefault(parse.sentence_of[draft.first], []).append(draft)
    sums = (_sum(parse, sentence, group) for sentence, group in groups.items())
    return [made for made in sums if made]


def _sum(parse: Parse, sentence: int, group: list[Draft]) -> Draft | None:
    first, stop = parse.sentences[sentence]
    own = [t for t in range(first + 1, stop) if parse.lowers[t] in REFLEXIVES]
    others = [d for d in group if not _is_self(parse, d)]
    ends = len(others) < len(group) or any(parse.lowers[t - 1] in JOINTS for t in own)
    # Those told one by one are summed by who they are.
    numbered = [d for d in others if not d.implicit]
    if not own or not ends or not numbered or len(others) > MOST_OTHERS:
        return None
    if parse.tags[others[-1].head].startswith("PRP") or _holds_self(parse, others, own[-1]):
        return None
    members = [*others, *(d for d in group if d not in others)]
    # The sum begins with the word before, so that it is told apart from its first member.
    at = min(d.first for d in members) - 1
    if at < first:
        return None
    total = max(d.value_or() for d in numbered) + _named(parse, others) + 1
    return replace(
        members[0], start=parse.starts[at], first=at, low=total, high=total, implicit=True,
        end=max([d.end for d in members] + [parse.ends[own[-1]]]),
        of=None, head=-1, approximate=False, members=tuple((d.start, d.end) for d in members),
    )  # fmt: skip


def _is_self(parse: Parse, draft: Draft) -> bool:
    return draft.implicit and draft.head >= 0 and parse.lowers[draft.head] in REFLEXIVES


def _holds_self(parse: Parse, others: list[Draft], own: int) -> bool:
    """Return whether the number holds the killer: "seven people, including himself"."""
    if parse.lowers[own - 1] != "including":
        return False
    return any(d.head >= 0 and parse.lowers[d.head] in ("people", "victims") for d in others)


def _named(parse: Parse, others: list[Draft]) -> float:
    """Return the victims beside the number: "[her husband] and three sons"."""
    numbered = [d for d in others if not d.implicit]
    return sum(
        d.value_or() for d in others
        if d.implicit and d.head >= 0 and not parse.tags[d.head].startswith("PRP")
        and any(d.stop <= n.first <= d.stop + BESIDE or n.stop <= d.first <= n.stop + BESIDE
                for n in numbered)
    )  # fmt: skip
