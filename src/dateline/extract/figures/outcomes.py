"""Outcomes: what the stated and the implicit victims of one text come to together.

"Five people were shot" tells neither death nor injury. Where the same text tells of the
dead among them, the five stay people who were shot (`other`), and the rest is implicit.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.harms import REFLEXIVES, Harm
from dateline.extract.figures.joined import add_joined
from dateline.extract.figures.victims import ANOTHER
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

DEADLY = frozenset({"fatal", "deadly"})
ATTACKS = word_set("attacks")
MURDERS = frozenset(
    {"homicide", "murder", "slaying", "manslaughter", "killing", "homicides", "murders", "killings"}
)
SHAM = word_set("no_deaths")
ATTEMPTS = frozenset({"attempted", "attempt", "assault", "conspiracy", "non", "nonfatal"})


def settle(parse: Parse, stated: list[Draft], found: list[tuple[Harm, Draft]]) -> list[Draft]:
    """Return all figures of a text, stated and implicit, in text order."""
    killed = max(
        (d.value_or() for d in [*stated, *(d for _, d in found)] if d.measure == "killed"),
        default=0,
    )
    implicit = _keep(parse, stated, found, killed)
    stated, rest = _split_shot(parse, stated, implicit, killed)
    everyone = [*stated, *implicit, *rest]
    everyone.extend(_sums(parse, everyone))
    everyone.extend(add_joined(parse, everyone))
    if not killed and (fatal := _fatal_event(parse)):
        everyone.append(fatal)
    return _distinct(everyone)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts in text order, an implicit one only where no other begins."""
    kept: list[Draft] = []
    begun: set[int] = set()
    for draft in sorted(drafts, key=lambda d: (d.implicit, d.start, d.measure != "killed")):
        if not draft.implicit or draft.start not in begun:
            begun.add(draft.start)
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, d.end))


def _keep(
    parse: Parse, stated: list[Draft], found: list[tuple[Harm, Draft]], killed: float
) -> list[Draft]:
    """Return the implicit figures without the shot who may well be the dead."""
    dead = {h.victim for h, d in found if d.measure == "killed"}
    sentences = {parse.sentence_of[d.first] for d in stated if d.measure == "killed"}
    sentences |= {parse.sentence_of[h.victim] for h, d in found if d.measure == "killed"}
    names = {parse.lowers[victim] for victim in dead}
    kept: list[Draft] = []
    places: set[tuple[int, int]] = set()
    for harm, draft in sorted(found, key=lambda pair: pair[1].measure != "killed"):
        if draft.measure == "injured":
            if harm.victim in dead:
                continue
            apart = parse.sentence_of[harm.victim] in sentences and _is_another(
                parse, harm.victim, names
            )
            apart = apart or _is_apart(parse, harm.victim, names)
            same = (
                harm.weak
                or parse.lowers[harm.victim] in names
                or parse.tags[harm.victim].startswith("PRP")
            )
            if same and killed >= 1 and not apart:
                continue
        if (draft.start, draft.end) not in places:
            places.add((draft.start, draft.end))
            kept.append(draft)
    return kept


FEMALE = frozenset(
    [
        "she",
        "her",
        "woman",
        "girl",
        "mother",
        "wife",
        "daughter",
        "sister",
        "girlfriend",
        "grandmother",
        "female",
        "aunt",
        "niece",
    ]
)
MALE = frozenset(
    [
        "he",
        "him",
        "man",
        "boy",
        "father",
        "husband",
        "son",
        "brother",
        "boyfriend",
        "grandfather",
        "male",
        "uncle",
        "nephew",
    ]
)


def _is_apart(parse: Parse, victim: int, names: set[str]) -> bool:
    """Return whether the words for a victim cannot stand for any of the dead."""
    word = parse.lowers[victim]
    if any(
        parse.lowers[c] in ("another", "other", "second")
        for c in parse.children[victim]
        if c < victim
    ):
        return True
    if word in FEMALE:
        return bool(names & MALE) and not names & FEMALE
    return word in MALE and bool(names & FEMALE) and not names & MALE


def _is_another(parse: Parse, victim: int, names: set[str]) -> bool:
    word = parse.lowers[victim]
    if word in ANOTHER:
        return True
    return parse.tags[victim] in ("NN", "NNP") and word not in names and word != "victim"


