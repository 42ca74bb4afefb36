"""Events: who did what to whom, in PLOVER's types, with place, time and status.

Reasons in `why`, besides the common ones: `no-such-code` (`codes.cameo`, `codes.acled`: the
codebook has no place for the event), `no-mode` (the type has no mode, or none fits).
"""

from __future__ import annotations

from dateline.extract.events.assembly import Assembly
from dateline.records.actors import Actors
from dateline.records.codebooks import Codebooks
from dateline.records.parses import Parse
from dateline.records.readings import Event, Figure, Place, Time
from dateline.records.scopes import Scopes

__all__ = ["find_events"]


def find_events(  # noqa: PLR0917 - what the layers before found
    parse: Parse,
    actors: Actors,
    scopes: Scopes,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    figures: tuple[Figure, ...],
    published: str | None,
    *,
    own: Codebooks | None = None,
) -> tuple[Event, ...]:
    """Return the events of a text in text order, one for each distinct happening."""
    return Assembly(parse, actors, scopes, times, places, figures, published, own=own).events()
