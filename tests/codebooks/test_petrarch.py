"""PETRARCH's dictionaries: what a line means, and what is said of one that means nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.codebooks import load_codebooks
from dateline.errors import BadCodebook, UsageError
from dateline.records.codebooks import Actor, Agent, Codebooks, to_days


def load(tmp_path: Path, text: str) -> Codebooks:
    path = tmp_path / "own.actors.txt"
    path.write_text(text, "utf-8")
    found = load_codebooks(path)
    assert found is not None
    return found


def only(found: Codebooks) -> Actor:
    (actor,) = found.actors
    return actor


def refused(tmp_path: Path, text: str) -> str:
    with pytest.raises(BadCodebook) as caught:
        load(tmp_path, text)
    return caught.value.message


def test_an_actor_has_its_synonyms_and_its_codes_with_their_days(tmp_path: Path) -> None:
    actor = only(
        load(
            tmp_path,
            "# ours\nRAPID_SUPPORT_FORCES_   # paramilitary\n+RSF_ ; comment\n"
            "\t[SDNMIL <230414]\n\t[SDNREB >20230415]\n\t[SDN 19700101-991231]\n",
        )
    )
    assert actor.names == ("RAPID SUPPORT FORCES", "RSF")
    assert [(one.code, one.first, one.last) for one in actor.codings] == [
        ("SDNMIL", None, date(2023, 4, 14)),
        ("SDNREB", date(2023, 4, 15), None),
        ("SDN", date(1970, 1, 1), date(1999, 12, 31)),
    ]
    assert [one.where for one in actor.codings] == [f"own.actors.txt:{n}" for n in (4, 5, 6)]
    assert (actor.codings[1].country, actor.codings[1].sector) == ("SDN", "REB")


def test_days_at_the_borders_of_a_code_are_its_own(tmp_path: Path) -> None:
    actor = only(load(tmp_path, "A_B [XXX]\n\t[USAGOV 20010120-20090120]\n"))

    def code_on(day: str) -> str | None:
        coding = actor.coding(to_days(day))
        return coding.code if coding else "none"

    assert [code_on(f"2001-01-{day}") for day in (19, 20)] == ["XXX", "USAGOV"]
    assert [code_on(f"2009-01-{day}") for day in (20, 21)] == ["USAGOV", "XXX"]
    # A month that lies in a range as a whole, and one that only begins there.
    assert [code_on(month) for month in ("2008-12", "2009-01")] == ["USAGOV", "XXX"]
    assert actor.coding(None) is not None


def test_codes_may_stand_behind_the_name_as_tabari_has_them(tmp_path: Path) -> None:
    actor = only(load(tmp_path, "BILL_CLINTON [USAELI <930120][USAGOV 930120-010120]\n"))
    assert [one.code for one in actor.codings] == ["USAELI", "USAGOV"]
    assert actor.codings[1].last == date(2001, 1, 20)


def test_dates_with_the_month_first_are_read_where_they_can_be_nothing_else(
    tmp_path: Path,
) -> None:
    found = load(tmp_path, "A_B\n\t[XXX 010195-123199]\n")
    assert only(found).codings[0].last == date(1999, 12, 31)
    assert "line 2" in found.notices[0]
    assert "MMDDYY" in found.notices[0]
    mixed = refused(tmp_path, "A_B\n\t[XXX 010195-123199]\n\t[YYY >991231]\n")
    assert 'line 2: found "010195"' in mixed


def test_agents_have_plurals_sets_of_words_and_a_side_for_their_code(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        "CONGRESS!PERSON! [~LEG]\n!PERSON! = MAN, MEN\nPOLICE_OFFICER [~COP] # a note\n"
        "AIR_FORCE {} [~MIL]\nATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOVATG]\nCHARITY [NGO~]\n",
    )
    agents: dict[str, Agent] = {agent.forms[0]: agent for agent in found.agents}
    assert [agent.forms for agent in found.agents] == [
        ("CONGRESSMAN", "CONGRESSMEN"),
        ("POLICE OFFICER", "POLICE OFFICERS"),
        ("AIR FORCE",),
        ("ATTORNEY GENERAL", "ATTORNEYS GENERAL"),
        ("CHARITY", "CHARITIES"),
    ]
    assert (agents["CHARITY"].code, agents["CHARITY"].goes_first) == ("NGO", True)
    assert (agents["ATTORNEY GENERAL"].sector, agents["AIR FORCE"].goes_first) == ("GOV", False)


def test_comments_are_left_out_and_lines_keep_their_numbers(tmp_path: Path) -> None:
    found = load(tmp_path, "<!-- two\nlines -->\n\nSUDAN [SDN] <!-- one -->\n")
    assert only(found).codings[0].where == "own.actors.txt:4"


def test_all_that_is_wrong_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    message = refused(
        tmp_path,
        "SUDAN [SDN]\n\t[SDNMIL 2023041]\n\t[SDNMIL 20230231-20240101]\n\t[X 250101-350101]\n"
        "+SUDANESE [X]\nRSF [SDNREB\nPOLICE [~LEG}\nCONGRESS!PERSON! [~LEG]\n",
    )
    told = message.splitlines()
    assert [f"line {number}:" in line for number, line in enumerate(told, 2)] == [True] * 7
    assert str(tmp_path / "own.actors.txt") in told[0]
    assert '"20230231"' in told[1]
    assert "YYYYMMDD" in told[2]
    assert "!PERSON!" in told[6]
    assert issubclass(BadCodebook, UsageError)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("--- ATTACK [190] ---\nATTACK\n", "a dictionary of verbs"),
        ("# nothing\n", "found no actors"),
        ("[SDN]\n", "the name of an actor before its codes"),
        ("+RSF\n", "an actor before its synonyms"),
        ("A!B! C [~X]\n", "a set of words that is defined"),
        ("___ [SDN]\n", "expected a name"),
    ],
)
def test_a_line_out_of_place_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in refused(tmp_path, text)


def test_a_name_without_code_and_one_that_stands_twice_are_noted(tmp_path: Path) -> None:
    found = load(tmp_path, "NOBODY\nRSF [SDNMIL]\nOTHER [XXX]\n+RSF\n")
    assert ["line 1" in found.notices[0], "line 3" in found.notices[1]] == [True, True]
    assert "stands in line 2 too" in found.notices[1]
    assert found.actors[0].coding(None) is not None
    assert found.actors[0].codings[0].code is None


def test_a_file_that_is_missing_or_no_text_is_told_by_its_path(tmp_path: Path) -> None:
    with pytest.raises(BadCodebook, match=r"none\.txt cannot be read"):
        load_codebooks(tmp_path / "none.txt")
    (tmp_path / "zip").write_bytes(b"PK\0\0")
    with pytest.raises(BadCodebook, match="zero bytes"):
        load_codebooks(tmp_path / "zip")


def test_a_file_in_windows_1252_is_read_and_noted(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("CÔTE_D'IVOIRE [CIV]\n".encode("cp1252"))
    found = load_codebooks(path)
    assert found is not None
    assert found.actors[0].names == ("CÔTE D'IVOIRE",)
    assert "Windows-1252" in found.notices[0]
