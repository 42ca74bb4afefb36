"""Doubts: what speaks against a name's being that of a place.

Persons, things, demonyms, acronyms and ordinary words bear names of places too; what the text
says elsewhere, and the words around, tell.
"""

from __future__ import annotations

import itertools
from functools import cache

from dateline.extract.places.words import Words
from dateline.records.parses import Parse
from dateline.tables import load_rows
from dateline.tables.gazetteer import Gazetteer

PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})


@cache
def nationalities() -> frozenset[str]:
    """Return the adjectives of states that name no state: "kazakh", but not "hong kong"."""
    rows = load_rows("states.tsv")
    names = {name.lower() for row in rows for name in row[1].split("|")}
    adjectives = {word.lower() for row in rows for word in row[2].split("|")}
    return frozenset(word for word in adjectives - names if len(word) > 3)


class Doubts:
    """What one text says against the names in it."""

    def __init__(self, parse: Parse, gazetteer: Gazetteer, words: Words) -> None:
        """Note the surnames of the text: what is a person's is no place's."""
        self.parse = parse
        self.gazetteer = gazetteer
        self.words = words
        self.names = parse.names()
        self._smalls = {word for word in parse.words if word.islower()}
        self._things = {
            word
            for word, after in itertools.pairwise(parse.lowers)
            if after in words.things or after.endswith("virus")
        }
        # Single names that the recogniser calls a person's more often than a place's.
        counts: dict[str, int] = {}
        for first, end, kind in self.names:
            if end - first == 1 and (kind == "PERSON" or kind in PLACE_NAMES):
                step = 1 if kind == "PERSON" else -1
                counts[parse.lowers[first]] = counts.get(parse.lowers[first], 0) + step
        self.persons = {word for word, count in counts.items() if count > 0}
        self.surnames = {
            parse.lowers[at]
            for first, end, kind in self.names
            if kind == "PERSON" and end - first > 1 and parse.lowers[first] not in words.before
            for at in range(first + 1, end)
        }

    def is_common(self, first: int, end: int) -> bool:
        """Return whether a name is one ordinary word, or stands in small letters elsewhere."""
        if end - first > 1:
            return False
        word = self.parse.lowers[first]
        return word in self.words.common or word in self._smalls

    def _is_thing(self, first: int, end: int) -> bool:
        """Return whether a name is that of a thing, here or elsewhere: "Marburg virus"."""
        lowers = self.parse.lowers
        if end < len(lowers) and lowers[end] in self.words.things:
            return True
        if end - first > 1 or lowers[first] not in self._things:
            return False
        return not first or lowers[first - 1] not in self.words.before

    def _is_said_to_be(self, first: int, end: int) -> bool:
        """Return whether the words around say outright that a name is a place's."""
        lowers = self.parse.lowers
        before = lowers[first - 1] if first else ""
        after = lowers[end] if end < len(lowers) else ""
        return before in self.words.before or after in self.words.kinds_after or after == ","

    def is_surname(self, first: int, end: int) -> bool:
        """Return whether a word is a surname in this text and stands where one may."""
        parse = self.parse
        if parse.lowers[first] not in self.surnames:
            return False
        before = parse.lowers[first - 1] if first else ""
        after = parse.lowers[end] if end < len(parse) else ""
        if before in self.words.before or after in self.words.kinds_after:
            return False
        # "…, says Silva, …" against "Silva, Ohio".
        return after != "," or (first > 0 and parse.tags[first - 1] in {"VBZ", "VBD"})

    def _is_no_name(self, first: int, end: int, form: str, kind: str) -> bool:  # noqa: PLR0911 - one case a return
        """Return whether a name that the gazetteer does not know is no place's."""
        parse = self.parse
        last = parse.lowers[end - 1]
        if parse.words[first][:2] in {"R-", "D-"}:
            return True
        if end - first > 1:
            return kind == "FAC" and last in self.words.street and last in {"highway", "hwy"}
        word = parse.words[first]
        if end + 1 < len(parse) and parse.words[end] == "-" and parse.words[end + 1][0].isupper():
            # The first half of a double name.
            return True
        if any(char.isdigit() for char in word) or self.is_acronym(first):
            return True
        if parse.lowers[first] in self.persons:
            return True
        if self.is_linked(word) or (first and parse.lowers[first - 1] in self.words.titles):
            return True
        return self.is_demonym(form) or (kind != "FAC" and not self._is_in_slot(first, end))

    def is_acronym(self, at: int) -> bool:
        """Return whether a word is in capitals and those around it are not."""
        return self.parse.words[at].isupper() and not self._shouts(at)

    def is_linked(self, word: str) -> bool:
        """Return whether a place is only part of an adjective: "U.S.-led"."""
        return word.rpartition("-")[2].lower() in self.words.endings

    def _is_in_slot(self, first: int, end: int) -> bool:
        """Return whether a place may stand before or after the words around a name."""
        lowers, words = self.parse.lowers, self.words
        before = lowers[first - 1] if first else ""
        if before == "the" and first > 1:
            before = lowers[first - 2]
        after = lowers[end] if end < len(lowers) else ""
        return (
            before in words.before or before in words.before_weak or before in words.parts
            or before in {",", "/", ":", "—"} or after in {",", "/"}
            or after in words.kinds_after
        )  # fmt: skip

    def _shouts(self, at: int) -> bool:
        """Return whether the words around are in capitals too."""
        parse = self.parse
        start, end = parse.sentences[parse.sentence_of[at]]
        big = sum(parse.words[i].isupper() and len(parse.words[i]) > 1 for i in range(start, end))
        return 2 * big > end - start

    def is_demonym(self, form: str) -> bool:
        """Return whether an unknown word is made from the name of a country or region.

        "Angolan" from Angola, "Vermonters" from Vermont.
        """
        for ending in ("ns", "n", "an", "ans", "ian", "ians", "ese", "i", "is", "ish", "er", "ers"):
            if not form.endswith(ending):
                continue
            stem = form[: -len(ending)]
            if len(stem) > 3 and any(
                c.feature.startswith("PCL") or c.feature in {"ADM1", "PPLC"}
                for c in self.gazetteer.find(stem)
            ):
                return True
        return False
