"""Similarity: how like a candidate and its sentence are to a user's example sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.features import Floats, load_vectors
from dateline.records.parses import Parse

# The least similarity that counts, where the user names none.
THRESHOLD = 0.75
# How much of the similarity is the candidate's own word; the rest is its sentence's.
WORD = 0.5
CONTENT = frozenset({"VERB", "NOUN", "ADJ"})


class Examples:
    """What the examples of one type are like, and those of what is not of it."""

    def __init__(self, likes: Sequence[Parse], unlikes: Sequence[Parse], threshold: float) -> None:
        """Read the vectors of the examples."""
        self.threshold = threshold or THRESHOLD
        self._likes = _of_examples(likes)
        self._unlikes = _of_examples(unlikes)

    @property
    def has_likes(self) -> bool:
        """Return whether there is an example to be like."""
        return len(self._likes) > 0

    def scores(self, clauses: Clauses, tokens: Sequence[int]) -> list[float]:
        """Return how like each candidate is to its nearest example, from 0 to 1.

        It is 0 where a counter-example is nearer.
        """
        rows = _rows(clauses.parse, tokens)
        likes = _nearest(rows, self._likes)
        unlikes = _nearest(rows, self._unlikes)
        return [float(max(a, 0.0)) if a > b else 0.0 for a, b in zip(likes, unlikes, strict=True)]

    def is_unlike(self, clauses: Clauses, token: int) -> bool:
        """Return whether a candidate is nearer to a counter-example than to any example."""
        if len(self._unlikes) == 0:
            return False
        rows = _rows(clauses.parse, [token])
        unlike = float(_nearest(rows, self._unlikes)[0])
        return unlike >= self.threshold and unlike > float(_nearest(rows, self._likes)[0])


def _of_examples(parses: Sequence[Parse]) -> Floats:
    """Return a row for each verb and event noun that heads a clause of an example."""
    rows = [
        _rows(parse, [token])
        for parse in parses
        for token in range(len(parse))
        if parse.deps[token] == "ROOT"
    ]
    return np.vstack(rows) if rows else np.zeros((0, 2 * load_vectors().width), np.float32)


def _nearest(rows: Floats, examples: Floats) -> Floats:
    if len(examples) == 0:
        return np.full(len(rows), -1.0, np.float32)
    found: Floats = (rows @ examples.T).max(axis=1)
    return found


def _rows(parse: Parse, tokens: Sequence[int]) -> Floats:
    """Return a row for each candidate: its word and its sentence, each of a fixed length."""
    vectors = load_vectors()
    sentences: dict[int, Floats] = {}
    rows = np.zeros((len(tokens), 2 * vectors.width), np.float32)
    for at, token in enumerate(tokens):
        number = parse.sentence_of[token]
        if number not in sentences:
            sentences[number] = _sentence(parse, *parse.sentences[number])
        word = vectors.rows(np.asarray([vectors.at(parse.lemmas[token].lower())]))[0]
        rows[at, : vectors.width] = _unit(word) * np.sqrt(WORD)
        rows[at, vectors.width :] = sentences[number] * np.sqrt(1 - WORD)
    return rows


def _sentence(parse: Parse, first: int, end: int) -> Floats:
    vectors = load_vectors()
    at = [
        vectors.at(parse.lemmas[token].lower())
        for token in range(first, end)
        if parse.pos[token] in CONTENT
    ]
    total: Floats = (
        vectors.rows(np.asarray(at, dtype=np.int64)).sum(axis=0)
        if at
        else np.zeros(vectors.width, np.float32)
    )
    return _unit(total)


def _unit(row: Floats) -> Floats:
    length = float(np.sqrt((row * row).sum()))
    return row / length if length > 0 else row
