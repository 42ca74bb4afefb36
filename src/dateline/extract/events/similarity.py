"""Similarity: how like a candidate and its sentence are to a user's example sentences.

Two fifths of it are the likeness of the telling words (in the example the one that the user
marked), three fifths that of the sentences, each the cosine of word vectors; a sentence is
the sum of its verbs, nouns and adjectives, rare ones counting more. Only what our rules take
for the same PLOVER type can be alike, or what neither in the text nor in the example is an
event to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import numpy.typing as npt

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.decisions import decide
from dateline.extract.events.features import Floats
from dateline.extract.events.matches import Matcher
from dateline.records.codebooks import Example
from dateline.records.parses import Parse

MEANINGS = "events_meanings.npz"
# The least similarity that counts, where the user names none. Measured on corpus_train with
# eight examples for each of 22 modes, taken from phrases/events: precision 0.54, recall 0.18.
THRESHOLD = 0.65
# How much of the similarity is the candidate's own word; the rest is its sentence's.
WORD = 0.4
CONTENT = frozenset({"VERB", "NOUN", "ADJ"})
TIMES_AND_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL"})


class Meanings:
    """Word vectors of the lemmas of English, and how much each tells of a sentence."""

    def __init__(self) -> None:
        """Load the table (`tools/make_meanings.py` makes it)."""
        body = files("dateline.tables").joinpath(MEANINGS).read_bytes()
        with np.load(BytesIO(body)) as table:
            words = bytes(table["words"]).decode("utf-8").split("\n")
            self._row = dict(zip(words, table["index"].tolist(), strict=True))
            self._rows: Floats = table["rows"].astype(np.float32) * table["scale"]
            self._weights: Floats = table["weights"].astype(np.float32)
        self.width: int = self._rows.shape[1]

    def word(self, lemma: str) -> Floats:
        """Return the vector of a word, of length 1; of zeros where it is unknown."""
        row = self._row.get(lemma)
        return np.zeros(self.width, np.float32) if row is None else _unit(self._rows[row])

    def sentence(self, parse: Parse, first: int, end: int) -> Floats:
        """Return the vector of a sentence, of length 1."""
        known = [
            row
            for token in range(first, end)
            if parse.pos[token] in CONTENT and parse.ents[token] not in TIMES_AND_NUMBERS
            if (row := self._row.get(parse.lemmas[token].lower())) is not None
        ]
        total: Floats = self._weights[known] @ self._rows[known]
        return _unit(total)


@cache
def load_meanings() -> Meanings:
    """Return the vectors, loaded once."""
    return Meanings()


class Examples:
    """What the examples of one type are like, and those of what is not of it."""

    def __init__(
        self,
        likes: Sequence[tuple[Example, Parse]],
        unlikes: Sequence[tuple[Example, Parse]],
        threshold: float,
    ) -> None:
        """Read the examples' telling words, their sentences, and the types of the events."""
        self.threshold = threshold or THRESHOLD
        self._likes = _to_rows(likes)
        self._unlikes = _to_rows(unlikes)

    @property
    def has_likes(self) -> bool:
        """Return whether there is an example to be like."""
        return len(self._likes[1]) > 0

    def scores(
        self, parse: Parse, tokens: Sequence[int], types: Sequence[str | None]
    ) -> list[float]:
        """Return how like each candidate is to its nearest example, from 0 to 1.

        It is 0 where a counter-example is as near.
        """
        rows = _rows_of(parse, tokens)
        likes = _nearest(rows, types, *self._likes)
        unlikes = _nearest(rows, types, *self._unlikes)
        return [
            min(float(like), 1.0) if like > max(unlike, 0) else 0.0
            for like, unlike in zip(likes, unlikes, strict=True)
        ]

    def is_unlike(self, parse: Parse, token: int) -> bool:
        """Return whether a candidate is near a counter-example, and nearer than to examples."""
        if len(self._unlikes[1]) == 0:
            return False
        rows = _rows_of(parse, [token])
        like, unlike = (_nearest(rows, None, *sides)[0] for sides in (self._likes, self._unlikes))
        return bool(unlike >= self.threshold and unlike > like)


Rows = tuple[Floats, list[str | None]]


def _to_rows(examples: Sequence[tuple[Example, Parse]]) -> Rows:
    """Return a row for the telling word of each example, and the type our rules give it."""
    rows: list[Floats] = [np.zeros((0, 2 * load_meanings().width), np.float32)]
    types: list[str | None] = []
    for example, parse in examples:
        clauses = Clauses(parse)
        found = {match.head: match for match in decide(clauses, Matcher(clauses).find()).matches}
        for token in _telling(example, parse, {t: m.score for t, m in found.items()}):
            rows.append(_rows_of(parse, [token]))
            types.append(found[token].group.type if token in found else None)
    return np.vstack(rows), types


def _telling(example: Example, parse: Parse, found: dict[int, float]) -> list[int]:
    """Return the words of an example that tell the event.

    Those that the user marked; else the surest event that our rules find; else the root.
    """
    if example.marked is not None:
        first, end = parse.tokens_in(*example.marked)
        marked = [token for token in range(first, end) if parse.pos[token] in CONTENT]
        return marked or list(range(first, min(first + 1, end)))
    if found:
        return [max(found, key=lambda token: found[token])]
    return [token for token in range(len(parse)) if parse.deps[token] == "ROOT"][:1]


def _nearest(
    rows: Floats,
    types: Sequence[str | None] | None,
    examples: Floats,
    example_types: list[str | None],
) -> npt.NDArray[np.float32]:
    """Return the similarity of each candidate to the nearest example of its type, else -1."""
    if len(examples) == 0:
        return np.full(len(rows), -1.0, np.float32)
    found: Floats = rows @ examples.T
    if types is not None:
        same = np.asarray([[one == other for other in example_types] for one in types])
        found = np.where(same, found, np.float32(-1.0))
    nearest: Floats = found.max(axis=1)
    return nearest


def _rows_of(parse: Parse, tokens: Sequence[int]) -> Floats:
    """Return a row for each candidate: its word and its sentence, as long as their shares."""
    meanings = load_meanings()
    sentences: dict[int, Floats] = {}
    rows = np.zeros((len(tokens), 2 * meanings.width), np.float32)
    for at, token in enumerate(tokens):
        number = parse.sentence_of[token]
        if number not in sentences:
            sentences[number] = meanings.sentence(parse, *parse.sentences[number])
        rows[at, : meanings.width] = meanings.word(parse.lemmas[token].lower()) * np.sqrt(WORD)
        rows[at, meanings.width :] = sentences[number] * np.sqrt(1 - WORD)
    return rows


def _unit(row: Floats) -> Floats:
    length = float(np.sqrt((row * row).sum()))
    return row / np.float32(length) if length > 0 else row
