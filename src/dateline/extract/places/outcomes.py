"""From mentions and the places chosen for them to `Place` records."""

from __future__ import annotations

from dateline.extract.places.links import holder_after
from dateline.extract.places.mentions import Mention
from dateline.extract.places.precision import NO_CODE, find_precision
from dateline.extract.places.words import Words
from dateline.records.parses import Parse
from dateline.records.readings import Place, Precision, Why
from dateline.records.texts import Span
from dateline.tables.gazetteer import Candidate, Gazetteer

_UNKNOWN = "not-in-gazetteer"


def to_places(
    parse: Parse,
    mentions: list[Mention],
    chosen: list[Candidate | None],
    gazetteer: Gazetteer,
    words: Words,
) -> tuple[Place, ...]:
    """Return one place for all mentions that mean the same, by first mention."""
    groups: dict[object, list[int]] = {}
    longer = _longer_forms(mentions, chosen)
    for at, (mention, candidate) in enumerate(zip(mentions, chosen, strict=True)):
        name: object = candidate.row if candidate else longer.get(mention.form, mention.form)
        if candidate and not mention.exact:
            name = (name, " ".join(parse.lowers[mention.first : mention.end]))
        groups.setdefault(name, []).append(at)
    towns = _towns(parse, mentions, chosen)
    made = []
    for group in groups.values():
        spans = tuple(parse.span(mentions[at].first, mentions[at].end) for at in group)
        candidate = chosen[group[0]]
        named = [mentions[at] for at in group]
        exact = candidate is not None and named[0].exact
        if not exact and (candidate is None or not _is_town(candidate)):
            stated = [holder_after(parse, mentions, at, words) for at in group]
            candidate = _first_town(chosen, stated) or _nearest(parse, named, towns) or candidate
        if not exact:
            named = [mention._replace(exact=False) for mention in named]
        has_point = exact or (candidate is not None and _is_town(candidate))
        precision = find_precision(parse, named, candidate if has_point else None, words)
        if exact and candidate is not None:
            made.append(_known(spans, candidate, gazetteer, precision))
        else:
            made.append(_unknown(spans, candidate, gazetteer, precision))
    return tuple(made)


def _longer_forms(mentions: list[Mention], chosen: list[Candidate | None]) -> dict[str, str]:
    """Return, for each short name of an unknown place, the longer one that ends with it.

    "The Udvar Center" is "the Steven Udvar Center" of the same text.
    """
    unknown = {m.form for m, c in zip(mentions, chosen, strict=True) if c is None}
    longer: dict[str, str] = {}
    for form in sorted(unknown):
        words = form.split()
        for start in range(1, len(words) - 1):
            short = " ".join(words[start:])
            if short in unknown:
                longer.setdefault(short, form)
    return longer


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


def _first_town(chosen: list[Candidate | None], holders: list[int | None]) -> Candidate | None:
    """Return the first town in which the text lays a place outright: "X at Porto Airport"."""
    places = (chosen[at] for at in holders if at is not None)
    return next((place for place in places if place is not None and _is_town(place)), None)


def _nearest(
    parse: Parse, mentions: list[Mention], towns: dict[int, list[tuple[int, Candidate]]]
) -> Candidate | None:
    """Return the town that the text names nearest to an unknown place, in one sentence."""
    for mention in mentions:
        inside = towns.get(parse.sentence_of[mention.first])
        if inside:
            return min(inside, key=lambda town: abs(town[0] - mention.first))[1]
    return None


def _known(
    spans: tuple[Span, ...], candidate: Candidate, gazetteer: Gazetteer, precision: Precision
) -> Place:
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
    why |= _no_codes(precision, "no-country" if country is None else NO_CODE)
    return Place(
        id=f"p{spans[0].start}", name=gazetteer.name(candidate.row), mentions=spans,
        geonameid=geonameid, lat=candidate.lat, lon=candidate.lon, country=country,
        admin1=admin1, feature=candidate.feature, precision=precision, why=why,
    )  # fmt: skip


def _no_codes(precision: Precision, reason: str) -> Why:
    """Return why a codebook has no code for a place, for each that has none."""
    codes = {"precision.acled": precision.acled, "precision.ucdp": precision.ucdp}
    return {field: reason for field, code in codes.items() if code is None}


def _unknown(
    spans: tuple[Span, ...], holder: Candidate | None, gazetteer: Gazetteer, precision: Precision
) -> Place:
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
    why |= _no_codes(precision, "not-applicable")
    return Place(
        id=f"p{spans[0].start}", name=spans[0].text, mentions=spans, lat=lat, lon=lon,
        country=country, admin1=admin1, precision=precision, why=why,
    )  # fmt: skip
