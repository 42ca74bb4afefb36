"""Voices: the chain of those who say something, outermost first, each made once."""

from __future__ import annotations

from dateline.extract.statements.reports import Range
from dateline.records.readings import Link, Voice
from dateline.records.scopes import ARTICLE_VOICE
from dateline.records.texts import Span

Chain = tuple[Link, ...]
# Contents that end this many characters before a cue no longer hold it; a chain reaches
# over a quotation of several paragraphs at most.
REACH = 4000


class Voices:
    """The voices of one text, `v0` first, and the ids that are taken."""

    def __init__(self) -> None:
        """Begin with the article's own voice."""
        self.voices = [Voice(id=ARTICLE_VOICE)]
        self._by_links: dict[tuple[tuple[str | None, Span | None, Span | None], ...], Voice] = {
            (): self.voices[0]
        }
        self._used = {ARTICLE_VOICE}
        self._open: list[tuple[list[Range], Chain]] = []

    def of(self, chain: Chain) -> Voice:
        """Return the voice of a chain."""
        key = tuple((link.source, link.cue, link.span) for link in chain)
        found = self._by_links.get(key)
        if found is None:
            span = chain[-1].span or chain[-1].cue
            found = Voice(id=self.free("v", span.start if span else 0), chain=chain)
            self._by_links[key] = found
            self.voices.append(found)
        return found

    def enter(self, spans: list[Range], chain: Chain) -> None:
        """Take down that the words of `spans` are said by `chain`."""
        self._open.append((spans, chain))

    def around(self, offset: int) -> Chain:
        """Return the chain of the shortest content around `offset`."""
        best: Chain = ()
        width = -1
        self._open = [entry for entry in self._open if entry[0][-1][1] + REACH > offset]
        for spans, chain in self._open:
            size = spans[-1][1] - spans[0][0]
            inside = any(start <= offset < end for start, end in spans)
            if inside and (width < 0 or size < width):
                best, width = chain, size
        return best

    def free(self, letter: str, offset: int) -> str:
        """Return an id that is not taken: a letter and an offset, then a, b, …."""
        name, number = f"{letter}{offset}", 0
        while name in self._used:
            name = f"{letter}{offset}{chr(ord('a') + number % 26) * (1 + number // 26)}"
            number += 1
        self._used.add(name)
        return name
