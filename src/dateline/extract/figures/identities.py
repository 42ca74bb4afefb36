"""Identities: which victims told one by one are the same person, and how many there are.

A page tells of one victim many times: by noun, name, age and pronoun. Two mentions are two
people only where something says so: another name, age or sex, a boy and a man, "another".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.harms import REFLEXIVES, Harm
from dateline.extract.figures.patients import own_subjects
from dateline.extract.figures.profiles import Profile, read_profile, read_register
from dateline.records.parses import Parse

# Four digits between these may be a year.
EARLIEST, LATEST = 1900, 2100
# No text tells of so many victims one by one; the oldest are forgotten.
REMEMBERED = 60
LONG = frozenset({"year", "years", "month", "months", "decade", "decades"})
# Steps up the tree from "himself" to the verb that has a subject.
CLIMB = 5
# A pronoun stands for somebody told of within so many sentences.
PRONOUN = 3


@dataclass(slots=True)
class Person:
    """One victim: what is known, and the drafts and tokens that tell of them."""

    profile: Profile
    mentions: list[int] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    fates: list[str] = field(default_factory=list)
    measures: set[str] = field(default_factory=set)
    certain: bool = False

    def told_of(self, measure: str) -> list[int]:
        """Return the tokens at which a fate is told."""
        return [t for t, fate in zip(self.mentions, self.fates, strict=True) if fate == measure]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words for one victim; `last` is where "himself" stands, the token itself elsewhere."""

    token: int
    last: int
    profile: Profile
    harm: Harm


def find_people(parse: Parse, found: list[tuple[Harm, Draft]]) -> list[Person]:
    """Return the victims told one by one in the order in which they are introduced."""
    if not found:
        return []
    register = read_register(parse)
    people: list[Person] = []
    for harm, draft in sorted(found, key=lambda pair: (pair[1].first, pair[1].measure)):
        met: list[Person] = []
        told = []
        for head in draft.heads or (draft.head,):
            token = _resolve(parse, head)
            profile = read_profile(parse, token, register)
            told.append(Mention(token, max(token, head), profile, harm))
        # Who is known finds their place first: "Bass and his daughter", the daughter known.
        told.sort(key=lambda m: not any(p.profile.agrees(m.profile) for p in people))
        for mention in told:
            person = _meet(parse, people, met, mention)
            met.append(person)
            person.mentions.append(mention.token)
            person.drafts.append(draft)
            person.fates.append(harm.measure)
            person.measures.add(harm.measure)
            person.certain = person.certain or not harm.weak
    return people


def _resolve(parse: Parse, head: int) -> int:
    """Return the subject that "himself" stands for."""
    if parse.lowers[head] not in REFLEXIVES:
        return head
    verb = parse.heads[head]
    for _ in range(CLIMB):
        if subjects := own_subjects(parse, verb):
            return subjects[0]
        if parse.deps[verb] == "acl" and parse.tags[parse.heads[verb]] in ("NN", "NNP"):
            # "points to the teenager shooting himself"
            return parse.heads[verb]
        verb = parse.heads[verb]
    return head


def _meet(parse: Parse, people: list[Person], met: list[Person], mention: Mention) -> Person:
    """Return the person that a mention is of, a new one where it can be nobody known."""
    others = [p for p in people[-REMEMBERED:] if not any(p is m for m in met)]
    if same := next((p for p in others if mention.token in p.mentions), None):
        return same
    profile = mention.profile
    fits = [
        p
        for p in others
        if not p.profile.contradicts(profile) and not _set_beside(parse, p, mention)
    ]
    agreeing = [p for p in fits if p.profile.agrees(profile)]
    known = None
    if profile.pronoun:
        sentence = parse.sentence_of[mention.token]
        near = [p for p in fits if sentence - parse.sentence_of[p.mentions[-1]] <= PRONOUN]
        known = _best(near or fits, mention)
    elif agreeing:
        known = _best(agreeing, mention)
    elif fits and not profile.another and not _is_newcomer(mention, fits):
        known = _best(fits, mention)
    if known is None:
        known = Person(profile)
        people.append(known)
    else:
        known.profile = known.profile.joined(profile)
    return known


