"""Figures: every count, sum, price and share, as the claim of a voice."""

from __future__ import annotations

from dateline.records.actors import Actors
from dateline.records.parses import Parse
from dateline.records.readings import Figure, Place, Time
from dateline.records.scopes import Scopes

__all__ = ["find_figures"]


def find_figures(
    parse: Parse,
    actors: Actors,
    scopes: Scopes,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
) -> tuple[Figure, ...]:
    """Return the figures of a text in text order."""
    return ()
