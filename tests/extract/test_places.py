"""Places: which names place something, and where they lie."""

from __future__ import annotations

import pytest

from dateline.extract.places import find_places
from dateline.records.parses import Parse


def places(read_parse, text: str):
    return {place.mentions[0].text: place for place in find_places(read_parse(text))}


def test_a_town_lies_in_the_state_that_is_named_after_it(read_parse):
    found = places(read_parse, "A storm tore roofs off in Toledo, Ohio, on Monday.")
    assert found["Toledo"].admin1 == "Ohio"


def test_names_of_one_country_are_one_place(read_parse):
    found = find_places(read_parse("Flights to the U.S. stopped. The United States closed its ports."))
    assert [(p.name, len(p.mentions)) for p in found] == [("United States", 2)]


def test_an_empty_text_has_no_places():
    assert find_places(Parse("", *([[]] * 11), [], [])) == ()