def _set_beside(parse: Parse, person: Person, mention: Mention) -> bool:
    """Return whether one sentence tells of two people: "one died, a clerk was hurt"."""
    if any(mention.token < token < mention.last for token in person.mentions):
        # "He shot his wife and himself": nobody told of in between is "he".
        return True
    last, head = person.mentions[-1], mention.token
    same = parse.sentence_of[last] == parse.sentence_of[head] and last != head
    if not same or mention.profile.pronoun or person.profile.agrees(mention.profile):
        return False
    named = parse.tags[last] in ("NN", "NNP", "CD", "DT")
    owned = any(parse.tags[child] == "PRP$" for child in parse.children[head])
    return owned or (named and mention.harm.measure not in person.measures)


def _is_newcomer(mention: Mention, fits: list[Person]) -> bool:
    """Return whether somebody is introduced whose fate none of those known has met."""
    if mention.harm.measure == "killed":
        return all("killed" not in p.measures and p.certain for p in fits)
    dead = all("killed" in p.measures for p in fits)
    return not mention.harm.weak and dead and not mention.profile.definite


def _best(people: list[Person], mention: Mention) -> Person | None:
    """Return the likeliest of several people; a death is rather told twice than two deaths."""

    def rank(person: Person) -> tuple[int, bool, int]:
        measure = mention.harm.measure
        same = measure in person.measures or measure == "injured"
        return person.profile.likeness(mention.profile), same, person.mentions[-1]

    return max(people, key=rank, default=None)


def _year(word: str) -> int:
    """Return the year that four digits may be, 0 for none."""
    return int(word) if len(word) == 4 and word.isascii() and word.isdigit() else 0


def latest_year(parse: Parse) -> int:
    """Return the latest year that a text names in digits, 0 for none."""
    years = [_year(word) for word in parse.lowers if word[:2] in ("19", "20")]
    return max((year for year in years if EARLIEST <= year <= LATEST), default=0)


def in_the_past(parse: Parse, sentence: int, latest: int) -> bool:
    """Return whether a sentence tells of an older incident: "last year", "two years ago".

    `latest` is the latest year that the text names, 0 for none.
    """
    first, stop = parse.sentences[sentence]
    words = parse.lowers[first:stop]
    if any(EARLIEST <= _year(word) < latest for word in words):
        return True
    return any(
        (word == "ago" and words[at - 1] in LONG)
        or (word in LONG and words[at - 1] in ("last", "previous"))
        or (word in LONG and words[at - 2 : at] == ["earlier", "this"])
        or (word == "earlier" and words[at - 1] in LONG)
        for at, word in enumerate(words)
        if at
    )


def of_today(parse: Parse, people: list[Person], stated: list[Draft]) -> list[Person]:
    """Return the people without those of older incidents, unless nothing else is told."""
    latest = latest_year(parse)
    harms = [d.first for d in stated if d.measure in ("killed", "injured")]
    told = [token for person in people for token in person.mentions]
    past = {
        sentence
        for sentence in {parse.sentence_of[token] for token in (*told, *harms)}
        if in_the_past(parse, sentence, latest)
    }
    kept = [p for p in people if any(parse.sentence_of[t] not in past for t in p.mentions)]
    today = any(parse.sentence_of[token] not in past for token in harms)
    return kept if kept or today else people


def of_one_incident(parse: Parse, people: list[Person], measure: str, reach: int) -> list[Person]:
    """Return the people of whom a fate is told within `reach` sentences of each other."""
    kept: list[Person] = []
    told: set[int] = set()
    for person in sorted(people, key=lambda p: p.mentions[0]):
        own = {parse.sentence_of[token] for token in person.told_of(measure)}
        near = any(s + step in told for s in own for step in range(-reach, reach + 1))
        if not kept or near:
            kept.append(person)
            told |= own
    return kept
