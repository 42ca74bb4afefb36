"""Merging: the same happening told twice is one event with two mentions."""

from __future__ import annotations

import msgspec

from dateline.extract.events.matches import Match
from dateline.records.parses import Parse
from dateline.records.readings import Event

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both"})


def merge(parse: Parse, made: list[tuple[Match, Event]]) -> list[Event]:
    """Return one event for each happening; the fullest telling gives the trigger."""
    events: list[Event] = []
    lemmas: list[str] = []
    for match, event in made:
        lemma = parse.lemmas[match.head].lower()
        at = next(
            (
                i
                for i in range(len(events) - 1, -1, -1)
                if _same(parse, events[i], lemmas[i], event, match, lemma)
            ),
            None,
        )
        harm = _harm_before(parse, events, event, match) if at is None else None
        if harm is not None:
            events[harm] = _counted_by(events[harm], event)
        elif at is None:
            events.append(event)
            lemmas.append(lemma)
        else:
            events[at] = _joined(events[at], event)
    return events


# Below this a counted harm is told too weakly to be a happening beside the one before it.
WEAK = 0.33
HARMFUL = frozenset({None, "firearms", "explosives", "targeted", "death", "disaster", "accident",
                     "heavy-weapons", "aerial", "suicide-attack", "beat", "primitive"})  # fmt: skip


def _harm_before(parse: Parse, events: list[Event], event: Event, match: Match) -> int | None:
    """Return the happening that hurt those whom a weak telling counts: "18 were injured".

    It stands in the same paragraph, in the same sentence or the one before.
    """
    if match.score >= WEAK or event.actors or not event.figures:
        return None
    sentence = parse.sentence_of[match.head]
    for at in range(len(events) - 1, -1, -1):
        known = events[at]
        token = parse.tokens_in(known.trigger.start, known.trigger.end)[0]
        near = sentence - parse.sentence_of[token] <= 1
        if not near or parse.paragraph_of[token] != parse.paragraph_of[match.head]:
            return None
        if known.type in ("ASSAULT", "OTHER") and known.mode in HARMFUL:
            return at
    return None


def _counted_by(harm: Event, toll: Event) -> Event:
    """Return a happening with a toll told beside it: one more mention, and its figures."""
    return msgspec.structs.replace(
        harm,
        mentions=(*(harm.mentions or (harm.trigger,)), toll.trigger),
        figures=tuple(dict.fromkeys(harm.figures + toll.figures)),
    )


def _same(  # noqa: PLR0917 - what the layers before found
    parse: Parse, first: Event, first_lemma: str, second: Event, match: Match, lemma: str
) -> bool:
    if first.type != second.type or not _agree_kind(first, second):
        return False
    if not _agree(first.time, second.time) and first.sentence != second.sentence:
        return False
    for before, after in ((first.actors, second.actors), (first.recipients, second.recipients)):
        if before and after and not set(before) & set(after):
            return False
    if second.mode in SINGLE and first.mode == second.mode and _agree(first.place, second.place):
        return True
    if match.noun and _is_definite(parse, match) and first.sentence != second.sentence:
        return True
    shared = set(first.actors) & set(second.actors) or set(first.recipients) & set(
        second.recipients
    )
    told_again = bool(shared) and lemma == first_lemma and first.status == second.status
    return told_again or (first.sentence == second.sentence and _same_pair(first, second))


def _same_pair(first: Event, second: Event) -> bool:
    """Return whether two events of one sentence and type have the same pair of parties."""
    pair = bool(first.actors and first.recipients) or len(first.actors) > 1
    return (
        pair
        and set(first.actors) == set(second.actors)
        and set(first.recipients) == set(second.recipients)
        and (first.status, first.mode) == (second.status, second.mode)
    )


# Of these an article mostly tells one, in many words: the disaster, the accident, the vote.
SINGLE = frozenset({"disaster", "accident", "death"})


def _agree_kind(first: Event, second: Event) -> bool:
    # What only the user's types tell apart are two happenings.
    apart = first.type == "OTHER" and first.own != second.own
    return not apart and _agree(first.mode, second.mode)


def _agree(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first == second


def _is_definite(parse: Parse, match: Match) -> bool:
    return any(
        parse.deps[child] in ("det", "poss") and parse.lowers[child] in DEFINITE
        for child in parse.children[match.head]
    )


def _weight(event: Event) -> int:
    return len(event.actors) + len(event.recipients) + (event.time is not None) * 2


def _joined(first: Event, second: Event) -> Event:
    best, other = (second, first) if _weight(second) > _weight(first) else (first, second)
    mentions = first.mentions or (first.trigger,)
    why = dict(best.why)
    filled = {
        "actors": best.actors or other.actors,
        "recipients": best.recipients or other.recipients,
        "time": best.time or other.time,
        "place": best.place or other.place,
        "mode": best.mode or other.mode,
    }
    for name in ("time", "place", "mode"):
        if filled[name] is not None:
            why.pop(name, None)
    return msgspec.structs.replace(
        best,
        mentions=(*mentions, second.trigger),
        figures=tuple(dict.fromkeys(first.figures + second.figures)),
        own=tuple(dict.fromkeys((first.own or ()) + (second.own or ()))) or msgspec.UNSET,
        why=why,
        **filled,
    )
