"""Districts that only bear the name of a place on the other side of the world.

"The Samal district" of a city is in no gazetteer; a namesake that lies far from all else the
text speaks of is not meant, and no answer is better than a wrong one.
"""

from __future__ import annotations

from math import cos, hypot, radians

from dateline.extract.places.mentions import Mention
from dateline.extract.places.words import Words
from dateline.records.parses import Parse
from dateline.tables.gazetteer import Candidate

# A namesake further than this from every other place of the text is another place.
FAR_KM = 2000.0
# A place of so many inhabitants is known by its name alone.
KNOWN = 500_000


def leave_far(
    parse: Parse, mentions: list[Mention], chosen: list[Candidate | None], words: Words
) -> list[Candidate | None]:
    """Return the chosen places, None for a district far from the one country of the rest."""
    left = list(chosen)
    known = {c.row: c for c, m in zip(chosen, mentions, strict=True) if c is not None and m.exact}
    if len({c.country for c in known.values() if c.country >= 0}) > 2:
        return left
    for at, (mention, candidate) in enumerate(zip(mentions, chosen, strict=True)):
        if candidate is None or not _is_district(parse, mention, words):
            continue
        if candidate.population >= KNOWN or candidate.feature[:3] == "PCL":
            continue
        others = [other for row, other in known.items() if row != candidate.row]
        countries = {other.country for other in others if other.country >= 0}
        apart = len(countries) == 1 and candidate.country not in countries
        if apart and all(_distance(candidate, other) > FAR_KM for other in others):
            left[at] = None
    return left


def _is_district(parse: Parse, mention: Mention, words: Words) -> bool:
    last = parse.lowers[mention.end - 1]
    after = parse.lowers[mention.end] if mention.end < len(parse) else ""
    return last in words.kinds_after or after in words.kinds_after


def _distance(one: Candidate, other: Candidate) -> float:
    """Return the distance of two places in kilometres, near enough to tell far from near."""
    east = (one.lon - other.lon + 180.0) % 360.0 - 180.0
    east *= cos(radians((one.lat + other.lat) / 2))
    return 111.2 * hypot(east, one.lat - other.lat)
