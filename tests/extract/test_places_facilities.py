"""Buildings, employers and teams: what of them is a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.places import find_places
from dateline.records.parses import Parse
from dateline.records.readings import Place

ReadParse = Callable[[str], Parse]


def places(read_parse: ReadParse, text: str) -> dict[str, Place]:
    """Return the places of a text by the words of every mention."""
    found = find_places(read_parse(text))
    return {span.text: place for place in found for span in place.mentions}


@pytest.mark.parametrize(
    ("text", "building"),
    [
        ("The prize was handed over in the Old Mint Hall in Porto.", "Old Mint Hall"),
        ("Police stormed the Al-Rashid Hotel in Baghdad.", "Al-Rashid Hotel"),
        (
            "They met at the Friends of the Young Republic Hall in Porto.",
            "Friends of the Young Republic Hall",
        ),
    ],
)
def test_a_building_where_something_is_stands_at_its_town(
    read_parse: ReadParse, text: str, building: str
) -> None:
    found = places(read_parse, text)
    town = found["Baghdad" if "Baghdad" in text else "Porto"]
    assert (found[building].lat, found[building].lon) == (town.lat, town.lon)
    assert found[building].why["geonameid"] == "not-in-gazetteer"


def test_a_building_that_acts_is_no_place(read_parse: ReadParse) -> None:
    assert "Old Mint Hall" not in places(read_parse, "The Old Mint Hall said it would close.")


def test_any_towns_town_hall_is_no_place_of_its_own(read_parse: ReadParse) -> None:
    assert "City Hall" not in places(read_parse, "The council met at City Hall on Monday.")


def test_a_hospital_that_employs_is_no_place(read_parse: ReadParse) -> None:
    text = "It was food poisoning, said Dr. Harold Prado, from the Prado Memorial Hospital."
    assert places(read_parse, text) == {}


def test_the_short_name_of_a_building_is_the_long_one(read_parse: ReadParse) -> None:
    text = (
        "The show opens at the Ana Prado Science Museum in Porto. "
        "Tickets for the evening are sold at the Prado Science Museum."
    )
    found = places(read_parse, text)
    assert found["Prado Science Museum"] == found["Ana Prado Science Museum"]


def test_a_town_before_its_mayors_title_is_a_place(read_parse: ReadParse) -> None:
    found = places(read_parse, "“Nobody was warned,” said Mabini Vice-Mayor Ester Cruz.")
    assert found["Mabini"].country == "PHL"


@pytest.mark.parametrize(
    "text",
    [
        "The silver medal went to Poland and the bronze to Armenia.",
        "The hosts lost to Brazil on penalties.",
    ],
)
def test_a_team_is_no_place(read_parse: ReadParse, text: str) -> None:
    assert places(read_parse, text) == {}


def test_a_name_that_is_torn_at_a_full_stop_is_one(read_parse: ReadParse) -> None:
    found = find_places(read_parse("She spoke in Washington D.C. The six left for Ohio."))
    assert "District of Columbia" not in [place.name for place in found]


@pytest.mark.parametrize(
    "text",
    [
        "Two detachments were attacked in the country's Eastern Region.",
        "They met on the Kazakh side of the border.",
        "She spoke about her N.Y.U. years.",
    ],
)
def test_directions_adjectives_and_acronyms_are_no_places(read_parse: ReadParse, text: str) -> None:
    assert places(read_parse, text) == {}


def test_a_region_named_after_a_direction_is_a_place_in_its_country(read_parse: ReadParse) -> None:
    found = places(read_parse, "Cholera spread in the Eastern Region of Uganda and in Kampala.")
    assert found["Eastern Region"].country == "UGA"


def test_a_side_of_a_city_is_no_town_of_that_name(read_parse: ReadParse) -> None:
    found = places(read_parse, "He was shot on the Southwest Side of Chicago.")
    assert all(place.country != "TUR" for place in found.values())
    assert found["Chicago"].admin1 == "Illinois"
