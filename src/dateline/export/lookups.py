"""Lookups: one reading's findings by their ids, and what each is called.

A reading that does not hold (an id that leads nowhere) is shown as far as it goes; to say
so is the business of `dateline verify`.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property

from dateline.export.clean import to_line
from dateline.export.excerpts import clip_words
from dateline.records.readings import (
    Entity,
    Event,
    Figure,
    Link,
    Place,
    Reading,
    Statement,
    Time,
    Voice,
)
from dateline.tables import load_toml

UNNAMED = "an unnamed source"


@cache
def words(table: str) -> dict[str, str]:
    """Return a table of `export_words.toml`: what codes are called."""
    found: dict[str, str] = load_toml("export_words.toml")[table]
    return found


@cache
def country_name(code: str | None) -> str | None:
    """Return the common name of an ISO 3166-1 alpha-3 code; the code where it is unknown.

    >>> country_name("KAZ"), country_name("IRN"), country_name("ZZZ")
    ('Kazakhstan', 'Iran', 'ZZZ')
    """
    if not code:
        return None
    usual = words("countries").get(code)
    if usual:
        return usual
    import pycountry  # noqa: PLC0415 - takes 50 ms, and many articles need none

    found = pycountry.countries.get(alpha_3=code)
    return getattr(found, "common_name", None) or getattr(found, "name", None) or code


class Lookup:
    """Everything in `reading`, by id."""

    def __init__(self, reading: Reading) -> None:
        """Index the reading."""
        self.reading = reading
        self.text = reading.article.text
        self.entities: dict[str, Entity] = {e.id: e for e in reading.entities}
        self.places: dict[str, Place] = {p.id: p for p in reading.places}
        self.times: dict[str, Time] = {t.id: t for t in reading.times}
        self.voices: dict[str, Voice] = {v.id: v for v in reading.voices}
        self.figures: dict[str, Figure] = {f.id: f for f in reading.figures}
        self._titled: dict[str, str] = {}

    @cached_property
    def title(self) -> str:
        """The article's title, or its first words."""
        article = self.reading.article
        if article.title and to_line(article.title):
            return to_line(article.title)
        body = self.text[article.body_start :].lstrip()
        return clip_words(to_line(body.split("\n", 1)[0][:400]), 90) or "An article without words"

    @cached_property
    def word_count(self) -> int:
        """How many words the article has."""
        return len(self.text[self.reading.article.body_start :].split())

    def name(self, entity: str | None) -> str:
        """Return what an entity is called."""
        if entity is None:
            return UNNAMED
        found = self.entities.get(entity)
        return to_line(found.name) if found else entity

    def titled(self, entity: str | None) -> str:
        """Return an entity's name, with its title where the article puts it before the name.

        "President Lukashenko", as the article has it; no title is put in front that the
        article does not put there.
        """
        if entity is None or entity not in self.entities:
            return self.name(entity)
        if entity not in self._titled:
            found = self.entities[entity]
            name = to_line(found.name)
            self._titled[entity] = name
            for title in (to_line(role.title) for role in found.roles):
                if found.kind == "person" and self._precedes(title, found):
                    self._titled[entity] = f"{title[:1].upper()}{title[1:]} {name}"
                    break
        return self._titled[entity]

    def _precedes(self, title: str, entity: Entity) -> bool:
        """Return whether `title`, two words at most, stands right before a name of `entity`."""
        if not title or len(title.split()) > 2 or title.lower() in entity.name.lower():
            return False
        size = len(title)
        for mention in entity.mentions:
            before = self.text[max(0, mention.start - size - 1) : mention.start].rstrip()
            own = self.text[mention.start : mention.end]
            if before.lower() == title.lower() or own.lower().startswith(title.lower() + " "):
                return mention.form == "name"
        return False

    def names(self, entities: tuple[str, ...]) -> str:
        """Return several entities in a row: "A, B and C"."""
        found = [self.name(entity) for entity in entities]
        return found[0] if len(found) == 1 else ", ".join(found[:-1]) + " and " + found[-1]

    def link_name(self, link: Link) -> str:
        """Return who a link of a source chain is; the words themselves where it is unnamed."""
        if link.source is not None:
            return self.titled(link.source)
        return to_line(link.span.text) if link.span and link.span.text else UNNAMED

    def says_so(self, voice: str) -> str | None:
        """Return a source chain as a newsroom prints it, None for the article's own voice.

        "BelTA, quoting President Lukashenko"; bodies and documents are cited, persons quoted.
        """
        found = self.voices.get(voice)
        if found is None or not found.chain:
            return None
        parts = [self.link_name(found.chain[0])]
        for link in found.chain[1:]:
            person = link.source in self.entities and self.entities[link.source].kind == "person"
            parts.append(f"{'quoting' if person else 'citing'} {self.link_name(link)}")
        return ", ".join(parts)

    def place_name(self, place: str | None) -> str | None:
        """Return a place with the country it is in: "Almaty, Kazakhstan"."""
        if place is None:
            return None
        found = self.places.get(place)
        if found is None:
            return place
        name, country = to_line(found.name), country_name(found.country)
        return f"{name}, {country}" if country and country != name else name

    def edtf(self, time: str | None) -> str | None:
        """Return the value of a time."""
        found = self.times.get(time) if time else None
        return found.edtf if found else None

    def event_date(self, event: Event) -> str | None:
        """Return when an event happened: its date, else the value of its time."""
        return event.date or self.edtf(event.time)

    def aliases(self, entity: Entity) -> list[str]:
        """Return the other names and nominals of an entity, the most frequent first."""
        seen: Counter[str] = Counter()
        shown: dict[str, str] = {}
        for mention in entity.mentions:
            if mention.form != "pronoun":
                line = to_line(mention.text)
                seen[line.lower()] += 1
                shown.setdefault(line.lower(), line)
        name = to_line(entity.name).lower()
        for same in (name, f"the {name}", f"{name}'s", f"{name}’s"):
            seen.pop(same, None)
        seen.pop("", None)
        return [shown[key] for key, _ in seen.most_common()]

    def roles(self, entity: Entity) -> list[str]:
        """Return the offices of an entity: "president of Belarus"."""
        found: list[str] = []
        for role in entity.roles:
            title = to_line(role.title)
            of = self.name(role.of) if role.of in self.entities else country_name(role.of)
            line = f"{title} ({of})" if of and of.lower() not in title.lower() else title
            if line and line not in found:
                found.append(line)
        return found

    def about(self, entity: Entity) -> list[str]:
        """Return the first two offices of an entity, and its country where they lack it."""
        found = self.roles(entity)[:2]
        country = country_name(entity.country)
        if country and entity.kind != "state" and not any(country in role for role in found):
            found.append(country)
        return found

    def statement_chain(self, statement: Statement) -> str:
        """Return who says a statement, with those who report it: "BelTA, quoting …"."""
        speaker = self.speaker(statement)
        reported = self.says_so(statement.voice)
        if reported is None or reported == speaker:
            return speaker
        found = self.voices[statement.voice]
        if found.chain and found.chain[-1].source == statement.speaker is not None:
            return reported
        person = (
            statement.speaker in self.entities and self.entities[statement.speaker].kind == "person"
        )
        return f"{reported}, {'quoting' if person else 'citing'} {speaker}"

    def speaker(self, statement: Statement) -> str:
        """Return who speaks: the entity, else the words that stand for the source."""
        if statement.speaker is not None:
            return self.titled(statement.speaker)
        if statement.source is not None and statement.source.text:
            return to_line(statement.source.text)
        return UNNAMED


def is_empty(reading: Reading) -> bool:
    """Return whether nothing at all was found in an article."""
    fields = ("entities", "places", "times", "statements", "figures", "events")
    return not any(getattr(reading, field) for field in fields)
