"""Populations: the PLOVER sector of those counted."""

from __future__ import annotations

from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.nouns import sector_at
from dateline.records.actors import Actors
from dateline.records.parses import Parse

UNREST = frozenset(
    ["riot", "riots", "protest", "protests", "unrest", "demonstration", "demonstrations", "rally"]
)


def find_population(parse: Parse, actors: Actors, draft: Draft) -> str | None:
    """Return the sector of those counted: by the entity that is known, else by the noun."""
    if draft.head < 0 or draft.unit not in ("people", "percent"):
        return None
    if (entity := actors.at(draft.head)) and (sector := actors.get(entity).sector):
        return sector
    behind = parse.lowers[draft.head + 1 : draft.head + 5]
    takes_part = parse.lemmas[draft.head] in ("participant", "people") and behind[:1] == ["in"]
    if takes_part and not UNREST.isdisjoint(behind):
        return "PRO"
    return sector_at(parse, draft.noun_first, draft.head + 1)


def inherit(populations: list[str | None], parts: dict[int, int]) -> list[str | None]:
    """Return the populations with those of parts filled from their wholes.

    >>> inherit(["COP", None], {1: 0})
    ['COP', 'COP']
    """
    return [
        known or (populations[parts[number]] if number in parts else None)
        for number, known in enumerate(populations)
    ]
