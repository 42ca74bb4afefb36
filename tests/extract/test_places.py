"""Places: which names place something, and where they lie."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.places import find_places
from dateline.extract.places.resolution import Unit, resolve
from dateline.records.parses import Parse
from dateline.records.readings import Place
from dateline.tables.gazetteer import fold, open_gazetteer

ReadParse = Callable[[str], Parse]


def places(read_parse: ReadParse, text: str) -> dict[str, Place]:
    """Return the places of a text by the words of every mention."""
    found = find_places(read_parse(text))
    return {span.text: place for place in found for span in place.mentions}


def test_a_town_lies_in_the_state_that_is_named_after_it(read_parse: ReadParse) -> None:
    found = places(read_parse, "A storm tore roofs off in Toledo, Ohio, on Monday.")
    assert found["Toledo"].admin1 == "Ohio"
    assert found["Ohio"].feature == "ADM1"


def test_two_towns_of_one_name_stay_two_where_the_text_tells_them_apart(
    read_parse: ReadParse,
) -> None:
    found = find_places(read_parse("She moved from Paris, Texas, to Paris, France, in May."))
    towns = [(p.country, p.admin1) for p in found if p.name == "Paris"]
    assert [country for country, _ in towns] == ["USA", "FRA"]
    assert towns[0][1] == "Texas"


def test_names_of_one_country_are_one_place(read_parse: ReadParse) -> None:
    text = "Trade with the U.S. fell. Flights to the United States were cancelled."
    (place,) = find_places(read_parse(text))
    assert (place.name, place.country, len(place.mentions)) == ("United States", "USA", 2)


def test_a_former_name_leads_to_the_place_of_today(read_parse: ReadParse) -> None:
    found = places(read_parse, "He was born in Leningrad and studied in Alma-Ata.")
    assert found["Leningrad"].name == "Saint Petersburg"
    assert found["Alma-Ata"].name == "Almaty"


def test_small_towns_that_fit_each_other_outvote_a_famous_name(read_parse: ReadParse) -> None:
    text = (
        "Fire crews from Paris and Cooper were called out in Lamar County on Friday. "
        "Two barns burned down outside Paris, and a third near Blossom."
    )
    assert places(read_parse, text)["Paris"].admin1 == "Texas"


def test_a_famous_name_stands_for_the_famous_place_elsewhere(read_parse: ReadParse) -> None:
    found = places(read_parse, "Shops closed in Paris and in Lyon after the strike.")
    assert found["Paris"].country == "FRA"


def test_a_government_is_no_place(read_parse: ReadParse) -> None:
    found = places(read_parse, "Moscow denied the claim. Shells fell near Donetsk.")
    assert "Moscow" not in found
    assert "Donetsk" in found


def test_an_adjective_is_no_place_and_ground_is(read_parse: ReadParse) -> None:
    found = places(read_parse, "The US dollar fell. Two US cities were flooded.")
    assert len(found["US"].mentions) == 1


def test_a_word_of_a_body_is_no_place_unless_the_body_is_local(read_parse: ReadParse) -> None:
    assert places(read_parse, "The Bank of England raised its rate.") == {}
    found = places(read_parse, "Officers of the Toledo Police Department closed the road.")
    assert found["Toledo"].country == "USA"


def test_a_province_is_chosen_where_the_text_says_province(read_parse: ReadParse) -> None:
    found = places(read_parse, "Villages were flooded in Aktobe region.")
    assert found["Aktobe"].feature == "ADM1"


def test_states_in_a_list_are_states(read_parse: ReadParse) -> None:
    found = places(read_parse, "Cases were found in Oregon, Washington and Idaho.")
    assert found["Washington"].feature == "ADM1"


def test_an_unknown_place_has_a_reason_for_each_field(read_parse: ReadParse) -> None:
    found = places(read_parse, "The clinic in the village of Qarzhatum was shelled.")
    place = found["Qarzhatum"]
    assert place.lat is None
    codes = {"precision.acled", "precision.ucdp"}
    missing = {"geonameid", "lat", "lon", "country", "admin1", "feature"} | codes
    assert missing == set(place.why)
    assert set(place.why.values()) == {"not-in-gazetteer", "not-applicable"}


def test_an_unknown_place_gets_the_point_of_the_town_beside_it(read_parse: ReadParse) -> None:
    found = places(read_parse, "Police searched Zorblatt Airport near Toledo, Ohio.")
    place = found["Zorblatt Airport"]
    assert (place.geonameid, place.feature) == (None, None)
    assert place.lat == found["Toledo"].lat


def test_every_mention_is_the_text_at_its_span(read_parse: ReadParse) -> None:
    text = (
        "ALMATY (Reuters) — Troops left Kazakhstan’s largest city for Astana, Атырау and L'Aquila."
    )
    for place in find_places(read_parse(text)):
        for span in place.mentions:
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("text", ["", "Of", "(", "U.S.", "… — …", "İİİ ʻʻʻ Ⅷ", "Near ", "X, Y, Z"])
def test_no_text_raises(read_parse: ReadParse, text: str) -> None:
    assert isinstance(find_places(read_parse(text)), tuple)


def test_an_empty_parse_has_no_places() -> None:
    none: list[str] = []
    empty = Parse("", none, none, none, none, none, none, [], [], [], none, [], [], [])
    assert find_places(empty) == ()


def test_names_without_candidates_are_resolved_to_nothing() -> None:
    assert resolve([Unit("nowhere", 1, ()), Unit("noplace", 2, ())]) == [None, None]


def test_the_order_of_the_names_does_not_change_their_places() -> None:
    gazetteer = open_gazetteer()
    names = ["Springfield", "Paris", "Illinois", "Decatur", "Chicago"]
    units = [Unit(fold(name), 1, gazetteer.find(fold(name))) for name in names]
    forward = dict(zip(names, resolve(units), strict=True))
    backward = dict(zip(names[::-1], resolve(units[::-1]), strict=True))
    assert forward == backward


def test_an_acronym_that_the_text_gives_a_place_is_that_place(read_parse: ReadParse) -> None:
    text = "Rebels took towns in the Central African Republic (CAR). Aid to the CAR was cut."
    (place,) = find_places(read_parse(text))
    assert (place.country, len(place.mentions)) == ("CAF", 3)


def test_a_city_is_meant_rather_than_the_region_of_its_name(read_parse: ReadParse) -> None:
    found = places(read_parse, "Shells fell near Donetsk. Power failed in Luhansk region.")
    assert found["Donetsk"].feature == "PPL"
    assert found["Luhansk"].feature == "ADM1"


def test_a_dateline_in_capitals_is_a_place_after_a_headline_too(read_parse: ReadParse) -> None:
    text = "Mayor offers plan to mend roads. TORRINGTON — Mayor Ann Lee spoke on Monday."
    assert "TORRINGTON" in places(read_parse, text)


def test_the_home_of_a_person_is_a_place(read_parse: ReadParse) -> None:
    found = places(read_parse, "A Kettering man was hurt. Joe Hall, 29, of Xenia, was not.")
    assert {"Kettering", "Xenia"} <= set(found)


def test_a_demonym_near_a_border_is_no_place(read_parse: ReadParse) -> None:
    assert "Syrian" not in places(read_parse, "Shells fell near the Syrian border on Monday.")


def test_an_adjective_of_nationality_is_no_place(read_parse: ReadParse) -> None:
    found = places(read_parse, "A film was shown on Kazakh television in Astana on Monday.")
    assert "Kazakh" not in found
    assert "Astana" in found


def test_a_city_beside_a_region_stays_the_city(read_parse: ReadParse) -> None:
    text = "A state of emergency applies to Almaty, the Mangystau region and Aktau in Kazakhstan."
    assert places(read_parse, text)["Almaty"].feature in {"PPL", "PPLA"}


def test_a_district_does_not_go_to_a_namesake_across_the_world(read_parse: ReadParse) -> None:
    text = "Power was cut in Almaty. In the Samal district residents waited for buses."
    found = places(read_parse, text)
    assert all(place.country != "PHL" for place in found.values())
