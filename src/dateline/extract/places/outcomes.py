"""From mentions and the places chosen for them to `Place` records."""

from __future__ import annotations

from dateline.extract.places.mentions import Mention
from dateline.records.parses import Parse
from dateline.records.readings import Place, Why
from dateline.records.texts import Span
from dateline.tables.gazetteer import Candidate, Gazetteer

_UNKNOWN = "not-in-gazetteer"


def to_places(
    parse: Parse, mentions: list[Mention], chosen: list[Candidate | None], gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """Return one place for all mentions that mean the same, by first mention."""
    groups: dict[object, list[int]] = {}
    for at, (mention, candidate) in enumerate(zip(mentions, chosen, strict=True)):
        name: object = candidate.row if candidate else mention.form
        if candidate and not mention.exact:
            name = (name, " ".join(parse.lowers[mention.first : mention.end]))
        groups.setdefault(name, []).append(at)
    towns = _towns(parse, mentions, chosen)
    made = []
    for group in groups.values():
        spans = tuple(parse.span(mentions[at].first, mentions[at].end) for at in group)
        candidate = chosen[group[0]]
        if candidate is not None and mentions[group[0]].exact:
            made.append(_known(spans, candidate, gazetteer))
            continue
        if candidate is None or not _is_town(candidate):
            near = _nearest(parse, [mentions[at] for at in group], towns)
            candidate = near or candidate
        made.append(_unknown(spans, candidate, gazetteer))
    return tuple(made)


def _is_town(candidate: Candidate) -> bool:
    """Return whether a place is small enough that its point does for what lies in it."""
    return candidate.feature[:3] in {"PPL", "FAC"} or candidate.feature in {"ADM2", "ADM3"}


def _towns(
    parse: Parse, mentions: list[Mention], chosen: list[Candidate | None]
) -> dict[int, list[tuple[int, Candidate]]]:
    """Return the towns named in each sentence, with the tokens where they stand."""
    towns: dict[int, list[tuple[int, Candidate]]] = {}
    for mention, candidate in zip(mentions, chosen, strict=True):
        if candidate is not None and mention.exact and _is_town(candidate):
            sentence = parse.sentence_of[mention.first]
            towns.setdefault(sentence, []).append((mention.first, candidate))
    return towns


def _nearest(
    parse: Parse, mentions: list[Mention], towns: dict[int, list[tuple[int, Candidate]]]
) -> Candidate | None:
    """Return the town that the text names nearest to an unknown place, in one sentence."""
    for mention in mentions:
        inside = towns.get(parse.sentence_of[mention.first])
        if inside:
            return min(inside, key=lambda town: abs(town[0] - mention.first))[1]
    return None


def _known(spans: tuple[Span, ...], candidate: Candidate, gazetteer: Gazetteer) -> Place:
    geonameid = gazetteer.geonameid(candidate.row)
    country = gazetteer.country_code(candidate.country)
    admin1 = gazetteer.name(candidate.admin1) if candidate.admin1 >= 0 else None
    why: Why = {}
    if geonameid is None:
        why["geonameid"] = _UNKNOWN
    if country is None:
        why["country"] = "no-country"
    if admin1 is None:
        why["admin1"] = "whole-country" if candidate.feature[:3] == "PCL" else _UNKNOWN
    return Place(
        id=f"p{spans[0].start}", name=gazetteer.name(candidate.row), mentions=spans,
        geonameid=geonameid, lat=candidate.lat, lon=candidate.lon, country=country,
        admin1=admin1, feature=candidate.feature, why=why,
    )  # fmt: skip


def _unknown(spans: tuple[Span, ...], holder: Candidate | None, gazetteer: Gazetteer) -> Place:
    """Return a place that no gazetteer knows, with the point of the town it lies in.

    A country or a large region that it is named after tells its country, but no point.
    """
    near = holder if holder is not None and _is_town(holder) else None
    country = admin1 = None
    if holder is not None:
        country = gazetteer.country_code(holder.country)
        admin1 = gazetteer.name(holder.admin1) if holder.admin1 >= 0 else None
    lat, lon = (near.lat, near.lon) if near is not None else (None, None)
    missing = {"country": country, "admin1": admin1, "lat": lat, "lon": lon}
    why: Why = {"geonameid": _UNKNOWN, "feature": _UNKNOWN}
    why |= {field: _UNKNOWN for field, value in missing.items() if value is None}
    return Place(
        id=f"p{spans[0].start}", name=spans[0].text, mentions=spans, lat=lat, lon=lon,
        country=country, admin1=admin1, why=why,
    )  # fmt: skip
