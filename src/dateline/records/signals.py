"""Signals: what the encoder thinks of each word of a text, as plain columns of numbers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from dateline.records.readings import Status

if TYPE_CHECKING:
    from dateline.records.parses import Parse

Floats = npt.NDArray[np.float32]

ROLES = ("actors", "recipients", "places", "times")


@dataclass(frozen=True, slots=True, eq=False)
class Signals:
    """One row a word in each column, in the order of the parse.

    `types` holds probabilities (columns: the order of `type_names`, the first is "no event"),
    `kinds` those of a type with its mode, `statuses` those of a status. `asks` and
    `answers` give, for two words of one window, how well the second fills a role of the
    event that the first tells (`role_scores`). `window_of` tells which words were read
    together; -1 marks words that were not read, whose rows say "no event".
    """

    type_names: tuple[str, ...]
    kind_names: tuple[str, ...]
    status_names: tuple[Status, ...]
    types: Floats
    kinds: Floats
    statuses: Floats
    asks: Floats
    answers: Floats
    distance: Floats
    window_of: npt.NDArray[np.int32]

    def knows(self, token: int) -> bool:
        """Return whether the encoder has read a word."""
        return bool(self.window_of[token] >= 0)

    def role_scores(self, trigger: int) -> tuple[int, Floats]:
        """Return the first word of the trigger's window, and from there on a row a word.

        The columns are the chances that the word is the head of an actor, a recipient, the
        place and the time of the event that `trigger` tells.
        """
        together = np.nonzero(self.window_of == self.window_of[trigger])[0]
        first, end = int(together[0]), int(together[-1]) + 1
        count = len(ROLES)
        asks = self.asks[trigger].reshape(count, -1)
        answers = self.answers[first:end].reshape(end - first, count, -1)
        near = (len(self.distance) - 1) // 2
        apart = np.clip(np.arange(first, end) - trigger, -near, near) + near
        scores = (answers * asks).sum(axis=2) / np.sqrt(asks.shape[1]) + self.distance[apart]
        chances: Floats = (1 / (1 + np.exp(-scores))).astype(np.float32)
        return first, chances


class Senses(Protocol):
    """Whoever can be asked what the words of a sentence tell."""

    def read(self, parse: Parse, sentences: Collection[int]) -> Signals:
        """Return the signals of a parse; only the sentences of these numbers are read."""
        ...
