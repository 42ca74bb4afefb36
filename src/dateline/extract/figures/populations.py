"""Populations: the PLOVER sector of those counted."""

from __future__ import annotations

from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.nouns import sector_at
from dateline.records.actors import Actors
from dateline.records.parses import Parse

PEOPLE = frozenset(
    {
        "killed",
        "injured",
        "detained",
        "missing",
        "displaced",
        "infected",
        "participants",
        "deployed",
    }
)


def find_population(parse: Parse, actors: Actors, draft: Draft) -> str | None:
    """Return the sector of those counted: by the entity that is known, else by the noun."""
    if draft.head < 0 or draft.unit not in ("people", "percent"):
        return None
    if (entity := actors.at(draft.head)) and (sector := actors.get(entity).sector):
        return sector
    return sector_at(parse, draft.noun_first, draft.head + 1)
