"""The persons, bodies, groups and states of a text, and what is joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.entities import find_entities
from dateline.records.actors import Actors
from dateline.records.parses import Parse
from dateline.records.readings import Entity

Read = Callable[[str], Parse]

TWO_PRESIDENTS = (
    "The President of Belarus Ivan Petrenko arrived on Monday. Petrenka said he was worried. "
    "Earlier the President of Kazakhstan, Kassym-Jomart Tokayev, spoke. Tokaev dismissed the "
    "cabinet. The head of state also thanked the Collective Security Treaty Organization (CSTO)."
)


def cast(read_parse: Read, text: str) -> Actors:
    return find_entities(read_parse(text), ())


def entity(actors: Actors, name: str) -> Entity:
    found = [e for e in actors.entities() if name in {m.text for m in e.mentions}]
    assert len(found) == 1, (name, [e.name for e in actors.entities()])
    return found[0]


def adopt(read_parse: Read, text: str, word: str) -> Entity | None:
    parse = read_parse(text)
    actors = find_entities(parse, ())
    known = actors.adopt(parse.words.index(word))
    return actors.get(known) if known else None


def test_two_presidents_stay_two_and_spellings_meet(read_parse: Read) -> None:
    actors = cast(read_parse, TWO_PRESIDENTS)
    assert entity(actors, "Petrenka").name == "Ivan Petrenko"
    tokayev = entity(actors, "Tokaev")
    assert tokayev.name == "Kassym-Jomart Tokayev"
    assert tokayev.id != entity(actors, "Petrenka").id
    assert "The head of state" in {m.text for m in tokayev.mentions}


def test_an_acronym_joins_its_expansion(read_parse: Read) -> None:
    body = entity(cast(read_parse, TWO_PRESIDENTS), "CSTO")
    assert body.name.endswith("Collective Security Treaty Organization")
    assert (body.sector, body.code) == ("IGO", "IGO")


def test_an_office_gives_country_sector_and_code(read_parse: Read) -> None:
    tokayev = entity(cast(read_parse, TWO_PRESIDENTS), "Tokaev")
    assert (tokayev.country, tokayev.sector, tokayev.code) == ("KAZ", "GOV", "KAZGOV")
    assert ("president", "KAZ") in {(role.title, role.of) for role in tokayev.roles}


@pytest.mark.parametrize(
    ("text", "word", "kind", "code"),
    [
        ("Two Syrian soldiers opened fire near the bridge.", "soldiers", "group", "SYRMIL"),
        ("Residents of the old town left their homes.", "Residents", "group", "CVL"),
        ("Masked gunmen attacked the convoy at dawn.", "gunmen", "group", "UAF"),
        ("Angry protesters blocked the main road.", "protesters", "group", "PRO"),
        ("A spokesman for the ministry declined to comment.", "spokesman", "person", "GOV"),
    ],
)
def test_a_nominal_that_acts_is_adopted_with_its_code(
    read_parse: Read, text: str, word: str, kind: str, code: str
) -> None:
    found = adopt(read_parse, text, word)
    assert found is not None
    assert (found.kind, found.code) == (kind, code)


def test_what_cannot_act_is_not_adopted(read_parse: Read) -> None:
    assert adopt(read_parse, "The table stood in the corner.", "table") is None


def test_nominals_are_entities_only_when_adopted(read_parse: Read) -> None:
    assert cast(read_parse, "Gunmen attacked the convoy.").entities() == ()


@pytest.mark.parametrize("text", ["", " ", "x", "’s", "The", "🙂 ‘’", "(((", "Mr"])
def test_odd_texts_raise_nothing(read_parse: Read, text: str) -> None:
    parse = read_parse(text)
    actors = find_entities(parse, ())
    for token in range(-1, len(parse) + 1):
        actors.at(token)
        actors.adopt(token)
    actors.entities()
