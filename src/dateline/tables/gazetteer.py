"""Gazetteer: names to places, looked up in an index on disk that is mapped, not loaded.

The index is built once, from packages, into the user's cache folder (or `$DATELINE_CACHE`);
a later version of a package or of the builder builds its own. Opening it takes
milliseconds. GeoNames data are CC BY 4.0, https://www.geonames.org.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from dateline.tables.gazetteer_cache import find_index
from dateline.tables.gazetteer_names import fold, key

__all__ = ["Candidate", "Gazetteer", "fold", "open_gazetteer"]

# No name of the gazetteer needs more: the places of one name beyond these are hamlets.
MOST_CANDIDATES = 64
# Names kept with their places between articles; some 30 MB when full.
MOST_NAMES = 60_000
_COLUMNS = (
    "keys", "refs", "grades", "points", "populations", "ids", "countries", "admin1", "admin2",
    "features", "codes", "isos", "offsets", "names",
)  # fmt: skip


class Candidate(NamedTuple):
    """One place that a name may mean.

    `grade` says how the name belongs to it: 3 its own, 2 an official alias, 1 an alternate
    name of some language or time, 0 its name without the word for its kind. `country`,
    `admin1` and `admin2` are rows too, -1 for none.
    """

    row: int
    grade: int
    lat: float
    lon: float
    population: int
    country: int
    admin1: int
    admin2: int
    feature: str


class Gazetteer:
    """The open index."""

    def __init__(self, folder: Path) -> None:
        """Map the columns of the index in `folder`."""
        columns: dict[str, Any] = {
            name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _COLUMNS
        }
        self._keys = columns["keys"]
        self._refs = columns["refs"]
        self._grades = columns["grades"]
        self._columns = columns
        self._codes = [code.decode() for code in columns["codes"]]
        self._known: dict[str, tuple[Candidate, ...]] = {}

    def find(self, form: str) -> tuple[Candidate, ...]:
        """Return the places that a folded name may mean, the most populous first."""
        found = self._known.get(form)
        if found is None:
            if len(self._known) >= MOST_NAMES:
                self._known.clear()
            found = self._known[form] = self._look_up(form)
        return found

    def _look_up(self, form: str) -> tuple[Candidate, ...]:
        wanted = np.uint64(key(form))
        first = int(self._keys.searchsorted(wanted))
        end = first
        while end < len(self._keys) and self._keys[end] == wanted:
            end += 1
        found = [
            self.candidate(int(self._refs[at]), int(self._grades[at])) for at in range(first, end)
        ]
        found.sort(key=lambda c: (c.grade == 0, -c.population, c.row))
        return tuple(found[:MOST_CANDIDATES])

    def candidate(self, row: int, grade: int = 3) -> Candidate:
        """Return the place in a row."""
        c = self._columns
        lat, lon = c["points"][row]
        return Candidate(
            row, grade, round(float(lat), 5), round(float(lon), 5), int(c["populations"][row]),
            int(c["countries"][row]), int(c["admin1"][row]), int(c["admin2"][row]),
            self._codes[c["features"][row]],
        )  # fmt: skip

    def name(self, row: int) -> str:
        """Return the name of the place in a row."""
        first, end = self._columns["offsets"][row], self._columns["offsets"][row + 1]
        return bytes(self._columns["names"][first:end]).decode()

    def country_code(self, row: int) -> str | None:
        """Return the ISO 3166-1 alpha-3 code of the country in a row, None for no country."""
        return bytes(self._columns["isos"][row]).decode() if row >= 0 else None

    def geonameid(self, row: int) -> int | None:
        """Return the GeoNames id of the place in a row, None for a place of our own tables."""
        return int(self._columns["ids"][row]) or None

    def rows_in(self, area: int) -> list[int]:
        """Return the rows of the places in a country, region or county, itself left out."""
        c = self._columns
        inside = (c["countries"] == area) | (c["admin1"] == area) | (c["admin2"] == area)
        return [int(row) for row in np.flatnonzero(inside) if row != area]

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._columns["ids"])


@cache
def open_gazetteer() -> Gazetteer:
    """Return the gazetteer of this installation; its first call ever builds the index."""
    folder = find_index()
    try:
        return Gazetteer(folder)
    except (OSError, ValueError, EOFError):
        # Removed in this moment, or its pages were lost with the power.
        shutil.rmtree(folder, ignore_errors=True)
        return Gazetteer(find_index())
