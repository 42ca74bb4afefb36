"""What the layers that need actors ask of the layer that finds entities."""

from __future__ import annotations

from typing import Protocol

from dateline.records.readings import Entity


class Actors(Protocol):
    """The persons, bodies, groups and states of one text, looked up by token.

    Named entities are there from the start. A nominal ("two officials briefed on the
    talks", "residents", "gunmen") becomes an entity when a layer adopts it as the speaker,
    actor or recipient of something, or when the text comes back to it by a noun, so that a
    reading is not full of idle nouns.
    """

    def at(self, token: int) -> str | None:
        """Return the id of the entity that a mention at `token` stands for, if any."""
        ...

    def adopt(self, token: int) -> str | None:
        """Return the id of the entity whose mention is headed by `token`.

        Makes one where the token heads a nominal that can act; resolves pronouns; None
        where the words cannot stand for an actor.
        """
        ...

    def get(self, entity: str) -> Entity:
        """Return the entity as it is known by now: kind, country, sector, code, mentions."""
        ...

    def entities(self) -> tuple[Entity, ...]:
        """Return all named and adopted entities, in the order of their first mention."""
        ...
