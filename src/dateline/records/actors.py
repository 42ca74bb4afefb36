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


class Cast(Actors, Protocol):
    """Actors that another layer may join, once it has learned that two are one.

    Who speaks is found by the layer of statements; what a speaker says of "I" and "my" is
    then theirs, and "the surgeon" who goes on speaking is the person named before.
    """

    def merge(self, entity: str, into: str) -> str:
        """Join two entities and return the id that stays; that of a named one stays.

        Nothing is joined where both are named, or kind, gender, number or country differ:
        `entity` comes back as it was, so compare what comes back with `into`. `get` and `current`
        know the id that went; a record that was written with it has to be mended.
        """
        ...

    def current(self, entity: str) -> str:
        """Return the id under which an entity is known after all joins."""
        ...

    def speaks(self, entity: str, first: int, end: int) -> None:
        """Take the first persons in the tokens `first` to `end` as the speaker `entity`.

        "I", "me", "my" are a person's; "we", "us", "our" a body's, a group's or a state's.
        From then on `adopt` and `at` give the speaker at these tokens. Call it with the
        tokens of a quotation, outermost last: what is taken stays.
        """
        ...
