"""Implicit figures: people told without a number, "a man was shot", "his wife and son".

A figure is made where grammar names the killed or the wounded one by one. Which of them
stay, beside the dead that numbers tell of, is settled in `outcomes`.
"""

from __future__ import annotations

from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.harms import Harm, find_harms
from dateline.extract.figures.victims import People, count_people
from dateline.records.parses import Parse


def find_implicit(parse: Parse, drafts: list[Draft]) -> list[tuple[Harm, Draft]]:
    """Return the killed and injured that no number counts, with how each was told."""
    taken = frozenset(t for d in drafts for t in range(d.first, max(d.stop, d.head + 1)))
    found: list[tuple[Harm, Draft]] = []
    seen: set[tuple[int, str]] = set()
    for harm in find_harms(parse):
        if (harm.victim, harm.measure) not in seen:
            seen.add((harm.victim, harm.measure))
            people = count_people(parse, harm.victim, taken, lenient=not harm.weak)
            if people.number:
                found.append((harm, _to_draft(parse, harm, people)))
    return found


def _to_draft(parse: Parse, harm: Harm, people: People) -> Draft:
    number, first, stop = people.number, people.first, people.stop
    return Draft(
        start=parse.starts[first], end=parse.ends[stop - 1], first=first, stop=stop,
        low=number, high=number, approximate=False, measure=harm.measure, head=harm.victim,
        noun_first=first, of=(first, stop), unit="people", implicit=True, heads=people.heads,
    )  # fmt: skip
