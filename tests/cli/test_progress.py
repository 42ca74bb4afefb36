"""The line that says how far a long run is."""

from __future__ import annotations

import io

import pytest

from dateline.cli import progress
from dateline.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Stands in for `time`, and is moved by hand."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(progress, "time", made)
    return made


def test_a_short_run_shows_nothing(clock: Clock) -> None:
    terminal = Terminal()
    line = Progress(terminal)
    clock.now += 2
    line.show(10, 3000)
    line.clear()
    assert terminal.getvalue() == ""


def test_a_long_run_shows_articles_and_rates_now_and_then(clock: Clock) -> None:
    terminal = Terminal()
    line = Progress(terminal)
    clock.now += 10
    line.show(20, 8000)
    shown = "dateline: 20 articles, 2.0 articles/s, 800 words/s"
    assert terminal.getvalue() == "\r" + shown
    clock.now += 0.1
    line.show(21, 8400)
    assert terminal.getvalue() == "\r" + shown
    line.clear()
    assert terminal.getvalue().endswith("\r" + " " * len(shown) + "\r")


def test_a_shorter_line_covers_the_longer_before_it(clock: Clock) -> None:
    terminal = Terminal()
    line = Progress(terminal)
    clock.now += 10
    line.show(20, 80_000)
    clock.now += 10
    line.show(20, 80)
    _, first, second = terminal.getvalue().split("\r")
    assert len(second) >= len(first)


def test_nothing_is_shown_in_a_pipe_or_where_it_is_not_wanted(clock: Clock) -> None:
    pipe, terminal = io.StringIO(), Terminal()
    lines = [Progress(pipe), Progress(terminal, wanted=False), Progress(None)]
    clock.now += 10
    for line in lines:
        line.show(20, 8000)
        line.clear()
    assert pipe.getvalue() == terminal.getvalue() == ""
