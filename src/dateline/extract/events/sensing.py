"""Sensing: what the encoder adds to the rules, trigger by trigger.

The encoder gives chances; the rules give answers. Each answer here is the better of both by
one sum, whose weights were set on `corpus/train` and the phrases that were kept out.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from dateline.extract.events.clauses import NOMINAL, Clauses
from dateline.extract.events.matches import Match
from dateline.extract.events.roles import Roles
from dateline.extract.events.circumstances import Circumstances
from dateline.records.readings import Place, Status, Time
from dateline.records.signals import Floats, Signals

ACTORS, RECIPIENTS, PLACES, TIMES = range(4)
# How much of a status is the rules'.
RULED = float(os.environ.get("RULED", "0.4"))
# What a party found by the rules is worth: the first, and those after it.
FIRST, LATER = float(os.environ.get("FIRST", "0.5")), float(os.environ.get("LATER", "0.15"))
ROLE = float(os.environ.get("ROLE", "0.5"))
SURE = float(os.environ.get("SURE", "0.7"))
BOTH = float(os.environ.get("BOTH", "0.6"))
TIME_KEEP, TIME_TAKE = float(os.environ.get("TK", "0.0")), float(os.environ.get("TT", "1.1"))
PLACE_KEEP, PLACE_TAKE = float(os.environ.get("PK", "0")), float(os.environ.get("PT", "1.1"))

Found = TypeVar("Found", Time, Place)


class Sense:
    """Asks the signals of one text about its triggers."""

    def __init__(self, clauses: Clauses, signals: Signals) -> None:
        """Keep the parse and the signals."""
        self.clauses = clauses
        self.signals = signals
        self._known: dict[int, tuple[int, Floats]] = {}

    def told_by(self, match: Match) -> int:
        """Return the word of a trigger that the encoder takes for the event."""
        told = self.signals.types
        covered = [t for t in match.covered if match.first <= t < match.end] or [match.head]
        return min(covered, key=lambda token: told[token, 0])

    def chances(self, match: Match, role: int) -> tuple[int, Floats]:
        """Return the first word of the trigger's window and the chances from there on."""
        token = self.told_by(match)
        if token not in self._known:
            self._known[token] = self.signals.role_scores(token)
        first, scores = self._known[token]
        return first, scores[:, role]

    def status(self, match: Match, ruled: Status) -> Status:
        """Return the status of a trigger, given what the rules make of it."""
        chances = self.signals.statuses[self.told_by(match)] * (1 - RULED)
        names = self.signals.status_names
        sums = {name: float(c) for name, c in zip(names, chances, strict=True)}
        sums[ruled] = sums.get(ruled, 0.0) + RULED
        return max(sums, key=sums.__getitem__)  # type: ignore[return-value]

    def roles(self, match: Match, ruled: Roles) -> Roles:
        """Return the parties of a trigger, the likeliest first."""
        actors = self._parties(match, ACTORS, ruled.actors)
        recipients = self._parties(match, RECIPIENTS, ruled.recipients)
        likelier = {
            t for t in actors.keys() & recipients.keys() if actors[t] >= recipients[t]
        }
        return Roles(
            [t for t in _best(actors) if t not in recipients or t in likelier],
            [t for t in _best(recipients) if t not in likelier],
            frozenset(t for sums in (actors, recipients) for t, s in sums.items() if s >= SURE * BOTH),
        )

    def _parties(self, match: Match, role: int, ruled: Sequence[int]) -> dict[int, float]:
        first, chances = self.chances(match, role)
        parse = self.clauses.parse
        sums: dict[int, float] = {}
        for rank, token in enumerate(ruled):
            sums[token] = FIRST if rank == 0 else LATER
        for at in np.nonzero(chances > 0.1)[0].tolist():
            token = first + at
            if parse.pos[token] in NOMINAL or parse.ents[token]:
                sums[token] = sums.get(token, 0.0) + BOTH * float(chances[at])
        return {t: s for t, s in sums.items() if s >= ROLE * BOTH}

    def time(self, match: Match, ruled: Time | None, around: Circumstances) -> Time | None:
        """Return the time of a trigger: the rules' unless the encoder knows better."""
        first, chances = self.chances(match, TIMES)
        options = around.times_between(first, first + len(chances))
        return self._likeliest(first, chances, options, ruled, TIME_KEEP, TIME_TAKE)

    def place(self, match: Match, ruled: Place | None, around: Circumstances) -> Place | None:
        """Return the place of a trigger: the rules' unless the encoder knows better."""
        first, chances = self.chances(match, PLACES)
        options = around.places_between(first, first + len(chances))
        return self._likeliest(first, chances, options, ruled, PLACE_KEEP, PLACE_TAKE)

    def _likeliest(
        self,
        first: int,
        chances: Floats,
        options: Sequence[tuple[int, int, Found]],
        ruled: Found | None,
        keep: float,
        take: float,
    ) -> Found | None:
        best: tuple[float, Found] | None = None
        kept = None
        for start, end, option in options:
            inside = chances[max(start - first, 0) : max(end - first, 0)]
            chance = float(inside.max()) if len(inside) else 0.0
            if option is ruled:
                kept = max(kept or 0.0, chance)
            if best is None or chance > best[0]:
                best = (chance, option)
        if best is not None and best[0] >= take:
            return best[1]
        if ruled is not None and kept is not None and kept < keep:
            return None
        return ruled


def _best(sums: dict[int, float]) -> list[int]:
    return sorted(sums, key=lambda token: (-sums[token], token))
