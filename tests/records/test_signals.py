"""What the encoder thinks is asked for word by word, within what was read together."""

from __future__ import annotations

import numpy as np

from dateline.records.signals import ROLES, Signals


def made(window_of: list[int]) -> Signals:
    """Signals in which word n asks for and answers with the number n in its first role."""
    count = len(window_of)
    asks = np.zeros((count, 4 * len(ROLES)), np.float32)
    asks[:, 0] = np.arange(count)
    empty = np.zeros((count, 1), np.float32)
    distance = np.zeros((5, len(ROLES)), np.float32)
    distance[3, 1] = 9.0  # one word behind the trigger
    return Signals(
        type_names=("NONE",), kind_names=("NONE/",), status_names=("happened",),
        types=empty, kinds=empty, statuses=empty,
        asks=asks, answers=asks.copy(), distance=distance,
        window_of=np.asarray(window_of, np.int32),
    )  # fmt: skip


def test_roles_are_asked_for_within_the_window_of_the_trigger() -> None:
    first, chances = made([0, 0, 1, 1, 1]).role_scores(3)
    assert first == 2
    assert chances.shape == (3, len(ROLES))


def test_a_word_that_answers_better_has_the_better_chance() -> None:
    _, chances = made([0, 0, 0, 0]).role_scores(2)
    actors = chances[:, 0].tolist()
    assert actors == sorted(actors)
    assert actors[0] == 0.5
    assert actors[-1] > 0.9


def test_the_distance_from_the_trigger_counts() -> None:
    _, chances = made([0, 0, 0, 0]).role_scores(1)
    assert chances[:, 1].argmax() == 2
    assert chances[2, 1] > 0.99


def test_words_that_were_not_read_are_not_known() -> None:
    signals = made([-1, 0, -1, 1])
    assert [signals.knows(token) for token in range(4)] == [False, True, False, True]
