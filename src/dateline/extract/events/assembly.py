"""Assembly: from triggers to events, with their parties, circumstances and codes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter

import msgspec

from dateline.extract.events.acts import find_demands, find_offers, refused, to_rejection
from dateline.extract.events.background import is_background
from dateline.extract.events.bridges import NO_CODE, to_acled, to_cameo
from dateline.extract.events.circumstances import Circumstances
from dateline.extract.events.clauses import Clauses
from dateline.extract.events.contexts import find_contexts
from dateline.extract.events.dates import continue_dates, total_date
from dateline.extract.events.decisions import decide
from dateline.extract.events.matches import Match, Matcher
from dateline.extract.events.merging import merge
from dateline.extract.events.outcomes import join_outcomes
from dateline.extract.events.own_types import OwnTypes, own_types_of
from dateline.extract.events.roles import fallbacks, find_roles
from dateline.extract.events.selection import select
from dateline.extract.events.sensing import Sense
from dateline.extract.events.status import Statuses
from dateline.extract.events.threats import set_threat_modes
from dateline.records.actors import Actors
from dateline.records.codebooks import Codebooks
from dateline.records.parses import Parse
from dateline.records.readings import Codes, Event, Figure, Place, Time
from dateline.records.scopes import Scopes

ALL_ACTORS = frozenset({"CONSULT"})
HARMS = frozenset({"killed", "injured", "detained"})
ONE_SIDED = frozenset({"visit", "third-party"})


class Assembly:
    """Makes the events of one text."""

    def __init__(  # noqa: PLR0917 - what the layers before found
        self,
        parse: Parse,
        actors: Actors,
        scopes: Scopes,
        times: Sequence[Time],
        places: Sequence[Place],
        figures: Sequence[Figure],
        published: str | None,
        *,
        own: Codebooks | None = None,
    ) -> None:
        """Keep what the layers before found."""
        self.own: OwnTypes | None = own_types_of(own)
        self.parse = parse
        self.actors = actors
        self.scopes = scopes
        self.figures = figures
        self.published = published
        self.clauses = Clauses(parse)
        self.sense: Sense | None = None
        self.statuses = Statuses(self.clauses)
        self.circumstances = Circumstances(parse, times, places)
        self.figure_at = sorted(
            ((parse.tokens_in(figure.start, figure.end)[0], figure) for figure in figures),
            key=itemgetter(0),
        )

    def events(self) -> tuple[Event, ...]:
        """Return the events in text order."""
        decided = decide(self.clauses, Matcher(self.clauses).find(), self._counted())
        found = decided.matches
        if decided.signals is not None:
            self.sense = Sense(self.clauses, decided.signals)
        found = [match for match in found if not is_background(self.clauses, match)]
        for match in found:
            if refused(self.clauses, match):
                to_rejection(match)
        found += find_offers(self.clauses, found)
        matches = select(self.clauses, found) + find_demands(self.clauses)
        set_threat_modes(self.clauses, matches)
        if self.own is not None:
            matches = self.own.add_to(self.clauses, matches)
        triggers = {match.head for match in matches}
        made = [(match, self._event(match, triggers)) for match in matches]
        made = [(match, event) for match, event in made if not _is_idle(match, event)]
        made = join_outcomes(self.parse, made)
        made = continue_dates(self.parse, made, self.published)
        return _with_ids(merge(self.parse, made))

    def _counted(self) -> set[int]:
        """Return the tokens that a number of dead, hurt or held people depends on."""
        found: set[int] = set()
        for token, figure in self.figure_at:
            if figure.measure in HARMS:
                found.update(self.parse.path_up(token)[:5])
        return found

    def _event(self, match: Match, triggers: set[int]) -> Event:
        parse, group = self.parse, match.group
        roles = find_roles(self.clauses, match)
        sense = self.sense if self.sense is not None and self.sense.knows(match) else None
        if sense is not None:
            roles = sense.roles(match, roles)
        everyone = group.type in ALL_ACTORS and group.mode not in ONE_SIDED
        actor_ids = self._adopt(roles.actors, roles.sure, every=group.of == "both" or everyone)
        recipient_ids = [
            i for i in self._adopt(roles.recipients, roles.sure, every=False) if i not in actor_ids
        ]
        if everyone:
            actor_ids, recipient_ids = actor_ids + recipient_ids, []
        time = self.circumstances.time_of(match, triggers)
        place = self.circumstances.place_of(match, triggers, set(roles.actors + roles.recipients))
        if sense is not None:
            time = sense.time(match, time, self.circumstances)
            place = sense.place(match, place, self.circumstances)
        attached = self._figures(match, triggers)
        date = total_date(
            match,
            [figure.measure for figure in attached],
            time,
            self.published,
            reported=time is not None and self.circumstances.is_reported_at(match, time),
        )
        status = match.status or self.statuses.of(match)
        if sense is not None and match.status is None:
            status = sense.status(match, status)
        cameo = to_cameo(group.type, group.mode, group.cameo)
        acled = to_acled(
            group.type,
            group.mode,
            [self.actors.get(i).sector for i in actor_ids],
            [self.actors.get(i).sector for i in recipient_ids],
            [figure.measure for figure in attached],
        )
        reasons = (
            ("mode", group.mode is None, "no-mode"),
            ("time", time is None, "not-stated"),
            ("place", place is None, "not-stated"),
            ("date", date is None, "not-stated"),
            ("codes.cameo", cameo is None, NO_CODE),
            ("codes.acled", acled is None, NO_CODE),
        )
        why = {name: reason for name, missing, reason in reasons if missing}
        start, end = parse.sentences[parse.sentence_of[match.head]]
        trigger = parse.span(match.first, match.end)
        return Event(
            id="",
            trigger=trigger,
            sentence=parse.span(start, end),
            type=group.type,
            mode=group.mode,
            own=match.own or msgspec.UNSET,
            context=find_contexts(parse, start, end),
            actors=tuple(actor_ids),
            recipients=tuple(recipient_ids),
            place=place.id if place else None,
            time=time.id if time else None,
            date=date,
            status=status,
            figures=tuple(figure.id for figure in attached),
            codes=Codes(cameo, acled),
            voice=self.scopes.voice_at(trigger.start),
            confidence=round(match.score, 3),
            why=why,
        )

    def _adopt(self, heads: Iterable[int], sure: Collection[int], *, every: bool) -> list[str]:
        """Return the entities of the first phrase that names some and of the sure ones, or all."""
        found: list[str] = []
        for head in heads:
            if not found or every or head in sure:
                found += [i for i in self._adopt_phrase(head) if i not in found]
        return found

    def _adopt_phrase(self, head: int) -> list[str]:
        for noun in fallbacks(self.clauses, head):
            found: list[str] = []
            for token in self.clauses.conjuncts(noun):
                entity = self.actors.adopt(token)
                if entity is None:
                    meant = self.clauses.through_measure(token)
                    entity = self.actors.adopt(meant) if meant != token else None
                if entity is not None and entity not in found:
                    found.append(entity)
            if found:
                return self._without_titles(found)
        return []

    def _without_titles(self, found: list[str]) -> list[str]:
        """Leave out an office whose words hold the name of another party beside it."""
        if len(found) < 2:
            return found
        spans = {i: [(m.start, m.end) for m in self.actors.get(i).mentions] for i in found}
        return [
            one
            for one in found
            if not any(
                start <= a and b <= end and (start, end) != (a, b)
                for start, end in spans[one]
                for other in found
                if other != one
                for a, b in spans[other][-8:]
            )
        ] or found

    def _figures(self, match: Match, triggers: set[int]) -> list[Figure]:
        """Return the figures whose nearest governing trigger is this one."""
        parse = self.parse
        first, end = parse.sentences[parse.sentence_of[match.head]]
        found = []
        for token, figure in self.figure_at:
            if not first <= token < end:
                continue
            governor = next((t for t in parse.path_up(token)[:12] if t in triggers), None)
            if governor == match.head or token in match.covered:
                found.append(figure)
        return found


# Words are said by somebody: without any party these are talk about talk.
VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONSULT", "SUPPORT",
                    "CONCEDE"})  # fmt: skip


def _is_idle(match: Match, event: Event) -> bool:
    """Return whether an event of words has nobody who speaks or is spoken to."""
    if event.actors or event.recipients or event.type not in VERBAL:
        return False
    return match.score < SURE


SURE = 0.6


def _with_ids(events: list[Event]) -> tuple[Event, ...]:
    """Give each event the start of its trigger as its id."""
    used: set[str] = set()
    numbered = []
    for event in sorted(events, key=lambda event: event.trigger):
        base = name = f"x{event.trigger.start}"
        letter = 0
        while name in used:
            name = f"{base}{chr(ord('a') + letter)}"
            letter += 1
        used.add(name)
        numbered.append(msgspec.structs.replace(event, id=name))
    return tuple(numbered)
