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


def keep_no_strays(
    parse: Parse, mentions: list[Mention], chosen: list[Candidate | None], words: Words
) -> list[int]:
    """Return the numbers of the mentions but those of a mere direction and a kind.

    "The country's eastern region" is Uganda's Eastern only where Uganda is spoken of.
    """
    rows: dict[int, set[int]] = {}
    for candidate in chosen:
        if candidate is not None:
            rows.setdefault(candidate.country, set()).add(candidate.row)
    kept = []
    for at, (mention, candidate) in enumerate(zip(mentions, chosen, strict=True)):
        alone = candidate is not None and len(rows[candidate.country]) == 1
        if not (alone and _is_direction(parse, mention, words)):
            kept.append(at)
    return kept


def _is_direction(parse: Parse, mention: Mention, words: Words) -> bool:
    named = parse.lowers[mention.first : mention.end]
    plain = all(word in words.parts or word in words.kinds_after for word in named)
    return plain and named[0][:2] in {"no", "so", "ea", "we", "ce"}


def _is_district(parse: Parse, mention: Mention, words: Words) -> bool:
    last = parse.lowers[mention.end - 1]
    after = parse.lowers[mention.end] if mention.end < len(parse) else ""
    return last in words.kinds_after or after in words.kinds_after


def _distance(one: Candidate, other: Candidate) -> float:
    """Return the distance of two places in kilometres, near enough to tell far from near."""
    east = (one.lon - other.lon + 180.0) % 360.0 - 180.0
    east *= cos(radians((one.lat + other.lat) / 2))
    return 111.2 * hypot(east, one.lat - other.lat)
