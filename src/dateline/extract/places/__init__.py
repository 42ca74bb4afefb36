"""Places: the names that place something on the map, resolved to GeoNames."""

from __future__ import annotations

from dateline.records.parses import Parse
from dateline.records.readings import Place

__all__ = ["find_places"]


def find_places(parse: Parse) -> tuple[Place, ...]:
    """Return the places of a text, each with all its mentions, by first mention."""
    return ()
