"""Victims told one by one are told apart, merged where they are one, and added up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.extract.figures import find_figures
from dateline.extract.figures.profiles import Profile
from dateline.records.parses import Parse
from dateline.records.readings import Figure
from dateline.records.scopes import Scopes

ReadParse = Callable[[str], Parse]


class Nobody:
    """Actors of a text in which no entity is known."""

    def at(self, token: int) -> str | None:  # noqa: ARG002 - the protocol's name
        return None

    def adopt(self, token: int) -> str | None:  # noqa: ARG002 - the protocol's name
        return None

    def get(self, entity: str) -> Any:
        raise AssertionError(entity)

    def entities(self) -> tuple[Any, ...]:
        return ()


def find(parse: Parse) -> tuple[Figure, ...]:
    return find_figures(parse, Nobody(), Scopes([]), (), ())


def total(parse: Parse, measure: str) -> float:
    """Return the largest figure of a measure that is no part of another."""
    found = [f for f in find(parse) if f.measure == measure and f.part_of is None]
    return max((f.low if f.low is not None else f.high or 0 for f in found), default=0)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        # One person, told as shot and then as dead.
        ("The medics took the child to a clinic in critical condition, where he died.", 1, 0),
        ("A boy, 6, was shot in Avra. The boy later died.", 1, 0),
        ("Man shot in Avra has died, police say.", 1, 0),
        ("A student took his own life in the yard.", 1, 0),
        # Two people in one sentence.
        ("A man and his two small children were found dead.", 3, 0),
        ("He killed his wife and then himself.", 2, 0),
        ("Rita Bell, 40, was killed and Omar Cruz, 22, was found dead.", 2, 0),
        ("A miner was killed after he left two others dead.", 3, 0),
        ("Five clerks were killed by a man before he was shot dead.", 6, 0),
        # The wounded beside the dead.
        ("A woman was shot dead and a boy was wounded.", 1, 1),
        ("Pia was shot along with a 16-year-old boy and a 21-year-old man.", 0, 2),
        ("The blast wounded an officer and two others.", 0, 3),
        ("The storm sent four sailors to the hospital.", 0, 4),
        ("Four people were struck, including the boy killed.", 1, 3),
        # Names of events.
        ("Police called it a triple homicide.", 3, 0),
        ("The inquiry into the murder-suicide goes on.", 2, 0),
    ],
)
def test_the_dead_and_the_wounded_of_a_text_are_added_up(
    read_parse: ReadParse, text: str, killed: float, injured: float
) -> None:
    parse = read_parse(text)
    assert (total(parse, "killed"), total(parse, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "He was charged with the attempted murder of five clerks.",
        "The bullet nearly killed his father.",
        "The gun went off and injured one of the family dogs.",
        "All five girls will be fine, doctors said.",
        "She was 37 years old, not 39.",
        "Kim Ortega, 25 and Lou Marsh, 32 were brought to a hall.",
    ],
)
def test_attempts_animals_and_ages_harm_nobody(read_parse: ReadParse, text: str) -> None:
    parse = read_parse(text)
    assert (total(parse, "killed"), total(parse, "injured")) == (0, 0)


def test_killed_or_wounded_tells_neither(read_parse: ReadParse) -> None:
    figures = find(read_parse("Eight soldiers were killed or wounded."))
    assert [(f.low, f.measure) for f in figures] == [(8, "other")]


def test_a_victim_of_an_older_incident_is_left_aside(read_parse: ReadParse) -> None:
    text = "A boy was wounded in Avra on Monday. Two years ago a girl was shot dead there."
    parse = read_parse(text)
    assert (total(parse, "killed"), total(parse, "injured")) == (0, 1)


def test_people_are_told_apart_by_what_is_known_of_them() -> None:
    boy, girl = Profile(sex="m", age=6), Profile(sex="f")
    assert boy.contradicts(girl)
    assert boy.contradicts(Profile(age=9))
    assert Profile(names=frozenset({"ana", "reis"})).contradicts(
        Profile(names=frozenset({"lea", "moor"}))
    )
    # A single name may be a nickname of the other.
    assert not Profile(names=frozenset({"ana"})).contradicts(Profile(names=frozenset({"lea"})))
    assert boy.agrees(Profile(age=6))
    assert boy.joined(Profile(names=frozenset({"tim"}))).names == {"tim"}


@pytest.mark.parametrize(
    ("text", "measure", "low"),
    [
        ("More than 700 people have been shot in the city this year.", "other", 700),
        ("Some 20 men inside the car were not injured.", "other", 20),
        ("Police count the killing of two people and the wounding of six others.", "killed", 2),
        ("Six others were sent to the Regional Hospital.", "injured", 6),
        ("Three of those victims died.", "killed", 3),
    ],
)
def test_a_number_has_the_fate_that_its_own_words_tell(
    read_parse: ReadParse, text: str, measure: str, low: float
) -> None:
    figures = [f for f in find(read_parse(text)) if not f.implicit]
    assert (figures[0].measure, figures[0].low) == (measure, low)


def test_the_age_of_a_list_is_nobody(read_parse: ReadParse) -> None:
    text = "Four men who were hit, a clerk 29 years old, another 52, are in hospital."
    assert [f.low for f in find(read_parse(text)) if not f.implicit] == [4]
