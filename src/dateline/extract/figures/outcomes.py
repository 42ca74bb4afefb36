"""Outcomes: what the stated and the implicit victims of one text come to together.

"Five people were shot" tells neither death nor injury. Where the same text tells of the
dead among them, the five stay people who were shot (`other`), and the rest is implicit.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.fatal_events import find_fatal_event
from dateline.extract.figures.harms import Harm
from dateline.extract.figures.identities import Person, find_people, of_one_incident, of_today
from dateline.extract.figures.joined import add_joined, others_follow
from dateline.extract.figures.selves import add_selves
from dateline.extract.figures.victims import victim_words
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse
from dateline.records.readings import Measure

# People told in different sentences may belong to different incidents: same sentence only.
NEAR_DEAD = NEAR_HURT = 0
# A "quadruple homicide" is the most that the name of an event tells.
MOST_NAMED = 4
# So many wounded may be meant where the text tells of one of them.
A_FEW = 5
# Words beside a number in which "hit" or "hospital" may stand.
LOOSE = 5


def settle(parse: Parse, stated: list[Draft], found: list[tuple[Harm, Draft]]) -> list[Draft]:
    """Return all figures of a text, stated and implicit, in text order."""
    people = find_people(parse, [*found, *_single(parse, stated)])
    people = of_today(parse, people, stated)
    dead = [person for person in people if "killed" in person.measures]
    most = max((d.value_or() for d in stated if d.measure == "killed"), default=0)
    together = of_one_incident(parse, dead, "killed", NEAR_DEAD)
    killed = max(most, len(together), *(d.value_or() for _, d in found if d.measure == "killed"), 0)
    beside = {parse.sentence_of[d.first] for d in stated if d.measure == "killed"}
    hurt = _surely_hurt(parse, people, unnamed=most - len(dead), beside=beside)
    implicit = _keep(found, [*dead, *hurt])
    stated, rest = _split_shot(parse, stated, implicit, killed)
    everyone = [*stated, *implicit, *rest]
    everyone.extend(add_selves(parse, everyone))
    everyone.extend(add_joined(parse, everyone))
    everyone.extend(_sum_people(parse, everyone, "killed", together))
    hurt = of_one_incident(parse, hurt, "injured", NEAR_HURT)
    everyone.extend(_sum_people(parse, everyone, "injured", hurt))
    told = max((d.value_or() for d in everyone if d.measure == "killed"), default=0)
    fatal = find_fatal_event(parse) if told < MOST_NAMED else None
    if fatal and fatal.value_or() > told:
        everyone.append(fatal)
    return _distinct(everyone)


def _single(parse: Parse, stated: list[Draft]) -> list[tuple[Harm, Draft]]:
    """Return the stated figures of one person: "one man died"."""
    return [
        (Harm(d.head, d.measure, d.weak), d)
        for d in stated
        if d.measure in ("killed", "injured") and d.low == d.high == 1 and _is_somebody(parse, d)
    ]


def _is_somebody(parse: Parse, draft: Draft) -> bool:
    named = draft.head >= 0 and not draft.pronoun and parse.tags[draft.head] in ("NN", "NNP")
    return named and parse.lowers[draft.head] in victim_words("persons")


def _surely_hurt(
    parse: Parse, people: list[Person], unnamed: float, beside: set[int]
) -> list[Person]:
    """Return who is hurt and lives, without those shot who may be the dead that have no name.

    `unnamed` is how many of the dead nobody tells of one by one; `beside`, the sentences that
    number the dead, where the shot are told apart from them.
    """
    hurt = []
    for person in people:
        if "killed" in person.measures:
            continue
        apart = any(parse.sentence_of[token] in beside for token in person.mentions)
        if not person.certain and unnamed >= 1 and not apart:
            unnamed -= 1
            continue
        hurt.append(person)
    return hurt


def _sum_people(
    parse: Parse, drafts: list[Draft], measure: Measure, people: list[Person]
) -> list[Draft]:
    """Return the sum of people told one by one, where no figure tells as many."""
    most = max((d.value_or() for d in drafts if d.measure == measure), default=0)
    if len(people) <= max(most, 1):
        return []
    spans = {(d.start, d.end) for p in people for d in p.drafts if d.measure == measure}
    last = next(d for d in people[-1].drafts if d.measure == measure)
    if not last.first:
        return []
    # The sum begins with the word before, so that it is told apart from its last member.
    return [
        replace(
            last, start=parse.starts[last.first - 1], first=last.first - 1, low=len(people),
            high=len(people), implicit=True, of=None, head=-1, approximate=False,
            members=tuple(sorted(spans)), heads=(),
        )
    ]  # fmt: skip


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts in text order, an implicit one only where no other begins."""
    kept: list[Draft] = []
    begun: set[int] = set()
    for draft in sorted(drafts, key=lambda d: (d.implicit, d.start, d.measure != "killed")):
        if not draft.implicit or draft.start not in begun:
            begun.add(draft.start)
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, d.end))


