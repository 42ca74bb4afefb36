"""How sharply a place is told, in the codes of ACLED and of UCDP GED.

ACLED's geographic precision: 1 a named town, 2 a small part of a region or near a town, 3 a
larger region. UCDP's `where_prec`: 1 the exact place, 2 within some 25 km of it, 3 a district,
4 a province, 5 a part of a country larger than a province or a line (a river, a border), 6 a
country, 7 waters and airspace of no country. Both are read from the feature of the place and
from the words around each mention; the sharpest mention counts.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.extract.places.beside import is_beside
from dateline.extract.places.mentions import Mention
from dateline.extract.places.words import Words
from dateline.records.parses import Parse
from dateline.records.readings import Precision
from dateline.tables.gazetteer import Candidate

NO_CODE = "no-such-code"
_NONE: tuple[int | None, int | None] = (None, None)
# ACLED's code and UCDP's for each kind of feature; GeoNames' codes.
_CODES: dict[str, tuple[int | None, int | None]] = {
    "PPL": (1, 1), "FAC": (1, 1), "PRK": (2, 2), "MT": (2, 2),
    "ADM1": (3, 4), "ADM2": (2, 3), "ADM3": (2, 3),
    "PCL": (None, 6), "RGN": (3, 5), "STM": (3, 5), "CNL": (3, 5), "MTS": (3, 5), "LK": (3, 5),
    "GULF": (3, 5), "BAY": (3, 5), "STRT": (3, 5), "SEA": (3, 5), "OCN": (3, 7),
}  # fmt: skip
# Rivers and ranges are long wherever they lie.
_LINES = frozenset({"STM", "CNL", "MTS", "LK", "MT"})
_WATERS = frozenset({"SEA", "OCN", "STRT", "GULF", "BAY"})
_COMPASS = frozenset({"no", "so", "ea", "we", "ce"})


def find_precision(
    parse: Parse, mentions: Iterable[Mention], candidate: Candidate | None, words: Words
) -> Precision:
    """Return the codes of a place; `candidate` is what its point was taken from.

    A place that is in no gazetteer and stands at the point of its town has that of a place
    near the town; one without a point has none.
    """
    told = [_of_mention(parse, mention, candidate, words) for mention in mentions]
    # Where UCDP has no code, ACLED has none.
    return Precision(*min(told, key=lambda codes: codes[1] or 9))


def _of_mention(
    parse: Parse, mention: Mention, candidate: Candidate | None, words: Words
) -> tuple[int | None, int | None]:
    if candidate is None:
        return _NONE
    feature = candidate.feature
    codes = _CODES.get(feature) or _CODES.get(feature[:3], _NONE)
    if candidate.country < 0 and feature not in _LINES:
        return (3, 7) if feature in _WATERS else _NONE
    if codes[1] == 1:
        if mention.level > 0:
            # "Aktobe province", where only the town of the name is known.
            return _CODES[f"ADM{mention.level}"]
        return (
            (2, 2) if not mention.exact or is_beside(parse, mention.first, mention.end) else codes
        )
    if feature[:3] == "PCL" and _is_part(parse, mention, words):
        return 3, 5
    return codes


def _is_part(parse: Parse, mention: Mention, words: Words) -> bool:
    """Return whether a part of a country is meant: "northern X", "the south of X"."""
    lowers, first = parse.lowers, mention.first
    before = lowers[max(first - 3, 0) : first]
    if before and before[-1] == "the":
        before = before[:-1]
    if before and before[-1] in {"of", "in"}:
        before = before[:-1]
    if before and before[-1] in words.parts and before[-1][:2] in _COMPASS:
        return True
    # "Northern Mali", but not "North Korea".
    own = mention.form.split(" ", 1)[0] == lowers[first]
    return not own and lowers[first] in words.parts and lowers[first][:2] in _COMPASS
