"""What another layer may join once it knows who speaks."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.entities import find_entities
from dateline.records.parses import Parse

ReadParse = Callable[[str], Parse]

TEXT = "The surgeon saw Ana Diaz on Monday. President Luis Rojas said: “I told my aides we won.”"


def test_a_nominal_joins_a_name_and_keeps_its_id(read_parse: ReadParse) -> None:
    parse = read_parse(TEXT)
    actors = find_entities(parse, ())
    surgeon, diaz = actors.adopt(1), actors.at(parse.words.index("Diaz"))
    assert surgeon
    assert diaz
    assert surgeon != diaz
    assert actors.merge(diaz, surgeon) == diaz
    assert actors.current(surgeon) == diaz == actors.adopt(1)
    assert actors.get(surgeon).name == "Ana Diaz"
    assert {m.text for m in actors.get(diaz).mentions} == {"The surgeon", "Ana Diaz"}
    assert [e.id for e in actors.entities()].count(surgeon) == 0
    assert actors.merge(surgeon, diaz) == diaz


def test_two_names_are_not_joined(read_parse: ReadParse) -> None:
    parse = read_parse(TEXT)
    actors = find_entities(parse, ())
    diaz, rojas = (actors.at(parse.words.index(name)) for name in ("Diaz", "Rojas"))
    assert diaz
    assert rojas
    assert actors.merge(diaz, rojas) == diaz
    assert len(actors.entities()) == 2


def test_first_persons_are_the_speaker_and_a_possessive_is_no_mention(
    read_parse: ReadParse,
) -> None:
    parse = read_parse(TEXT)
    actors = find_entities(parse, ())
    rojas = actors.at(parse.words.index("Rojas"))
    assert rojas
    assert actors.adopt(parse.words.index("I")) is None
    actors.speaks(rojas, parse.words.index("“"), len(parse) + 9)
    assert actors.adopt(parse.words.index("I")) == rojas
    assert actors.at(parse.words.index("my")) == rojas
    assert actors.adopt(parse.words.index("we")) is None
    assert {m.text for m in actors.get(rojas).mentions} == {"President Luis Rojas", "I"}


def test_we_is_the_body_that_speaks(read_parse: ReadParse) -> None:
    parse = read_parse("“We regret our losses, and I know it,” the Red Cross said.")
    actors = find_entities(parse, ())
    body = actors.adopt(parse.words.index("Cross"))
    assert body
    actors.speaks(body, 0, len(parse))
    assert [actors.at(parse.words.index(word)) for word in ("We", "our", "I")] == [body, body, None]
