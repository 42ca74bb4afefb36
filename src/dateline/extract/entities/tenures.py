"""When somebody held an office: what the article says of it, else the day it is published.

"President from 1990 to 1998", "became minister in March 2019", "a former mayor" tell when; a
title alone holds as of the day of the article.
"""

from __future__ import annotations

from dateline.extract.entities.references import Reference
from dateline.extract.entities.words import words
from dateline.records.parses import Parse
from dateline.records.readings import Time

# Words that may stand between an office, or its holder's name, and its time.
_BETWEEN = frozenset({",", "(", "since", "from", "until", "till", "in", "for", "between", "back"})
# Tokens between an office and the time that its verb goes with.
_FAR = 8


class Tenures:
    """The times of one text by sentence, and the day of its publication."""

    def __init__(self, parse: Parse, times: tuple[Time, ...], published: str | None) -> None:
        """Take the times that were found, each with the token at which it begins."""
        self._parse = parse
        self._published = published[:10] if published else None
        self._by_sentence: dict[int, list[tuple[int, str]]] = {}
        for time in times:
            if time.edtf is None:
                continue
            first, _ = parse.tokens_in(time.start, time.end)
            if first < len(parse):
                here = self._by_sentence.setdefault(parse.sentence_of[first], [])
                here.append((first, time.edtf))

    def of(self, reference: Reference) -> tuple[str | None, int]:
        """Return the EDTF value at which an office was held, and how surely the text tells it.

        2: the text dates the office; 1: it is a former one; 0: the day of publication.
        """
        here = self._by_sentence.get(reference.sentence, [])
        stated = self._by_verb(reference, here) or self._beside(reference, here)
        if stated is not None:
            return stated, 2
        if self._published is not None and reference.former:
            return f"../{self._published}", 1
        return self._published, 0

    def _beside(self, reference: Reference, here: list[tuple[int, str]]) -> str | None:
        """Return the time in "president from 1990 to 1998", "Ana Diaz (2001-2005)"."""
        end = reference.end
        while reference.silent and self._parse.tags[end : end + 1] == ["NNP"]:
            # As in "former president Ana Diaz (2001-2005)".
            end += 1
        for first, edtf in here:
            between = self._parse.lowers[end:first]
            if 0 <= first - end <= 2 and set(between) <= _BETWEEN:
                interval = "/" in edtf
                return edtf if interval or between[-1:] == ["in"] else None
        return None

    def _by_verb(self, reference: Reference, here: list[tuple[int, str]]) -> str | None:
        """Return the time in "was elected president in May 2010", "is governor since 2016"."""
        parse = self._parse
        if reference.form != "nominal" or parse.deps[reference.head] not in {
            "attr",
            "oprd",
            "dobj",
        }:
            return None
        verb = parse.heads[reference.head]
        for first, edtf in here:
            if not reference.end <= first <= reference.end + _FAR:
                continue
            if parse.lemmas[verb] in words("installing"):
                return edtf if "/" in edtf else f"{edtf}/.."
            if parse.lemmas[verb] in {"be", "remain", "serve"}:
                return edtf if "/" in edtf else None
        return None