def _keep(found: list[tuple[Harm, Draft]], people: list[Person]) -> list[Draft]:
    """Return the implicit figures of the people given, each place of the text once."""
    dead = {(d.start, d.end) for p in people for d in p.drafts if "killed" in p.measures}
    alive = {(d.start, d.end) for p in people for d in p.drafts if "killed" not in p.measures}
    kept: list[Draft] = []
    places: set[tuple[int, int]] = set()
    for _, draft in sorted(found, key=lambda pair: pair[1].measure != "killed"):
        place = draft.start, draft.end
        told = dead if draft.measure == "killed" else alive
        if place in told and place not in places:
            places.add(place)
            kept.append(_without_dead(draft, people))
    return kept


def _without_dead(draft: Draft, people: list[Person]) -> Draft:
    """Return the wounded of a list without those of them who died."""
    living = sum(draft in p.drafts for p in people if "killed" not in p.measures)
    if draft.measure != "injured" or not 0 < living < len(draft.heads):
        return draft
    return replace(draft, low=living, high=living)


def _split_shot(
    parse: Parse, stated: list[Draft], implicit: list[Draft], killed: float
) -> tuple[list[Draft], list[Draft]]:
    """Return the stated figures with those merely shot set apart, and the implied wounded."""
    deaths = {killed, *(d.value_or() for d in [*stated, *implicit] if d.measure == "killed")}
    numbered: dict[int, set[float]] = {}
    for draft in stated:
        if draft.measure == "killed":
            numbered.setdefault(parse.sentence_of[draft.first], set()).add(draft.value_or())
    hurt = {d.value_or() for d in [*stated, *implicit] if d.measure == "injured"}
    kept, shot = [], []
    for draft in stated:
        if draft.measure != "injured":
            kept.append(draft)
            continue
        # "Shot six, killing four of them": the dead of the same sentence come first; the dead
        # of a whole year are no part of those shot today.
        beside = numbered.get(parse.sentence_of[draft.first], set())
        fits = {n for n in beside if n < draft.value_or()} or deaths
        dead = max((n for n in fits if n <= draft.value_or()), default=0)
        if (draft.weak and dead) or _holds_dead(parse, draft, hurt, dead):
            kept.append(replace(draft, measure="other"))
            shot.append((draft, draft.value_or() - dead))
        else:
            kept.append(draft)
    told = [d.value_or() for d in [*kept, *implicit] if d.measure == "injured"]
    # One wounded person told of may be one of a few; a larger number is their total.
    most = 0 if not told else A_FEW if max(told) <= 1 else None
    rest = [pair for pair in shot if pair[1] and (not told or (most and pair[1] <= most))]
    return kept, [_rest(parse, draft, wounded) for draft, wounded in rest]


def _holds_dead(parse: Parse, draft: Draft, hurt: set[float], dead: float) -> bool:
    """Return whether those hit or brought to hospital are the wounded with the dead."""
    first, stop = parse.sentences[parse.sentence_of[draft.first]]
    near = parse.lowers[max(first, draft.first - LOOSE) : min(stop, draft.stop + 2 * LOOSE)]
    loose = not word_set("loose_harms").isdisjoint(near) and not others_follow(parse, draft)
    fits = draft.value_or() - dead in hurt
    return bool(dead and loose and fits)


def _rest(parse: Parse, draft: Draft, wounded: float) -> Draft:
    """Return the wounded among the shot, at the words behind the number."""
    first, stop = draft.of if draft.of and draft.head >= 0 else (draft.stop, draft.stop + 1)
    stop = min(stop, len(parse))
    first = min(first, stop - 1)
    high = wounded if draft.high is not None else None
    return replace(
        draft, low=wounded, high=high, implicit=True, weak=False, first=first, stop=stop,
        start=parse.starts[first], end=parse.ends[stop - 1],
    )  # fmt: skip
