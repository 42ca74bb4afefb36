"""Statements: who says what, by which words; and the voices that follow from it."""

from __future__ import annotations

from dateline.records.actors import Actors
from dateline.records.parses import Parse
from dateline.records.readings import Place, Statement, Time, Voice
from dateline.records.scopes import Scopes

__all__ = ["find_statements"]


def find_statements(
    parse: Parse, actors: Actors, times: tuple[Time, ...], places: tuple[Place, ...]
) -> tuple[tuple[Statement, ...], tuple[Voice, ...], Scopes]:
    """Return the statements of a text, the voices (v0 first), and what each voice says."""
    return (), (Voice(id="v0"),), Scopes([])
