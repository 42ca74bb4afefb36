"""Outcomes: the dead and the hurt of an attack that is told beside them are the attack.

"Shelled the town, killing 20", "were killed in a bombing", "an attack that left 12 dead":
one happening, told by what was done and by what came of it.
"""

from __future__ import annotations

import msgspec

from dateline.extract.events.matches import Match
from dateline.records.parses import Parse
from dateline.records.readings import Event

HARMING = frozenset({"kill", "wound", "injure", "hurt", "maim", "slay", "leave", "die", "perish"})
# How the outcome hangs on the attack, or the attack on the outcome.
FOLLOWS = frozenset({"advcl", "acl", "relcl", "xcomp", "prep", "pcomp", "ccomp"})
MEANS = frozenset({"prep", "pobj", "agent", "nsubj", "nsubjpass", "pcomp", "advcl"})

Told = tuple[Match, Event]


def join_outcomes(parse: Parse, made: list[Told]) -> list[Told]:
    """Return the events with each harm joined to the attack of its sentence that did it."""
    joined: dict[int, Told] = {match.head: (match, event) for match, event in made}
    for match, event in made:
        if event.type != "ASSAULT" or parse.lemmas[match.head] not in HARMING or match.noun:
            continue
        for other, _ in made:
            attack = joined.get(other.head)
            if attack is None or other is match or not _belong(parse, match, other):
                continue
            # "18 were killed, two of them beheaded": what has a count of its own is its own.
            apart = attack[1].figures and attack[1].figures != event.figures
            if apart or attack[1].type != "ASSAULT":
                continue
            if attack[1].sentence == event.sentence:
                joined[other.head] = (other, _with_outcome(attack[1], event))
                del joined[match.head]
                break
    return [joined[match.head] for match, _ in made if match.head in joined]


def _belong(parse: Parse, harm: Match, attack: Match) -> bool:
    """Return whether an attack and a harm are one happening by how the clause is built."""
    if parse.lemmas[attack.head] in HARMING:
        return False
    below, through = harm.head, attack.head
    for governor in parse.path_up(below)[:4]:
        if parse.deps[below] not in FOLLOWS:
            break
        if governor == through:
            return True
        below = governor
    below, through = attack.head, harm.head
    for governor in parse.path_up(below)[:4]:
        if parse.deps[below] not in MEANS or (parse.pos[below] == "VERB" and governor != through):
            return False
        if governor == through:
            return True
        below = governor
    return False


def _with_outcome(attack: Event, harm: Event) -> Event:
    filled = {
        "actors": attack.actors or harm.actors,
        "recipients": harm.recipients or attack.recipients,
        "time": attack.time or harm.time,
        "place": attack.place or harm.place,
        "date": attack.date or harm.date,
        "mode": attack.mode or harm.mode,
    }
    why = {name: reason for name, reason in attack.why.items() if filled.get(name) is None}
    return msgspec.structs.replace(
        attack,
        mentions=tuple(sorted((*(attack.mentions or (attack.trigger,)), harm.trigger))),
        figures=tuple(dict.fromkeys(attack.figures + harm.figures)),
        why=why,
        **filled,
    )
