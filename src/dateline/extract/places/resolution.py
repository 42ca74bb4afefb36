"""Which place each name means, decided for all names of a text together.

A name may mean dozens of places. Each is scored by how large it is and how well the name
fits it, by what the text says outright ("Long Beach, CA"), by the countries and regions of
the other names, and by its distance to them. Names that leave no doubt speak first: the
weights of the others follow from theirs, in a few rounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import Any, NamedTuple

import numpy as np

from dateline.tables.gazetteer import Candidate

# How sharply a round tells a better place from a worse one. The first hardly does, so that
# small towns that fit each other can outvote a famous name.
ROUNDS = (0.6, 1.0, 1.6, 2.0)
# The names whose places are compared with all others by distance: more change nothing.
MOST_ANCHORS = 60

# Weights, in units of the decimal logarithm of the population; set by hand on GeoVirus and
# corpus_train, then checked on LGL.
GRADES = (-2.2, -1.4, -0.2, 0.0)
FEATURES = {
    "PCLI": 3.0, "PCLD": 1.5, "PPLC": 2.5, "ADM1": 0.8, "ADM2": -1.2, "ADM3": -2.0, "PPL": 0.0,
}  # fmt: skip
OURS = 7.0
STATED = 8.0
DILUTION = 0.6
AREA = 2.0
COUNTRY = 1.2
REGION = 1.6
COUNTY = 2.5
NEAR = 1.6
NEAR_KM = 120.0
LEVELS = 2.5
# GeoNames leaves the inhabitants of many seats of districts at none.
UNCOUNTED = 3000
# How much the inhabitants of a county count, and of how many a common one has (log10).
COUNTY_SIZE = 0.7
COUNTY_MEAN = 4.8
LIKENESS = 2.0
# A city with its region's name is meant, if the region has not so many times its inhabitants.
NAMESAKE = 14
NAMESAKES = 1.5
# An area of more inhabitants is known by its own right ("New York", "São Paulo").
MOST_OF_CITY = 15_000_000
_KINDS = {"PCLI": 1, "PCLD": 1, "ADM1": 2}


class Unit(NamedTuple):
    """One name with one meaning: how often it stands in the text, and what it may mean.

    `within` holds the numbers of the units that the text says it lies in, `level` the level
    of area that the text calls it (0 town, 1 province, 2 county), -1 if it says nothing;
    `beside` the numbers of its neighbours in lists.
    """

    form: str
    mentions: int
    candidates: tuple[Candidate, ...]
    within: tuple[int, ...] = ()
    level: int = -1
    beside: tuple[int, ...] = ()


def resolve(units: Sequence[Unit]) -> list[Candidate | None]:
    """Return the place that each unit means, None where the gazetteer knows none."""
    sizes = [len(unit.candidates) for unit in units]
    if not sum(sizes):
        return [None] * len(units)
    field = _Field(units)
    scores = field.prior
    for sharpness in ROUNDS:
        shares = field.shares(scores, sharpness)
        scores = field.prior + field.evidence(shares)
    return field.best(scores)


class _Field:
    """All candidates of all units as columns."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        flat = [c for unit in units for c in unit.candidates]
        self.flat = flat
        self.owner = np.repeat(np.arange(len(units)), [len(u.candidates) for u in units])
        self.starts = np.searchsorted(self.owner, np.arange(len(units)))
        self.rows = np.array([c.row for c in flat])
        self.country = np.array([c.country if c.country >= 0 else c.row for c in flat])
        self.admin1 = np.array([c.admin1 for c in flat])
        self.admin2 = np.array([c.row if c.feature == "ADM2" else c.admin2 for c in flat])
        self.points = np.radians(np.array([(c.lat, c.lon) for c in flat]))
        self.is_country = np.array([c.feature.startswith("PCL") for c in flat])
        self.kinds = np.array([_KINDS.get(c.feature[:4], 0) for c in flat])
        self.is_area = np.array([c.feature[:3] in {"PCL", "ADM"} for c in flat])
        self.prior = np.array(
            [_prior(c, unit) for unit in units for c in unit.candidates], dtype=float
        )
        counts = np.array([unit.mentions for unit in units], dtype=float)
        self.weight = np.minimum(1.0 + 0.3 * (counts - 1.0), 3.0)

    def shares(self, scores: Any, sharpness: float) -> Any:
        """Return how much of each unit goes to each of its candidates."""
        top = np.maximum.reduceat(scores, self._used_starts())
        raised = np.exp(sharpness * (scores - np.repeat(top, self._used_sizes())))
        total = np.add.reduceat(raised, self._used_starts())
        return raised / np.repeat(total**DILUTION, self._used_sizes())

    def _used_sizes(self) -> Any:
        sizes = np.bincount(self.owner, minlength=len(self.units))
        return sizes[sizes > 0]

    def _used_starts(self) -> Any:
        return np.concatenate([[0], np.cumsum(self._used_sizes())[:-1]])

    def evidence(self, shares: Any) -> Any:
        """Return what the other names of the text say for each candidate."""
        mass = shares * self.weight[self.owner]
        told = mass * np.where(self.is_area, AREA, 1.0)
        total = self._agreement(self.country, told, COUNTRY)
        total += self._agreement(self.admin1, told, REGION)
        total += self._agreement(self.admin2, told, COUNTY)
        total += self._nearness(mass)
        total += self._stated(shares)
        total += self._likeness(shares)
        return total

    def _likeness(self, shares: Any) -> Any:
        """Score candidates of the kind of their neighbours in a list: a state among states."""
        scored = np.zeros(len(shares))
        tops = self.best_places(shares)
        for number, unit in enumerate(self.units):
            # "Almaty and the Mangystau region": one that is called a region tells nothing
            # of a bare name beside it.
            kinds = [
                self.kinds[tops[other]]
                for other in unit.beside
                if tops[other] >= 0 and not (self.units[other].level == 1 > unit.level)
            ]
            if kinds:
                mine = slice(self.starts[number], self.starts[number] + len(unit.candidates))
                for kind in kinds:
                    scored[mine] += LIKENESS / len(kinds) * (self.kinds[mine] == kind)
        return scored

    def best_places(self, scores: Any) -> list[int]:
        """Return the number of each unit's best candidate, -1 where it has none."""
        found = []
        for number, unit in enumerate(self.units):
            start, size = int(self.starts[number]), len(unit.candidates)
            found.append(start + int(np.argmax(scores[start : start + size])) if size else -1)
        return found

    def _agreement(self, column: Any, mass: Any, weight: float) -> Any:
        """Score each candidate by the mass of other units that share its value in a column."""
        values, inverse = np.unique(column, return_inverse=True)
        sums = np.bincount(inverse, weights=mass)
        # What a unit gives to itself, through any of its candidates, does not count.
        pair = self.owner * len(values) + inverse
        _, back = np.unique(pair, return_inverse=True)
        own = np.bincount(back, weights=mass)[back]
        others = np.maximum(sums[inverse] - own, 0.0)
        scored = weight * np.log1p(others)
        scored[column < 0] = 0.0
        return scored

    def _nearness(self, mass: Any) -> Any:
        """Score each candidate by the other units' places near it."""
        order = np.argsort(-mass * ~self.is_country, kind="stable")[:MOST_ANCHORS]
        order = order[(mass[order] > 0.3) & ~self.is_country[order]]
        if not len(order):
            return np.zeros(len(mass))
        lat, lon = self.points[:, :1], self.points[:, 1:]
        x = (lon - lon[order].T + np.pi) % (2 * np.pi) - np.pi
        x = x * np.cos((lat + lat[order].T) / 2)
        km = 6371.0 * np.hypot(x, lat - lat[order].T)
        near = np.exp(-km / NEAR_KM) * mass[order]
        near[self.owner[:, None] == self.owner[order][None, :]] = 0.0
        scored = NEAR * np.log1p(near.sum(axis=1))
        scored[self.is_country] = 0.0
        return scored

    def _stated(self, shares: Any) -> Any:
        """Score each candidate that lies in what the text says it lies in."""
        scored = np.zeros(len(shares))
        for number, unit in enumerate(self.units):
            if not unit.within or not unit.candidates:
                continue
            mine = slice(self.starts[number], self.starts[number] + len(unit.candidates))
            for other in unit.within:
                start = self.starts[other]
                count = len(self.units[other].candidates)
                holders = {int(self.rows[at]): at for at in range(start, start + count)}
                held: dict[int, float] = {}
                for at in range(mine.start, mine.stop):
                    # A place does not lie in itself.
                    if int(self.rows[at]) in holders:
                        continue
                    inside = {int(self.country[at]), int(self.admin1[at]), int(self.admin2[at])}
                    found = [holders[row] for row in inside if row in holders]
                    if found:
                        share = max(float(shares[place]) for place in found)
                        scored[at] += STATED * min(1.0, 0.5 + share)
                        for place in found:
                            held[place] = max(held.get(place, 0.0), float(shares[at]))
                for place, share in held.items():
                    scored[place] += STATED * min(1.0, 0.5 + share)
        return scored

    def best(self, scores: Any) -> list[Candidate | None]:
        """Return the best candidate of each unit; for a bare name, the city of an area."""
        holders = {other for unit in self.units for other in unit.within}
        found: list[Candidate | None] = []
        for number, at in enumerate(self.best_places(scores)):
            best = self.flat[at] if at >= 0 else None
            unit = self.units[number]
            if best is not None and best.feature == "ADM1" and number not in holders:
                best = _city_of(best, unit) or best
            found.append(best)
        return found


