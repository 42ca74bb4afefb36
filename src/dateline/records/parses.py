"""Parse: the words of a text with their grammar, as plain columns.

A parse holds one entry per token in each column, so that the layers that read it need
no parser, run fast, and can be tested with a parse written down by hand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.records.texts import Span

if TYPE_CHECKING:
    from dateline.records.signals import Senses

NO_TOKENS: tuple[int, ...] = ()

# Relations that stand before a noun and belong to its name or its base phrase.
PREMODIFIERS = frozenset(
    {"det", "predet", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "case", "advmod"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """One text, tokenised, tagged, parsed and with its names.

    Every column has one entry a token. `heads` holds the index of the governing token (a
    root governs itself), `ents` the name type of a token ("" for none) and
    `ent_begins` whether a name begins there. `sentences` and `paragraphs` are token ranges,
    `sentence_of` and `paragraph_of` lead back from a token. No sentence crosses a paragraph.
    `senses` is the encoder that may be asked about some of its sentences.
    """

    text: str
    words: list[str]
    lowers: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    ents: list[str]
    ent_begins: list[bool]
    sentences: list[tuple[int, int]]
    paragraphs: list[tuple[int, int]]
    sentence_of: list[int] = field(default_factory=list)
    paragraph_of: list[int] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    left_edges: list[int] = field(default_factory=list)
    right_edges: list[int] = field(default_factory=list)
    senses: Senses | None = None

    def __post_init__(self) -> None:
        """Derive the columns that follow from the others."""
        count = len(self.words)
        children: list[list[int]] = [[] for _ in range(count)]
        for token, head in enumerate(self.heads):
            if head != token:
                children[head].append(token)
        self.children.extend(children)
        for numbers, ranges in (
            (self.sentence_of, self.sentences),
            (self.paragraph_of, self.paragraphs),
        ):
            for number, (start, end) in enumerate(ranges):
                numbers.extend([number] * (end - start))
        self._find_edges(count)

    def _find_edges(self, count: int) -> None:
        left, right = list(range(count)), list(range(count))
        # A child's edges are known before its head's when both passes run to the root;
        # projective trees settle in one pass each way, others in a few.
        changed = True
        while changed:
            changed = False
            for order in (range(count), range(count - 1, -1, -1)):
                for token in order:
                    head = self.heads[token]
                    if left[token] < left[head]:
                        left[head], changed = left[token], True
                    if right[token] > right[head]:
                        right[head], changed = right[token], True
        self.left_edges.extend(left)
        self.right_edges.extend(right)

    def with_senses(self, senses: Senses) -> Parse:
        """Return the same parse with an encoder to ask; the columns are shared, not copied."""
        made = copy(self)
        object.__setattr__(made, "senses", senses)
        return made

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """Return the span of the tokens from `first` up to, not including, `end`."""
        start, stop = self.starts[first], self.ends[end - 1]
        return Span(start, stop, self.text[start:stop])

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of tokens that touch the code points from `start` to `end`."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def subtree(self, token: int) -> tuple[int, int]:
        """Return the token range that `token` and everything under it covers."""
        return self.left_edges[token], self.right_edges[token] + 1

    def base_phrase(self, noun: int) -> tuple[int, int]:
        """Return the range of `noun` with its premodifiers: "the two young men"."""
        first = noun
        for child in reversed(self.children[noun]):
            if child < noun and self.deps[child] in PREMODIFIERS:
                first = min(first, self.left_edges[child])
        return first, noun + 1

    def path_up(self, token: int) -> list[int]:
        """Return the tokens that govern `token`, nearest first, up to the root."""
        path = []
        while self.heads[token] != token:
            token = self.heads[token]
            path.append(token)
        return path

    def children_by(self, token: int, *deps: str) -> list[int]:
        """Return the children of `token` with one of the relations `deps`, in text order."""
        return [child for child in self.children[token] if self.deps[child] in deps]

    def names(self) -> list[tuple[int, int, str]]:
        """Return the names the recogniser found: first token, end, type."""
        found: list[tuple[int, int, str]] = []
        first = -1
        for token, kind in enumerate(self.ents):
            if first >= 0 and (not kind or self.ent_begins[token]):
                found.append((first, token, self.ents[first]))
                first = -1
            if kind and first < 0:
                first = token
        if first >= 0:
            found.append((first, len(self.ents), self.ents[first]))
        return found
