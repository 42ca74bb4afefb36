"""Stage 4, find what is claimed: `Parse` to `Findings`.

The layers run in one order, and each is handed what those before it found; none imports
another. `LAYERS` names them.
"""

from __future__ import annotations

import msgspec

from dateline.extract.entities import find_entities
from dateline.extract.events import find_events
from dateline.extract.figures import find_figures
from dateline.extract.places import find_places
from dateline.extract.statements import find_statements
from dateline.extract.times import find_times
from dateline.records.parses import Parse
from dateline.records.readings import Entity, Event, Figure, Place, Statement, Time, Voice

__all__ = ["LAYERS", "Findings", "find"]

LAYERS = ("times", "places", "entities", "statements", "figures", "events")


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """All findings of one text."""

    entities: tuple[Entity, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    voices: tuple[Voice, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]


def find(parse: Parse, published: str | None = None) -> Findings:
    """Return everything that is claimed in a text; `published` is an EDTF date."""
    times = find_times(parse, published)
    places = find_places(parse)
    actors = find_entities(parse, places)
    statements, voices, scopes = find_statements(parse, actors, times, places)
    figures = find_figures(parse, actors, scopes, times, places)
    events = find_events(parse, actors, scopes, times, places, figures, published)
    return Findings(
        entities=actors.entities(),
        places=places,
        times=times,
        voices=voices,
        statements=statements,
        figures=figures,
        events=events,
    )