def _prior(candidate: Candidate, unit: Unit) -> float:
    feature = candidate.feature
    score = GRADES[candidate.grade]
    if feature not in FEATURES:
        return score + OURS
    score += log10((candidate.population or UNCOUNTED) + 300) + FEATURES[feature]
    if feature == "ADM2":
        score += (1 - COUNTY_SIZE) * (COUNTY_MEAN - log10(candidate.population + 300))
    if candidate.grade == 1 and any(
        c.row == candidate.country != candidate.row and c.grade > 1 for c in unit.candidates
    ):
        # "Guatemala" is a name of its capital too, and hardly ever meant so.
        score -= 3.0
    if feature == "ADM1" and unit.level != 1 and _has_namesake(candidate, unit):
        # "São Paulo", "Kyiv": the city, unless the text says province.
        score -= NAMESAKES
    if unit.level == 0 and feature[:3] == "ADM":
        score -= LEVELS
    if unit.level > 0:
        score += LEVELS * (feature == f"ADM{unit.level}") + 1.0 * feature.startswith("ADM")
    return score


def _city_of(area: Candidate, unit: Unit) -> Candidate | None:
    """Return the city that a bare name means rather than its area: "Porto", "Kherson".

    None where the words or the list around it speak of areas, and for states that are named
    as often as their cities ("New York").
    """
    if unit.level > 0 or (unit.beside and unit.level < 0) or area.population > MOST_OF_CITY:
        return None
    cities = [c for c in unit.candidates if c.feature[:3] == "PPL" and c.admin1 == area.row]
    city = max(cities, key=lambda c: c.population, default=None)
    if city is None or NAMESAKE * max(city.population, 1) < area.population:
        return None
    return city


def _has_namesake(area: Candidate, unit: Unit) -> bool:
    """Return whether a large city of the area bears its name."""
    return any(
        c.feature[:3] == "PPL"
        and c.admin1 == area.row
        and (NAMESAKE if c.grade == 3 else 6) * c.population > area.population
        for c in unit.candidates
    )
