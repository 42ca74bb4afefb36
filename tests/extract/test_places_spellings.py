"""Names that the gazetteer knows under another spelling, and towns that share it with an area."""

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
    ("text", "words", "name"),
    [
        ("She was taken ill in Menoufia, Egypt.", "Menoufia", "Al Minūfīyah"),
        ("Wells ran dry in the Gondra district of Uttar Pradesh.", "Gondra district", "Gonda"),
    ],
)
def test_another_spelling_leads_to_the_place_in_the_stated_area(
    read_parse: ReadParse, text: str, words: str, name: str
) -> None:
    assert places(read_parse, text)[words].name == name


def test_without_a_stated_area_no_spelling_is_guessed(read_parse: ReadParse) -> None:
    found = places(read_parse, "She was taken ill in the village of Menoufia.")
    assert found["Menoufia"].geonameid is None


@pytest.mark.parametrize(
    ("text", "words", "feature"),
    [
        ("Rain fell in Porto on Monday.", "Porto", "PPL"),
        ("Shells fell near Donetsk.", "Donetsk", "PPL"),
        ("Rain fell in the Donetsk region on Monday.", "Donetsk", "ADM1"),
        ("Trains stopped at Buffalo, New York, overnight.", "New York", "ADM1"),
    ],
)
def test_a_bare_name_is_the_city_unless_the_text_says_region(
    read_parse: ReadParse, text: str, words: str, feature: str
) -> None:
    assert places(read_parse, text)[words].feature == feature


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two men were shot 12 km north of Bakhmut.", "Bakhmut"),
        ("A resident of Mabvuku, a suburb east of Harare, fell ill.", "Mabvuku"),
        ("Two died in the Mukuru kwa Njenga district of Nairobi.", "Mukuru kwa Njenga"),
        ("A blast was heard in the vicinity of Ayn Issa in northern Syria.", "Ayn Issa"),
        ("The trader, from Sukoharjo, Central Java, recovered.", "Central Java"),
    ],
)
def test_the_words_around_a_name_make_it_a_place(
    read_parse: ReadParse, text: str, words: str
) -> None:
    assert words in places(read_parse, text)


def test_a_county_is_a_county_however_many_towns_bear_its_name(read_parse: ReadParse) -> None:
    text = "The Madison County Health Department and the mayor of Edwardsville, Illinois, agreed."
    found = find_places(read_parse(text))
    county = next(place for place in found if "Madison" in place.mentions[0].text)
    assert (county.feature, county.admin1) == ("ADM2", "Illinois")


def test_the_first_word_of_a_demonym_is_no_place(read_parse: ReadParse) -> None:
    found = find_places(read_parse("The Sri Lankan government met in Colombo."))
    assert [place.name for place in found] == ["Colombo"]


def test_a_country_after_a_comma_holds_no_country(read_parse: ReadParse) -> None:
    text = "I congratulate the people of Turkey. In Turkey, the United States helps schools."
    assert places(read_parse, text)["Turkey"].country == "TUR"


def test_a_state_after_a_comma_holds_a_town_with_a_countrys_name(read_parse: ReadParse) -> None:
    found = places(read_parse, "A barn burned down in Lebanon, Tennessee, on Monday.")
    assert found["Lebanon"].country == "USA"


def test_a_name_is_not_cut_at_its_article(read_parse: ReadParse) -> None:
    text = "The river crosses northern Salah ad Din Province and Kirkuk in Iraq."
    assert places(read_parse, text)["Salah ad Din"].feature == "ADM1"


def test_a_line_that_opens_with_near_names_a_place(read_parse: ReadParse) -> None:
    text = "In Iraq, aircraft flew six sorties.\n\nNear Bayji, one strike hit a bridge.\n"
    assert places(read_parse, text)["Bayji"].country == "IRQ"


def test_the_gulf_alone_is_a_sea(read_parse: ReadParse) -> None:
    found = places(read_parse, "Frigates from Kuwait and Qatar sailed in the Gulf.")
    assert found["Gulf"].feature == "GULF"
