"""Actors as CSV: a line an actor, or a line for each time it was one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.codebooks import load_codebooks
from dateline.errors import BadCodebook
from dateline.records.codebooks import Codebooks

HEADER = "name,aliases,code,country,sector,kind,start,end\n"


def load(tmp_path: Path, text: str) -> Codebooks:
    path = tmp_path / "own.csv"
    path.write_text(text, "utf-8")
    found = load_codebooks([path])
    assert found is not None
    return found


def test_lines_of_one_name_are_one_actor_at_different_times(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        HEADER + "Rapid Support Forces,RSF|Janjaweed,,Sudan,mil,organization,,2023-04\n"
        "Rapid Support Forces,,Rebels (RSF),SDN,REB,,2023-05,\n",
    )
    (actor,) = found.actors
    assert actor.names == ("Rapid Support Forces", "RSF", "Janjaweed")
    assert actor.kind == "organization"
    assert actor.names_one
    before, after = actor.codings
    assert (before.code, before.country, before.sector) == ("SDNMIL", "SDN", "MIL")
    assert (before.first, before.last) == (None, date(2023, 4, 30))
    assert (after.code, after.first) == ("Rebels (RSF)", date(2023, 5, 1))
    assert after.where == "own.csv:3"
    assert found.notices == ()


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_columns_may_be_set_apart_by_commas_semicolons_or_tabs(tmp_path: Path, sign: str) -> None:
    found = load(tmp_path, f'# mine\nname{sign}code\n"Smith, John"{sign}GBRGOV\n')
    assert found.actors[0].names == ("Smith, John",)
    assert found.actors[0].codings[0].where == "own.csv:3"


def test_a_code_without_columns_for_it_is_taken_apart(tmp_path: Path) -> None:
    found = load(tmp_path, "name,code\nHealth Union,KAZMED\n")
    coding = found.actors[0].codings[0]
    # MED is health in PLOVER's codes, media in CAMEO's.
    assert (coding.country, coding.sector) == ("KAZ", "MED")


def test_all_that_is_wrong_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = (
        "name,code,country,sector,start,end\nRSF,,Soudan,REB,,\nABC,X,,mill,2023-4-1,\n"
        ",X,,,,\nDEF,,,,,\nGHI,X,,,2024,2023\nJKL,X,,,,,a,b\n"
    )
    with pytest.raises(BadCodebook) as caught:
        load(tmp_path, text)
    told = caught.value.message.splitlines()
    assert [line.split("line ")[1].split(":")[0] for line in told] == list("2334567")
    for line, words in zip(
        told,
        ("Soudan", "MILL", "2023-4-1", "no name", "no code", "before the start", "8 cells"),
        strict=True,
    ):
        assert words in line


def test_a_column_that_is_not_used_and_codes_for_the_same_days_are_noted(tmp_path: Path) -> None:
    found = load(tmp_path, "name,code,note\nA B,X,1\nA B,Y,2\n")
    assert '"note" is not used' in found.notices[0]
    assert "line 3" in found.notices[1]
    assert [coding.code for coding in found.actors[0].codings] == ["X", "Y"]


def test_quotation_marks_that_never_close_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadCodebook, match="broken quotation marks"):
        load(tmp_path, 'name,code\n"open,X\n')
