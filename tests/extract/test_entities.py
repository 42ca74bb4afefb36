"""The persons, bodies, groups and states of a text, and what is joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.entities import find_entities
from dateline.extract.places import find_places
from dateline.records.actors import Actors
from dateline.records.parses import Parse
from dateline.records.readings import Entity
from dateline.records.texts import mark

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


def named(read_parse: Read, text: str) -> dict[str, Entity]:
    return {e.name: e for e in cast(read_parse, text).entities()}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ms. Anna Marlow left early. Marlow gave no reason.", "Ms. Anna Marlow", "Marlow"),
        ("John Hobart and Peter Hobart met. Peter Hobart spoke first.", "Peter Hobart", "Peter"),
        ("The Union of Free Bakers (UFB) met on Monday. UFB declined.", "UFB", "Union of Free"),
        ("The United Nations met. The UN adjourned.", "The UN", "The United Nations"),
        ("The US State Department spoke. The State Department said no.", "State Department", "US"),
    ],
)
def test_names_of_one_actor_are_joined(read_parse: Read, text: str, one: str, other: str) -> None:
    found = [e for e in cast(read_parse, text).entities() if any(one in m.text for m in e.mentions)]
    assert len(found) == 1
    assert any(other in mention.text for mention in found[0].mentions)


def test_namesakes_with_other_given_names_stay_two(read_parse: Read) -> None:
    found = named(read_parse, "John Hobart accused Peter Hobart of fraud. Peter Hobart denied it.")
    assert {"John Hobart", "Peter Hobart"} <= set(found)


def test_a_person_and_the_body_named_after_him_stay_two(read_parse: Read) -> None:
    text = "Carl Brandt founded the Carl Brandt University in 1990. Brandt retired last year."
    kinds = {e.kind for e in cast(read_parse, text).entities() if "Brandt" in e.name}
    assert kinds == {"person", "organization"}


def test_the_president_in_focus_is_the_one_of_the_country_named(read_parse: Read) -> None:
    text = (
        "President Ana Diaz of Peru met President Luis Rojas of Chile on Friday. "
        "The Chilean president called the talks useful."
    )
    assert "The Chilean president" in {
        m.text for m in entity(cast(read_parse, text), "President Luis Rojas").mentions
    }


def test_an_adjective_of_nationality_is_no_state_but_gives_the_country(read_parse: Read) -> None:
    text = "Kenyan soldiers crossed the river."
    assert cast(read_parse, text).entities() == ()
    soldiers = adopt(read_parse, text, "soldiers")
    assert soldiers is not None
    assert soldiers.country == "KEN"


def test_a_capital_that_speaks_is_its_government(read_parse: Read) -> None:
    text = "Moscow rejected the proposal. Ivan Orlov was born in Moscow."
    (russia,) = [e for e in cast(read_parse, text).entities() if e.kind == "state"]
    assert (russia.name, russia.code, len(russia.mentions)) == ("Russia", "RUS", 1)


def test_the_country_is_a_mention_of_the_state(read_parse: Read) -> None:
    text = "Fuel prices rose across Kenya in March. Doctors in the country went on strike."
    assert "the country" in {m.text for m in entity(cast(read_parse, text), "Kenya").mentions}


def test_officials_of_a_body_of_states_carry_its_code(read_parse: Read) -> None:
    found = adopt(read_parse, "A United Nations spokesman criticised the vote.", "spokesman")
    assert found is not None
    assert (found.sector, found.code) == ("GOV", "IGOGOV")


def test_former_holders_of_an_office_are_elites(read_parse: Read) -> None:
    text = "A former Kenyan minister was arrested."
    found = adopt(read_parse, text, "minister")
    assert found is not None
    assert found.code == "KENELI"


def test_actors_without_a_country_get_the_one_the_text_is_about(read_parse: Read) -> None:
    text = "Protests spread across Kazakhstan on Monday. In Almaty, protesters broke into a bank."
    parse = read_parse(text)
    actors = find_entities(parse, ())
    known = actors.adopt(parse.words.index("protesters"))
    assert known is not None
    assert actors.get(known).code == "KAZPRO"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Police said two of them had fled. Two of the guards fled.", "Two", "the guards"),
        ("Many of the soldiers fled.", "Many", "the soldiers"),
        ("A group of farmers blocked the road.", "group", "A group of farmers"),
        ("The guards who opened the gate fled.", "who", "The guards"),
    ],
)
def test_quantities_and_relatives_lead_to_their_nominal(
    read_parse: Read, text: str, word: str, name: str
) -> None:
    found = adopt(read_parse, text, word)
    assert found is not None
    assert found.name == name


def test_repeated_mentions_of_a_nominal_are_one_actor(read_parse: Read) -> None:
    text = "Two gunmen attacked a market. The gunmen fled on foot."
    parse = read_parse(text)
    actors = find_entities(parse, ())
    tokens = [n for n, word in enumerate(parse.words) if word == "gunmen"]
    assert len({actors.adopt(token) for token in tokens}) == 1


def test_pronouns_follow_gender_and_number(read_parse: Read) -> None:
    text = "Mary Olsen met Peter Brun in Oslo. She thanked him."
    actors = cast(read_parse, text)
    assert "She" in {m.text for m in entity(actors, "Mary Olsen").mentions}
    assert "him" in {m.text for m in entity(actors, "Peter Brun").mentions}


def test_every_null_field_has_its_reason(read_parse: Read) -> None:
    for found in cast(read_parse, TWO_PRESIDENTS + " Anna Marlow agreed.").entities():
        for field in ("country", "sector", "code"):
            assert (getattr(found, field) is None) == (field in found.why)


def test_mentions_point_at_their_words_and_ids_at_the_first(read_parse: Read) -> None:
    parse = read_parse(TWO_PRESIDENTS)
    for found in find_entities(parse, ()).entities():
        assert found.id.startswith(f"e{found.mentions[0].start}")
        for mention in found.mentions:
            assert mark(parse.text, mention.start, mention.end).text == mention.text


def _named(read_parse: Callable[[str], Parse], text: str) -> dict[str, Entity]:
    parse = read_parse(text)
    return {e.name: e for e in find_entities(parse, find_places(parse)).entities()}


def test_a_person_without_an_office_gets_no_country_from_the_news(
    read_parse: Callable[[str], Parse],
) -> None:
    text = (
        "Police in Peru detained 40 people in Lima. Peru's Interior Ministry named no one. "
        "John Smith called on Peru to show restraint."
    )
    found = _named(read_parse, text)
    assert found["John Smith"].country is None
    assert found["John Smith"].why["country"] == "not-stated"


def test_a_name_is_told_without_its_title_and_the_country_of_its_office(
    read_parse: Callable[[str], Parse],
) -> None:
    text = (
        "The President of Peru Ana-Maria Diaz spoke on Monday. "
        "Minister of Internal Affairs Pedro Quispe reported to her. Diaz thanked him."
    )
    found = _named(read_parse, text)
    assert "Ana-Maria Diaz" in found
    assert "Pedro Quispe" in found
    assert len([e for e in found.values() if e.kind == "person"]) == 2


def test_a_former_president_is_not_the_sitting_one(read_parse: Callable[[str], Parse]) -> None:
    text = (
        "President Ana Diaz spoke on Monday. The former president left the country, "
        "she said. The president will return."
    )
    diaz = _named(read_parse, text)["Ana Diaz"]
    said = {mention.text for mention in diaz.mentions}
    assert "The president" in said
    assert "The former president" not in said


def test_ministries_of_other_departments_and_groups_of_other_numbers_stay_apart(
    read_parse: Callable[[str], Parse],
) -> None:
    text = (
        "The Interior Ministry said 164 people had died. The Chilean foreign ministry "
        "protested. The ministry said 5,800 people were detained."
    )
    parse = read_parse(text)
    cast = find_entities(parse, find_places(parse))
    for token, word in enumerate(parse.lowers):
        if word in {"people", "ministry"}:
            cast.adopt(token)
    mentions = [{m.text for m in entity.mentions} for entity in cast.entities()]
    assert not any({"164 people", "5,800 people"} <= said for said in mentions)
    assert not any(
        {"The Interior Ministry", "The Chilean foreign ministry"} <= said for said in mentions
    )


def test_an_office_keeps_the_words_that_tell_which(read_parse: Callable[[str], Parse]) -> None:
    text = "Ana Diaz, the first deputy prime minister, met the bloc's secretary general, Li Wei."
    found = _named(read_parse, text)
    assert found["Ana Diaz"].roles[0].title == "first deputy prime minister"
    assert found["Li Wei"].roles[0].title == "secretary general"
    assert found["Li Wei"].sector == "GOV"
