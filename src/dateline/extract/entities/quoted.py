"""Which tokens stand between quotation marks, in which quotation, and who speaks there."""

from __future__ import annotations

from dateline.extract.entities.references import Reference
from dateline.records.parses import Parse

_OPENING, _EITHER = frozenset("“«„") | {"``"}, frozenset({'"'})
_MARKS = _OPENING | _EITHER | frozenset("”»") | {"''"}
# Tokens before and after a quotation among which its speaker is looked for.
_BESIDE = 30


class Quotations:
    """The quotations of a text: the number of the one over each token, 0 for none."""

    def __init__(self, parse: Parse) -> None:
        """Take the parse; an opening mark may lack its closing one."""
        self.parse = parse
        self.of = [0] * len(parse)
        self.ranges: list[tuple[int, int]] = [(0, 0)]
        self.speakers: dict[int, frozenset[int]] = {}
        for start, end in parse.paragraphs:
            inside = False
            for token in range(start, end):
                word = parse.words[token]
                if word in _MARKS:
                    was = inside
                    inside = word in _OPENING or (word in _EITHER and not inside)
                    if was and not inside:
                        self.ranges[-1] = (self.ranges[-1][0], token)
                    if inside and not was:
                        self.ranges.append((token + 1, end))
                elif inside:
                    self.of[token] = len(self.ranges) - 1

    def find_speakers(self, heads: dict[int, Reference]) -> None:
        """Note for each quotation the named subjects beside it: "…," said Ana Diaz.

        Nobody who speaks is "he" or "she" in their own words.
        """
        parse = self.parse
        for number, (first, end) in enumerate(self.ranges):
            if number == 0 or first >= end:
                continue
            low = parse.sentences[parse.sentence_of[first - 1]][0]
            high = parse.sentences[parse.sentence_of[min(end, len(parse) - 1)]][1]
            beside = [
                *range(max(low, first - _BESIDE), first),
                *range(end, min(high, end + _BESIDE)),
            ]
            named = [heads[token] for token in beside if not self.of[token] and token in heads]
            self.speakers[number] = frozenset(
                id(reference.character)
                for reference in named
                if reference.form == "name" and reference.subject and reference.character
            )
