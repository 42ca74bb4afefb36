"""Facts: the fields of each finding in words, as the page's cards and lists show them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.amounts import amount, toll
from dateline.export.clean import to_line
from dateline.export.dates import date_words
from dateline.export.gaps import is_gap
from dateline.export.lookups import Lookup, country_name, words
from dateline.export.timelines import event_type
from dateline.records.readings import Entity, Event, Figure, Place, Statement, Time, Why

Fact = tuple[str, str]
ARTICLE_ITSELF = "the article itself"


def event_facts(lookup: Lookup, event: Event) -> Iterator[Fact]:
    """Yield the fields of an event."""
    yield "event", event_type(event)
    yield "status", event.status
    if event.actors:
        yield "who", lookup.names(event.actors)
    if event.recipients:
        yield "to whom", lookup.names(event.recipients)
    date = lookup.event_date(event)
    if date:
        yield "when", date_words(date)
    if event.place:
        yield "where", lookup.place_name(event.place) or ""
    for figure in event.figures:
        found = lookup.figures.get(figure)
        if found:
            yield "how many", toll(found)
    if event.context:
        yield "context", ", ".join(event.context)
    if event.codes.cameo:
        yield "CAMEO", event.codes.cameo
    if event.codes.acled:
        yield "ACLED", event.codes.acled
    yield "says so", lookup.says_so(event.voice) or ARTICLE_ITSELF
    yield from missing(event.why)


def statement_facts(lookup: Lookup, statement: Statement) -> Iterator[Fact]:
    """Yield the fields of a statement."""
    yield "statement", lookup.statement_chain(statement)
    yield "force", words("forces")[statement.force]
    yield "manner", words("manners")[statement.manner]
    if statement.source:
        yield "named as", to_line(statement.source.text)
    if statement.cue:
        yield "cue", to_line(statement.cue.text)
    if statement.addressee:
        yield "to", lookup.name(statement.addressee)
    if statement.time:
        yield "when", time_words(lookup, statement.time)
    if statement.place:
        yield "where", lookup.place_name(statement.place) or ""
    yield from missing(statement.why)


def figure_facts(lookup: Lookup, figure: Figure) -> Iterator[Fact]:
    """Yield the fields of a figure."""
    yield words("measures")[figure.measure], amount(figure)
    if figure.of:
        yield "of", to_line(figure.of.text)
    if figure.population:
        yield "sector", words("sectors").get(figure.population, figure.population)
    whole = lookup.figures.get(figure.part_of) if figure.part_of else None
    if whole:
        yield "part of", amount(whole)
    if figure.time:
        yield "as of", time_words(lookup, figure.time)
    if figure.place:
        yield "where", lookup.place_name(figure.place) or ""
    if figure.implicit:
        yield "note", "no number in the text"
    yield "says so", lookup.says_so(figure.voice) or ARTICLE_ITSELF
    yield from missing(figure.why)


def time_facts(time: Time) -> Iterator[Fact]:
    """Yield the fields of a time."""
    yield "time", date_words(time.edtf) if time.edtf else "no value"
    if time.edtf:
        yield "EDTF", time.edtf
        yield "taken", words("anchors")[time.anchor]
    yield from missing(time.why)


def place_facts(place: Place) -> Iterator[Fact]:
    """Yield the fields of a place."""
    yield "place", to_line(place.name)
    where = ", ".join(p for p in (place.admin1, country_name(place.country)) if p)
    if where:
        yield "in", to_line(where)
    if place.lat is not None and place.lon is not None:
        yield "at", coordinates(place)
    if place.geonameid:
        yield "GeoNames", str(place.geonameid)
    yield from missing(place.why)


def entity_facts(lookup: Lookup, entity: Entity) -> Iterator[Fact]:
    """Yield the fields of a person, body, group or state."""
    yield entity.kind, to_line(entity.name)
    for role in lookup.roles(entity):
        yield "role", role
    if entity.country and entity.kind != "state":
        yield "country", country_name(entity.country) or ""
    if entity.sector:
        yield "sector", words("sectors").get(entity.sector, entity.sector)
    if entity.code:
        yield "code", entity.code
    yield from missing(entity.why)


def missing(why: Why) -> Iterator[Fact]:
    """Yield what is missing from a finding, and why: one fact for each reason."""
    reasons: dict[str, list[str]] = {}
    for field, reason in why.items():
        if is_gap(field, reason):
            name = words("fields").get(field, field.replace("_", " "))
            reasons.setdefault(reason, []).append(name)
    for reason, fields in reasons.items():
        said = words("reasons").get(reason, reason.replace("-", " "))
        yield "missing", f"{', '.join(dict.fromkeys(fields))}: {said}"


def time_words(lookup: Lookup, time: str | None) -> str:
    """Return a time in words, as the article puts it where it has no value."""
    found = lookup.times.get(time) if time else None
    if found is None:
        return ""
    return date_words(found.edtf) if found.edtf else to_line(found.text)


def coordinates(place: Place) -> str:
    """Return where a place is: "43.25° N, 76.92° E", empty where that is not known."""
    if place.lat is None or place.lon is None:
        return ""
    north, east = "N" if place.lat >= 0 else "S", "E" if place.lon >= 0 else "W"
    return f"{abs(place.lat):.2f}° {north}, {abs(place.lon):.2f}° {east}"


def feature_words(place: Place) -> str:
    """Return what kind of place it is."""
    code = place.feature or ""
    for size in (len(code), 4, 3):
        if code[:size] in words("features"):
            return words("features")[code[:size]]
    return code


def spellings(place: Place) -> list[str]:
    """Return the other ways in which the article writes a place."""
    seen = dict.fromkeys(to_line(mention.text) for mention in place.mentions)
    return [text for text in seen if text and text != to_line(place.name)]
