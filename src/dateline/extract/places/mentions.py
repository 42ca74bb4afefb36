"""Which words of a text name a place: the recogniser's names, corrected by the gazetteer.

The recogniser finds most; it calls small towns persons, and misses names in headlines and
lists. Such a name is taken where the words around it want a place and the gazetteer knows
one. What belongs to the name of a body or a thing, and adjectives, are left out.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.places.words import Words
from dateline.records.parses import Parse
from dateline.tables.gazetteer import Gazetteer, fold

PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})
# The longest name of a place, in tokens.
LONGEST = 6


class Mention(NamedTuple):
    """Words that name a place: their tokens, their folded form, and the kind of area said."""

    first: int
    end: int
    form: str
    level: int = -1
    sure: bool = True


def find_mentions(parse: Parse, gazetteer: Gazetteer, words: Words) -> list[Mention]:
    """Return the mentions of places in a text, in its order, none overlapping another."""
    return _Finder(parse, gazetteer, words).find()


class _Finder:
    def __init__(self, parse: Parse, gazetteer: Gazetteer, words: Words) -> None:
        self.parse = parse
        self.gazetteer = gazetteer
        self.words = words
        self.taken = bytearray(len(parse))
        self.found: list[Mention] = []

    def find(self) -> list[Mention]:
        for first, end, kind in self.parse.names():
            if kind in PLACE_NAMES:
                for part in self._parts(first, end):
                    self._take_name(*part, kind)
        self._take_slots()
        self.found.sort()
        return self.found

    def _parts(self, first: int, end: int) -> list[tuple[int, int]]:
        """Return the names in a name with commas, and without article and genitive."""
        lowers = self.parse.lowers
        parts = []
        start = first
        for at in range(first, end + 1):
            if at == end or lowers[at] in {",", ";", "/", "("}:
                stop = at
                while start < stop and lowers[start] in {"the", "'s", "-", "–", "—", "("}:
                    start += 1
                while start < stop and lowers[stop - 1] in {"'s", "'", "-", "–", "—", ")"}:
                    stop -= 1
                if start < stop:
                    parts.append((start, stop))
                start = at + 1
        return parts

    def _add(self, first: int, end: int, form: str, level: int = -1, *, sure: bool = True) -> None:
        if not any(self.taken[first:end]):
            self.taken[first:end] = b"\1" * (end - first)
            self.found.append(Mention(first, end, form, level, sure))

    def form(self, first: int, end: int) -> str:
        """Return the form under which the gazetteer may know the tokens."""
        text = self.parse.text[self.parse.starts[first] : self.parse.ends[end - 1]]
        form = fold(text)
        if "." in text and end - first <= 2:
            dotted = "." + form
            if self.gazetteer.find(dotted):
                return dotted
        return form

    def _take_name(self, first: int, end: int, kind: str) -> None:
        parse, form = self.parse, self.form(first, end)
        if not form or form in self.words.never or not parse.text[parse.starts[first]].isupper():
            return
        known = self.gazetteer.find(form)
        level = self._level_after(end)
        if kind == "FAC" and not known and parse.lowers[end - 1] in self.words.street:
            return
        self._add(first, end, form, level)

    def _level_after(self, end: int) -> int:
        if end < len(self.parse) and self.parse.tags[end].startswith("NN"):
            return self.words.kinds_after.get(self.parse.lowers[end], -1)
        return -1

    def _take_slots(self) -> None:
        """Take names that stand where a place is wanted and that the gazetteer knows."""
        parse = self.parse
        at = 0
        while at < len(parse):
            if self.taken[at] or not parse.words[at][0].isupper() or parse.lowers[at] in self.words.small:
                at += 1
                continue
            end = at + 1
            while (
                end < len(parse) and end - at < LONGEST and not self.taken[end]
                and parse.words[end][0].isupper() and parse.sentence_of[end] == parse.sentence_of[at]
            ):  # fmt: skip
                end += 1
            at = self._take_slot(at, end)

    def _take_slot(self, first: int, end: int) -> int:
        return end
