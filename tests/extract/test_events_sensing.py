"""What the encoder adds to the rules: parties, status, and the words that it takes for events."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dateline.encoder import Encoder
from dateline.extract import find
from dateline.extract.events.clauses import Clauses
from dateline.extract.events.lexicon import Group
from dateline.extract.events.matches import Match
from dateline.extract.events.roles import Roles
from dateline.extract.events.sensing import Sense
from dateline.records.parses import Parse
from dateline.records.readings import Event, Status

ReadParse = Callable[[str], Parse]
ENCODER = Encoder()
SENTENCE = "Rebels near Goma handed the bridge to the army."


def match_at(parse: Parse, word: str) -> Match:
    token = parse.words.index(word)
    return Match(token, token, token + 1, Group(type="RETREAT"), 0, noun=False,
                 covered=frozenset({token}))  # fmt: skip


def sense_with(parse: Parse, chances: dict[str, tuple[float, ...]]) -> tuple[Sense, Match]:
    """A sense whose role chances are those given by word, all others nil."""
    match = match_at(parse, "handed")
    sense = Sense(Clauses(parse), ENCODER.read(parse))
    scores = np.zeros((len(parse), 4), np.float32)
    for word, row in chances.items():
        scores[parse.words.index(word)] = row
    sense._known[match.head] = (0, scores)
    return sense, match


def test_a_party_that_the_encoder_is_sure_of_is_added(read_parse: ReadParse) -> None:
    parse = read_parse(SENTENCE)
    rebels, army = parse.words.index("Rebels"), parse.words.index("army")
    sense, match = sense_with(parse, {"army": (0, 0.95, 0, 0)})
    roles = sense.roles(match, Roles([rebels], []))
    assert (roles.actors, roles.recipients) == ([rebels], [army])
    assert army in roles.sure


def test_a_party_that_the_encoder_doubts_is_not(read_parse: ReadParse) -> None:
    parse = read_parse(SENTENCE)
    sense, match = sense_with(parse, {"bridge": (0, 0.3, 0, 0)})
    assert sense.roles(match, Roles([0], [])).recipients == []


def test_nobody_is_both_actor_and_recipient(read_parse: ReadParse) -> None:
    parse = read_parse(SENTENCE)
    army = parse.words.index("army")
    sense, match = sense_with(parse, {"army": (0.1, 0.9, 0, 0)})
    roles = sense.roles(match, Roles([army], [army]))
    assert (roles.actors, roles.recipients) == ([], [army])


def test_a_place_is_never_taken_from_a_verb(read_parse: ReadParse) -> None:
    parse = read_parse(SENTENCE)
    sense, match = sense_with(parse, {"handed": (0.9, 0.9, 0, 0)})
    assert sense.roles(match, Roles([], [])) == Roles([], [], frozenset())


@pytest.mark.parametrize(
    ("chances", "ruled", "wanted"),
    [
        ({"denied": 0.9}, "happened", "denied"),
        ({"denied": 0.5, "happened": 0.5}, "happened", "happened"),
        ({"planned": 0.6, "possible": 0.4}, "possible", "possible"),
    ],
)
def test_the_status_is_weighed(
    read_parse: ReadParse, chances: dict[str, float], ruled: Status, wanted: Status
) -> None:
    parse = read_parse(SENTENCE)
    sense, match = sense_with(parse, {})
    row = [chances.get(name, 0.0) for name in sense.signals.status_names]
    sense.signals.statuses[match.head] = row
    assert sense.status(match, ruled) == wanted


def events(read_parse: ReadParse, text: str) -> list[Event]:
    return list(find(read_parse(text).with_senses(ENCODER), "2022-01-07").events)


def test_without_the_encoder_nothing_of_it_is_asked(read_parse: ReadParse) -> None:
    assert read_parse(SENTENCE).senses is None


def test_wordings_that_no_list_has_are_events(read_parse: ReadParse) -> None:
    (event,) = events(read_parse, "The garrison let no flour through to the town for nine days.")
    assert event.type in ("COERCE", "RETREAT")


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers shelled the village of Kesh, killing nine farmers.",
        "Nine farmers were killed in a drone attack on the village of Kesh.",
        "The rocket attack on Kesh that killed nine farmers lasted an hour.",
    ],
)
def test_an_attack_and_its_dead_are_one_event(read_parse: ReadParse, text: str) -> None:
    (event,) = [e for e in events(read_parse, text) if e.type == "ASSAULT"]
    assert len(event.mentions) == 2
    assert any(span.text.startswith(("killing", "killed")) for span in event.mentions)


def test_two_acts_that_are_named_side_by_side_stay_two(read_parse: ReadParse) -> None:
    found = events(read_parse, "Gunmen kidnapped two engineers and killed their driver in Kano.")
    assert [event.type for event in found] == ["ASSAULT", "ASSAULT"]


def test_a_part_of_the_dead_with_a_count_of_its_own_stays_apart(read_parse: ReadParse) -> None:
    found = events(read_parse, "Eleven guards were killed, three of them beheaded, police said.")
    assert [event.trigger.text for event in found if event.type == "ASSAULT"] == [
        "killed", "beheaded",
    ]  # fmt: skip