def _split_shot(
    parse: Parse, stated: list[Draft], implicit: list[Draft], killed: float
) -> tuple[list[Draft], list[Draft]]:
    """Return the stated figures with those merely shot set apart, and the implied wounded."""
    if not killed:
        return stated, []
    told = any(d.measure == "injured" and not d.weak for d in [*stated, *implicit])
    kept, rest = [], []
    for draft in stated:
        if not draft.weak or draft.value_or() < killed or draft.high is None:
            kept.append(draft)
            continue
        kept.append(replace(draft, measure="other"))
        wounded = draft.value_or() - killed
        if wounded and not told:
            rest.append(_rest(parse, draft, wounded))
    return kept, rest


def _rest(parse: Parse, draft: Draft, wounded: float) -> Draft:
    """Return the wounded among the shot, at the words behind the number."""
    first, stop = draft.of if draft.of and draft.head >= 0 else (draft.stop, draft.stop + 1)
    stop = min(stop, len(parse))
    first = min(first, stop - 1)
    return replace(
        draft, low=wounded, high=wounded, implicit=True, weak=False, first=first, stop=stop,
        start=parse.starts[first], end=parse.ends[stop - 1],
    )  # fmt: skip


def _sums(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Return "killed his two sons and himself" as one sum with its members."""
    groups: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.measure == "killed" and draft.low == draft.high:
            groups.setdefault(parse.sentence_of[draft.first], []).append(draft)
    made = []
    for sentence, group in groups.items():
        first, stop = parse.sentences[sentence]
        own = [t for t in range(first + 1, stop) if parse.lowers[t] in REFLEXIVES]
        others = [d for d in group if not (d.implicit and parse.lowers[d.head] in REFLEXIVES)]
        ends = any(d.implicit and parse.lowers[d.head] in REFLEXIVES for d in group) or any(
            parse.lowers[t - 1] in ("then", "and", ",") for t in own
        )
        if not own or not others or not ends or len(others) > 3:
            continue
        if parse.tags[others[-1].head].startswith("PRP") or any(
            d.head >= 0
            and parse.lowers[d.head] in ("people", "victims")
            and parse.lowers[own[-1] - 1] == "including"
            for d in others
        ):
            continue
        members = [*others, *(d for d in group if d not in others)]
        total = (
            max(d.value_or() for d in others if not d.implicit)
            if any(not d.implicit for d in others)
            else sum(d.value_or() for d in others)
        )
        # The sum begins with the word before, so that it is told apart from its first member.
        at = min(d.first for d in members) - 1
        if at < first:
            continue
        start = parse.starts[at]
        end = max([d.end for d in members] + [parse.ends[own[-1]]])
        made.append(
            replace(
                members[0], start=start, end=end, first=at, low=total + 1, high=total + 1,
                implicit=True, of=None, head=-1, approximate=False,
                members=tuple((d.start, d.end) for d in members),
            )
        )  # fmt: skip
    return made


def _fatal_event(parse: Parse) -> Draft | None:
    """Return the death that "a fatal shooting" tells of, where nothing else does."""
    for token, word in enumerate(parse.lowers):
        if word in DEADLY and ATTEMPTS.isdisjoint(parse.lowers[max(0, token - 2) : token]):
            for at in range(token + 1, min(token + 5, len(parse))):
                if parse.lowers[at] in ATTACKS and parse.tags[at] in ("NN", "NNP", "NNS"):
                    return _death(parse, token, at + 1)
        elif word in MURDERS and parse.tags[token] in ("NN", "NNP", "NNS"):
            before = parse.lowers[token - 1] if token else ""
            after = parse.lowers[token + 1] if token + 1 < len(parse) else ""
            near = parse.lowers[max(0, token - 7) : token]
            if (
                before not in SHAM
                and after not in SHAM
                and ATTEMPTS.isdisjoint(near)
                and "could" not in near
                and "would" not in near
            ):
                return _death(parse, token, token + 1)
    return None


def _death(parse: Parse, first: int, stop: int) -> Draft:
    return Draft(
        start=parse.starts[first], end=parse.ends[stop - 1], first=first, stop=stop, low=1,
        high=None, approximate=False, measure="killed", unit="people", implicit=True,
    )  # fmt: skip
