"""Places: the names that place something on the map, resolved to GeoNames."""

from __future__ import annotations

from dateline.extract.places.actors import is_actor
from dateline.extract.places.mentions import Finder, Mention
from dateline.extract.places.links import to_units
from dateline.extract.places.resolution import resolve
from dateline.extract.places.slots import take_slots
from dateline.extract.places.words import load_place_words
from dateline.records.parses import Parse
from dateline.records.readings import Place, Why
from dateline.records.texts import Span
from dateline.tables.gazetteer import Candidate, Gazetteer, open_gazetteer

__all__ = ["find_places"]


def find_places(parse: Parse) -> tuple[Place, ...]:
    """Return the places of a text, each with all its mentions, by first mention."""
    if not len(parse):
        return ()
    gazetteer, words = open_gazetteer(), load_place_words()
    finder = Finder(parse, gazetteer, words)
    finder.take_names()
    take_slots(finder)
    mentions = [mention for mention in finder.mentions() if not is_actor(finder, mention)]
    units, unit_of = to_units(parse, mentions, gazetteer)
    chosen = resolve(units)
    return _places(parse, mentions, [chosen[number] for number in unit_of], gazetteer)


def _places(
    parse: Parse, mentions: list[Mention], chosen: list[Candidate | None], gazetteer: Gazetteer
) -> tuple[Place, ...]:
    groups: dict[object, list[int]] = {}
    for at, (mention, candidate) in enumerate(zip(mentions, chosen, strict=True)):
        name: object = candidate.row if candidate else mention.form
        if candidate and not mention.exact:
            name = (name, " ".join(parse.lowers[mention.first : mention.end]))
        groups.setdefault(name, []).append(at)
    made = []
    for group in groups.values():
        spans = tuple(parse.span(mentions[at].first, mentions[at].end) for at in group)
        exact = mentions[group[0]].exact
        made.append(_place(spans, chosen[group[0]], gazetteer, exact=exact))
    return tuple(made)


def _place(
    spans: tuple[Span, ...], candidate: Candidate | None, gazetteer: Gazetteer, *, exact: bool
) -> Place:
    name = f"p{spans[0].start}"
    if candidate is None:
        fields = ("geonameid", "lat", "lon", "country", "admin1", "feature")
        return Place(id=name, name=spans[0].text, mentions=spans, why=dict.fromkeys(fields, "not-in-gazetteer"))
    why: Why = {}
    geonameid = gazetteer.geonameid(candidate.row)
    if geonameid is None:
        why["geonameid"] = "not-in-gazetteer"
    country = gazetteer.country_code(candidate.country)
    if country is None:
        why["country"] = "not-stated"
    admin1 = gazetteer.name(candidate.admin1) if candidate.admin1 >= 0 else None
    if admin1 is None:
        why["admin1"] = "not-stated"
    if not exact:
        return _place_inside(name, spans, candidate, country, admin1, why)
    return Place(
        id=name, name=gazetteer.name(candidate.row), mentions=spans, geonameid=geonameid,
        lat=candidate.lat, lon=candidate.lon, country=country, admin1=admin1,
        feature=candidate.feature, why=why,
    )  # fmt: skip


def _place_inside(
    name: str, spans: tuple[Span, ...], holder: Candidate, country: str | None, admin1: str | None,
    why: Why,
) -> Place:  # fmt: skip
    """Return a place that no gazetteer knows, with the point of the town it is named after.

    A country or a large region has no point that would do.
    """
    near = holder.feature[:3] == "PPL" or holder.feature == "ADM2"
    unknown = ("geonameid", "feature") if near else ("geonameid", "feature", "lat", "lon")
    return Place(
        id=name, name=spans[0].text, mentions=spans, lat=holder.lat if near else None,
        lon=holder.lon if near else None, country=country, admin1=admin1,
        why=why | dict.fromkeys(unknown, "not-in-gazetteer"),
    )  # fmt: skip
