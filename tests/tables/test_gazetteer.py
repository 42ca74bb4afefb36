"""The gazetteer: what it knows, and how it is opened."""

from __future__ import annotations

import pytest

from dateline.tables.gazetteer import Gazetteer, fold, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Alma-Ata", "Almaty"),
        ("Nur-Sultan", "Astana"),
        ("Kiev", "Kyiv"),
        ("Saigon", "Ho Chi Minh City"),
        ("Leningrad", "Saint Petersburg"),
        ("Bombay", "Mumbai"),
        ("Алматы", "Almaty"),
        ("Burma", "Myanmar"),
        ("Holland", "Netherlands"),
        ("Britain", "United Kingdom"),
        ("Ivory Coast", "Ivory Coast"),
    ],
)
def test_former_and_other_names_lead_to_the_place(gazetteer, name, shown):
    assert gazetteer.name(gazetteer.find(fold(name))[0].row) == shown


def test_an_abbreviation_is_found_only_with_its_dot(gazetteer):
    assert [c.feature for c in gazetteer.find("." + fold("Mass."))] == ["ADM1"]
    assert all(c.feature != "ADM1" for c in gazetteer.find(fold("Mass")))


def test_a_county_lies_in_its_state(gazetteer):
    (parish,) = gazetteer.find(fold("Rapides Parish"))
    assert gazetteer.name(parish.admin1) == "Louisiana"
    assert gazetteer.country_code(parish.country) == "USA"


def test_an_unknown_name_has_no_places(gazetteer):
    assert gazetteer.find(fold("Qwertyuiopville")) == ()
    assert gazetteer.find("") == ()
