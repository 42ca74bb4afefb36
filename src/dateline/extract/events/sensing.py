"""Sensing: what the encoder adds to the rules, trigger by trigger.

The encoder gives chances; the rules give answers. Each answer here is the better of both by
one sum, whose weights were set on `corpus/train` and the phrases that were kept out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from dateline.extract.events.circumstances import Circumstances
from dateline.extract.events.clauses import NOMINAL, Clauses
from dateline.extract.events.decisions import told_by
from dateline.extract.events.matches import Match
from dateline.extract.events.roles import Roles
from dateline.records.readings import Place, Status, Time
from dateline.records.signals import Floats, Signals

ACTORS, RECIPIENTS, PLACES, TIMES = range(4)
# How much of a status is the rules'.
RULED = 0.4
# What a party that the rules found is worth, the first and those after it, beside SENSED times
# its chance. Parties of the encoder alone need ROLE, those taken beside the first need SURE.
FIRST, LATER, SENSED = 0.5, 0.15, 0.6
ROLE, SURE = 0.3, 0.42
LEAST_CHANCE = 0.1
# Below KEEP a time or place of the rules is dropped, from TAKE on the encoder's is taken.
TIME_KEEP, TIME_TAKE = 0.02, 0.7
PLACE_KEEP, PLACE_TAKE = 0.02, 0.6

Found = TypeVar("Found", Time, Place)


class Sense:
    """Asks the signals of one text about its triggers."""

    def __init__(self, clauses: Clauses, signals: Signals) -> None:
        """Keep the parse and the signals."""
        self.clauses = clauses
        self.signals = signals
        self._known: dict[int, tuple[int, Floats]] = {}

    def knows(self, match: Match) -> bool:
        """Return whether the encoder has read the sentence of a trigger."""
        return self.signals.knows(match.head)

    def chances(self, match: Match, role: int) -> tuple[int, Floats]:
        """Return the first word of the trigger's window and the chances from there on."""
        token = told_by(self.signals, match)
        if token not in self._known:
            self._known[token] = self.signals.role_scores(token)
        first, scores = self._known[token]
        return first, scores[:, role]

    def status(self, match: Match, ruled: Status) -> Status:
        """Return the status of a trigger, given what the rules make of it."""
        chances = self.signals.statuses[told_by(self.signals, match)] * (1 - RULED)
        names = self.signals.status_names
        best, most = ruled, 0.0
        for name, chance in zip(names, chances.tolist(), strict=True):
            total = chance + (RULED if name == ruled else 0.0)
            if total > most:
                best, most = name, total
        return best

    def roles(self, match: Match, ruled: Roles) -> Roles:
        """Return the parties of a trigger, the likeliest first."""
        actors = self._parties(match, ACTORS, ruled.actors)
        recipients = self._parties(match, RECIPIENTS, ruled.recipients)
        likelier = {t for t in actors.keys() & recipients.keys() if actors[t] >= recipients[t]}
        return Roles(
            [t for t in _best(actors) if t not in recipients or t in likelier],
            [t for t in _best(recipients) if t not in likelier],
            frozenset(t for sums in (actors, recipients) for t, s in sums.items() if s >= SURE),
        )

    def _parties(self, match: Match, role: int, ruled: Sequence[int]) -> dict[int, float]:
        first, chances = self.chances(match, role)
        parse = self.clauses.parse
        sums: dict[int, float] = {}
        for rank, token in enumerate(ruled):
            sums[token] = FIRST if rank == 0 else LATER
        for at in np.nonzero(chances > LEAST_CHANCE)[0].tolist():
            token = first + at
            if parse.pos[token] in NOMINAL or parse.ents[token]:
                sums[token] = sums.get(token, 0.0) + SENSED * float(chances[at])
        kept = frozenset(ruled)
        return {t: s for t, s in sums.items() if t in kept or s >= ROLE}

    def time(self, match: Match, ruled: Time | None, around: Circumstances) -> Time | None:
        """Return the time of a trigger: the rules' unless the encoder knows better."""
        first, chances = self.chances(match, TIMES)
        options = around.times_between(first, first + len(chances))
        return _settled(_chances(first, chances, options), ruled, TIME_KEEP, TIME_TAKE)

    def place(self, match: Match, ruled: Place | None, around: Circumstances) -> Place | None:
        """Return the place of a trigger: the rules' unless the encoder knows better."""
        first, chances = self.chances(match, PLACES)
        options = around.places_between(first, first + len(chances))
        return _settled(_chances(first, chances, options), ruled, PLACE_KEEP, PLACE_TAKE)


def _chances(
    first: int, chances: Floats, options: Sequence[tuple[int, int, Found]]
) -> list[tuple[float, Found]]:
    """Return what may fill a role, each with the chance of its likeliest word."""
    found = []
    for start, end, option in options:
        inside = chances[max(start - first, 0) : max(end - first, 0)]
        found.append((float(inside.max()) if len(inside) else 0.0, option))
    return found


def _settled(
    options: list[tuple[float, Found]], ruled: Found | None, keep: float, take: float
) -> Found | None:
    """Return the encoder's choice where it is sure, else the rules' unless it is sure against."""
    if not options:
        return ruled
    chance, best = max(options, key=lambda option: option[0])
    if chance >= take:
        return best
    mine = [chance for chance, option in options if option is ruled]
    return None if mine and max(mine) < keep else ruled


def _best(sums: dict[int, float]) -> list[int]:
    return sorted(sums, key=lambda token: (-sums[token], token))
