"""Circumstances: the time and place of an event, from its clause, its sentence, the discourse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import TypeVar

from dateline.extract.events.matches import Match
from dateline.records.parses import Parse
from dateline.records.readings import Place, Time

WHERE = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "on", "into", "to",
                   "from", "through", "throughout", "of", "off", "over", "within"})  # fmt: skip

# Verbs that report what was counted up to then.
REPORTING = frozenset({"report", "say", "announce", "confirm", "state", "tell", "put", "count"})
COMPARING = frozenset({"than", "compared", "versus"})
EXTREMES = frozenset({"first", "record", "low", "high", "level", "levels"})
BODILY = frozenset({"ASSAULT", "PROTEST", "COERCE", "AID", "MOBILIZE"})
BODILY_KINDS = frozenset({"disease", "death", "disaster", "accident", "crime", "election", "visit"})

Found = TypeVar("Found")


class Circumstances:
    """Looks up what dates and places an event in one text."""

    def __init__(self, parse: Parse, times: Sequence[Time], places: Sequence[Place]) -> None:
        """Index times and place mentions by their first token."""
        self.parse = parse
        self.times = self._tokens([(time.start, time) for time in times])
        mentions = [(span.start, place) for place in places for span in place.mentions]
        self.places = self._tokens(mentions)
        self._time_at = [token for token, _ in self.times]
        self._place_at = [token for token, _ in self.places]

    def _tokens(self, found: list[tuple[int, Found]]) -> list[tuple[int, Found]]:
        parse = self.parse
        located = [(parse.tokens_in(start, start + 1)[0], value) for start, value in found]
        return sorted(
            ((t, value) for t, value in located if t < len(parse)), key=lambda pair: pair[0]
        )

    def times_between(self, first: int, end: int) -> list[tuple[int, int, Time]]:
        """Return the times within a range of tokens, with the tokens that they cover."""
        low, high = bisect_left(self._time_at, first), bisect_left(self._time_at, end)
        return [
            (token, self.parse.tokens_in(time.start, time.end)[1], time)
            for token, time in self.times[low:high]
            if time.edtf is not None
        ]

    def places_between(self, first: int, end: int) -> list[tuple[int, int, Place]]:
        """Return the mentions of places within a range of tokens, with their tokens."""
        low, high = bisect_left(self._place_at, first), bisect_left(self._place_at, end)
        return [(token, token + 2, place) for token, place in self.places[low:high]]

    def time_of(self, match: Match, triggers: Collection[int]) -> Time | None:
        """Return the time that dates a trigger within its sentence."""
        parse, head = self.parse, match.head
        first, end = parse.sentences[parse.sentence_of[head]]
        low, high = bisect_left(self._time_at, first), bisect_left(self._time_at, end)
        best: tuple[tuple[int, int], Time] | None = None
        for token, time in self.times[low:high]:
            if time.edtf is None or token in match.covered or self._compares(token):
                continue
            rank = (self._distance(token, head, triggers), abs(token - head))
            if best is None or rank < best[0]:
                best = (rank, time)
        return best[1] if best else None

    def _compares(self, token: int) -> bool:
        """Return whether a time is only compared with: "the lowest since 1982", "than in May"."""
        parse = self.parse
        before = parse.lowers[max(token - 3, 0) : token]
        if any(word in COMPARING for word in before):
            return True
        if "since" not in before and parse.lowers[token] != "since":
            return False
        return any(
            parse.tags[t] in ("JJS", "RBS") or parse.lowers[t] in EXTREMES
            for t in range(max(token - 9, 0), token)
        )

    def is_reported_at(self, match: Match, time: Time) -> bool:
        """Return whether a time dates the report of an event: "said on Monday that"."""
        parse = self.parse
        token = parse.tokens_in(time.start, time.start + 1)[0]
        for governor in parse.path_up(token)[:8]:
            if governor == match.head:
                return False
            if parse.pos[governor] == "VERB":
                return parse.lemmas[governor] in REPORTING
        return False

    def _distance(self, token: int, head: int, triggers: Collection[int]) -> int:
        """Rank how close a time or place stands to a trigger in the tree; 0 is its own."""
        parse = self.parse
        path = parse.path_up(token)[:12]
        for governor in path:
            if governor == head:
                return 0
            if governor in triggers:
                return 3
        up = [head, *parse.path_up(head)[:12]]
        for governor in path:
            if governor in up:
                return 1 if parse.pos[governor] in ("VERB", "AUX") else 2
        return 2

    def place_of(
        self, match: Match, triggers: Collection[int], taken: Collection[int]
    ) -> Place | None:
        """Return the place of a trigger: of its clause, its sentence, or what was told before.

        Words are seldom said to have a place: theirs has to stand in their own clause. What
        happens to bodies and things happens where its sentence is, else where the paragraph
        was last (on corpus/train: 33 right, 15 wrong).
        """
        parse, head = self.parse, match.head
        group = match.group
        first, end = parse.sentences[parse.sentence_of[head]]
        low, high = bisect_left(self._place_at, first), bisect_left(self._place_at, end)
        bodily = group.type in BODILY or group.mode in BODILY_KINDS
        best: tuple[tuple[int, int, int], Place] | None = None
        for token, place in self.places[low:high]:
            located = token > 0 and self._is_located(token)
            if token in taken and not located:
                continue
            near = self._distance(token, head, triggers)
            if not bodily and (
                near > 1 or not located or (near == 1 and not self._own(token, head))
            ):
                continue
            rank = (near, 0 if located else 1, abs(token - head))
            if best is None or rank < best[0]:
                best = (rank, place)
        if best is not None:
            return best[1]
        if bodily:
            start = parse.paragraphs[parse.paragraph_of[head]][0]
            before = self.places[bisect_left(self._place_at, start) : low]
            if before:
                return before[-1][1]
        return None

    def _own(self, token: int, head: int) -> bool:
        """Return whether no other clause stands between a place and its trigger."""
        parse = self.parse
        for governor in parse.path_up(token)[:8]:
            if governor == head:
                return True
            if parse.pos[governor] == "VERB":
                return parse.heads[head] == governor
        return False

    def _is_located(self, token: int) -> bool:
        parse = self.parse
        for before in range(token - 1, max(token - 4, -1), -1):
            if parse.lowers[before] in WHERE:
                return True
            if parse.pos[before] not in ("DET", "ADJ", "PROPN", "NOUN"):
                return False
        return False
