"""Actors of a user's own dictionaries: found, joined and coded as the user says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dateline.extract.entities import find_entities
from dateline.extract.entities.own_names import OwnNames
from dateline.records.codebooks import Actor, Agent, Codebooks, Coding
from dateline.records.parses import Parse
from dateline.records.readings import Entity

Reads = Callable[[str], Parse]
DAY = "2023-05-02"


def coding(code: str | None, country: str | None = None, sector: str | None = None) -> Coding:
    return Coding(code, country, sector, where="own.txt:1")


def entities(
    parse: Parse, own: Codebooks | None, published: str | None = DAY, adopt: str = ""
) -> dict[str, Entity]:
    cast = find_entities(parse, (), own, published)
    for token, word in enumerate(parse.words):
        if word in adopt.split():
            cast.adopt(token)
    return {entity.name: entity for entity in cast.entities()}


RSF = Actor(
    ("RAPID SUPPORT FORCES", "RSF"),
    (
        replace(coding("SDNMIL", "SDN", "MIL"), last=date(2023, 4, 14)),
        replace(coding("SDNREB", "SDN", "REB"), first=date(2023, 4, 15)),
    ),
)


def test_the_code_of_the_articles_day_goes_before_ours(read_parse: Reads) -> None:
    parse = read_parse("The Rapid Support Forces shelled Nyala. The RSF denied it.")
    own = Codebooks(actors=(RSF,))
    ours = entities(parse, None)["Rapid Support Forces"]
    codes = {day: entities(parse, own, day)["Rapid Support Forces"] for day in (DAY, "2020-01-01")}
    assert codes[DAY].code == "SDNREB"
    assert (codes[DAY].country, codes[DAY].sector) == ("SDN", "REB")
    assert codes[DAY].coded_by == "own.txt:1"
    assert codes["2020-01-01"].code == "SDNMIL"
    assert ours.code not in {"SDNREB", "SDNMIL"}
    assert [mention.text for mention in codes[DAY].mentions][-1] == "The RSF"


def test_where_no_code_holds_ours_stays_and_the_record_says_why(read_parse: Reads) -> None:
    parse = read_parse("The Rapid Support Forces shelled Nyala.")
    own = Codebooks(actors=(replace(RSF, codings=RSF.codings[1:]),))
    ours = entities(parse, None)["Rapid Support Forces"]
    for day, reason in (("2020-01-01", "other-dates"), (None, "no-publication-date")):
        found = entities(parse, own, day)["Rapid Support Forces"]
        assert (found.code, found.coded_by) == (ours.code, None)
        assert found.why["coded_by"] == reason


def test_a_name_that_the_recogniser_knows_not_is_found(read_parse: Reads) -> None:
    parse = read_parse("On Monday mai-mai Kifuafua and al-Zorbani signed a truce.")
    militia = Actor(("Mai-Mai Kifuafua",), (coding("Mai Mai Militia", "COD", "UAF"),), kind="group")
    sheikh = Actor(("AL ZORBANI",), (coding("CODREL", "COD", "REL"),), kind="person")
    assert "Mai-Mai Kifuafua" not in str(entities(parse, Codebooks(actors=(militia,))).keys())
    lower = replace(militia, names=("mai-mai Kifuafua",))
    found = entities(parse, Codebooks(actors=(lower, sheikh)))
    assert found["mai-mai Kifuafua"].kind == "group"
    assert found["mai-mai Kifuafua"].code == "Mai Mai Militia"
    person = next(one for one in found.values() if "Zorbani" in one.name)
    assert (person.kind, person.code) == ("person", "CODREL")


def test_aliases_of_a_line_are_one_actor_and_synonyms_of_persons_are_not(
    read_parse: Reads,
) -> None:
    parse = read_parse("Ali Hassan met Omar Farid. Then Omar Farid left.")
    both = Actor(("Ali Hassan", "Omar Farid"), (coding("SDNGOV", "SDN", "GOV"),))
    assert len(entities(parse, Codebooks(actors=(both,)))) == 1
    apart = entities(parse, Codebooks(actors=(replace(both, names_one=False),)))
    assert sorted(apart) == ["Ali Hassan", "Omar Farid"]
    assert {one.code for one in apart.values()} == {"SDNGOV"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It may rain, he told us in the aid office, and it is late.", []),
        ("In May the US said that IS had lost.", ["us", "is"]),
        ("AID arrived.", ["aid"]),
    ],
)
def test_names_in_capitals_are_not_found_in_common_words(
    read_parse: Reads, text: str, found: list[str]
) -> None:
    names: OwnNames[str] = OwnNames([(name, name) for name in ("MAY", "US", "IS", "AID")])
    assert [hit.pieces[0] for hit in names.find(read_parse(text))] == found


def test_the_longest_name_is_found_and_a_longer_name_is_another(read_parse: Reads) -> None:
    names: OwnNames[int] = OwnNames([("NILE", 1), ("BLUE NILE MOVEMENT", 2), ("nile movement", 3)])
    hits = names.find(read_parse("The Blue Nile Movement and the Nile-Movement spoke of the Nile."))
    assert [hit.entry for hit in hits] == [2, 3, 1]
    parse = read_parse("Kabul University said on Monday that it had closed.")
    own = Codebooks(actors=(Actor(("KABUL",), (coding("AFG", "AFG"),), names_one=False),))
    assert entities(parse, own)["Kabul University"].coded_by is not None
    assert "own.txt:1" not in {one.coded_by for one in entities(parse, own).values()}


def test_agents_are_coded_behind_their_country(read_parse: Reads) -> None:
    parse = read_parse("Ruritanian tax officers detained two Kenyan herders.")
    own = Codebooks(
        actors=(Actor(("RURITANIAN",), (coding("RUR"),), names_one=False),),
        agents=(
            Agent(("TAX OFFICER", "TAX OFFICERS"), "TAX", "own.txt:2"),
            Agent(("HERDER", "HERDERS"), "AGR", "own.txt:3", "AGR"),
        ),
    )
    found = entities(parse, own, adopt="officers herders")
    assert found["Ruritanian tax officers"].code == "RURTAX"
    assert found["Ruritanian tax officers"].coded_by == "own.txt:2"
    herders = next(one for name, one in found.items() if "herders" in name)
    assert (herders.code, herders.sector, herders.coded_by) == ("KENAGR", "AGR", "own.txt:3")


def test_a_code_in_front_and_a_code_that_is_there_already(read_parse: Reads) -> None:
    parse = read_parse("Kenyan charities met Kenyan army officers.")
    own = Codebooks(
        actors=(Actor(("KENYAN ARMY",), (coding("KENMIL", "KEN", "MIL"),)),),
        agents=(
            Agent(("CHARITY", "CHARITIES"), "NGO", "own.txt:2", "NGO", goes_first=True),
            Agent(("OFFICER", "OFFICERS"), "MIL", "own.txt:3", "MIL"),
        ),
    )
    found = entities(parse, own, adopt="charities officers")
    codes = {name.split()[-1]: one.code for name, one in found.items()}
    assert codes["charities"] == "NGOKEN"
    assert codes["officers"] == "KENMIL"


def test_fighters_of_a_body_act_for_it_and_its_foes_do_not(read_parse: Reads) -> None:
    own = Codebooks(actors=(Actor(("Kifuafua",), (coding("Mai Mai Militia", "COD", "UAF"),)),))
    for words, code in (
        ("Kifuafua fighters", True),
        ("Fighters of the Kifuafua", True),
        ("Kifuafua's own fighters", True),
        ("Anti-Kifuafua fighters", False),
        ("Fighters against the Kifuafua", False),
    ):
        parse = read_parse(f"{words} burned a village.")
        found = entities(parse, own, adopt="fighters Fighters").values()
        acting = [one for one in found if "ighters" in one.name]
        assert [one.code == "Mai Mai Militia" for one in acting] == [code], words


def test_a_null_code_says_that_it_is_one(read_parse: Reads) -> None:
    parse = read_parse("The Rapid Support Forces shelled Nyala.")
    own = Codebooks(actors=(replace(RSF, codings=(coding(None),)),))
    found = entities(parse, own)["Rapid Support Forces"]
    assert (found.code, found.why["code"]) == (None, "null-code")


def test_without_dictionaries_nothing_says_so(read_parse: Reads) -> None:
    parse = read_parse("The Rapid Support Forces shelled Nyala.")
    assert entities(parse, Codebooks()) == entities(parse, None)
    assert all(one.coded_by is not None for one in entities(parse, None).values())
