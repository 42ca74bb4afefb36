"""The classifier: of which type a candidate trigger is, or that it reports no event.

A softmax over the 16 PLOVER types, OTHER and NONE: a linear part over sparse features plus
one hidden layer over word vectors. `tools/train_events.py` trains it in about a minute;
the weights are a small table. Without the table there is no classifier and the lexicon
decides alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.features import (
    ARTICLE,
    Floats,
    candidates,
    dense_rows,
    load_vectors,
    sentence_means,
    sparse,
)
from dateline.extract.events.matches import Match

WEIGHTS = "events_weights.npz"
TYPES = (
    "NONE", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
)  # fmt: skip


EMPTY = np.zeros((0, 0), np.float32)


@dataclass(frozen=True, slots=True)
class Answer:
    """The candidates of a text, a row of probabilities each, and what they were read from."""

    tokens: list[int]
    scores: Floats
    rows: list[list[int]]
    inputs: Floats


class Classifier:
    """The trained weights, and how to ask them."""

    def __init__(self, body: bytes) -> None:
        """Read the weights from the bytes of the table."""
        with np.load(BytesIO(body)) as table:
            names = bytes(table["names"]).decode("utf-8").split("\n")
            self.known = {name: row for row, name in enumerate(names)}
            linear = table["linear"].astype(np.float32) * table["linear_scale"]
            self.hidden = table["hidden"].astype(np.float32)
            self.hidden_bias = table["hidden_bias"].astype(np.float32)
            self.out = table["out"].astype(np.float32)
            kinds = bytes(table["modes"]).decode("utf-8").split("\n")
            modes = table["mode_linear"].astype(np.float32) * table["mode_scale"]
            self.mode_hidden = table["mode_hidden"].astype(np.float32)
            self.mode_bias = table["mode_hidden_bias"].astype(np.float32)
            self.mode_out = table["mode_out"].astype(np.float32)
        self.linear = np.vstack([linear, np.zeros((1, linear.shape[1]), np.float32)])
        self.mode_linear = np.vstack([modes, np.zeros((1, modes.shape[1]), np.float32)])
        self.modes: dict[str, list[tuple[int, str | None]]] = {}
        for column, kind in enumerate(kinds):
            name, _, mode = kind.partition("/")
            self.modes.setdefault(name, []).append((column, mode or None))
        self.vectors = load_vectors()

    def types(self, clauses: Clauses, matches: dict[int, Match], owner: dict[int, int]) -> Answer:
        """Return the candidates of a text and their probabilities, columns as in TYPES."""
        tokens = candidates(clauses, matches, owner)
        if not tokens:
            return Answer([], np.zeros((0, len(TYPES)), np.float32), [], EMPTY)
        article = len(clauses.parse.sentences) > ARTICLE
        known = self.known
        none = len(known)
        rows: list[list[int]] = []
        for token in tokens:
            mine = [none]
            for name in sparse(clauses, token, matches, article=article):
                row = known.get(name)
                if row is not None:
                    mine.append(row)
            rows.append(mine)
        starts = np.cumsum([0, *map(len, rows[:-1])])
        scores = np.add.reduceat(
            self.linear[[row for mine in rows for row in mine]], starts, axis=0
        )
        inputs = dense_inputs(clauses, tokens)
        scores += np.maximum(inputs @ self.hidden + self.hidden_bias, 0) @ self.out
        scores -= scores.max(axis=1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=1, keepdims=True)
        return Answer(tokens, scores, rows, inputs)

    def mode(self, answer: Answer, at: int, kind: str) -> str | None:
        """Return the likeliest mode of the candidate in row `at`, given its type."""
        choices = self.modes.get(kind, [])
        if not choices:
            return None
        hidden = np.maximum(answer.inputs[at] @ self.mode_hidden + self.mode_bias, 0)
        scores = self.mode_linear[answer.rows[at]].sum(axis=0) + hidden @ self.mode_out
        return max(choices, key=lambda choice: float(scores[choice[0]]))[1]


def dense_inputs(clauses: Clauses, tokens: list[int]) -> Floats:
    """Return the dense features of candidates, one row each."""
    vectors = load_vectors()
    rows = np.asarray([dense_rows(clauses, token, vectors) for token in tokens], dtype=np.int64)
    words = vectors.rows(rows).reshape(len(tokens), -1)
    means = sentence_means(clauses, vectors)
    sentence_of = clauses.parse.sentence_of
    around = means[[sentence_of[token] for token in tokens]]
    return np.hstack([words, around])


@cache
def load_classifier() -> Classifier | None:
    """Return the classifier, or None where it was not trained."""
    table = files("dateline.tables").joinpath(WEIGHTS)
    return Classifier(table.read_bytes()) if table.is_file() else None
