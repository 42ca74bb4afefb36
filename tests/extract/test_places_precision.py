"""How sharply a place is told, in ACLED's and UCDP's codes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.places import find_places
from dateline.records.parses import Parse

ReadParse = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "name", "acled", "ucdp"),
    [
        ("A market burned in Mariupol on Monday.", "Mariupol", 1, 1),
        ("Shells fell near Mariupol on Monday.", "Mariupol", 2, 2),
        ("Two men were shot 12 km north of Bakhmut.", "Bakhmut", 2, 2),
        ("Houses burned on the outskirts of Kherson.", "Kherson", 2, 2),
        ("Wells dried up in Aktobe region.", "Aktobe", 3, 4),
        ("Schools closed in Lamar County, Texas.", "Lamar County", 2, 3),
        ("Herders fled northern Mali.", "Mali", 3, 5),
        ("The strike shut ports in the south of Italy.", "Italy", 3, 5),
        ("Rain fell on the whole of Mali.", "Mali", None, 6),
        ("Trains stopped in North Korea.", "North Korea", None, 6),
        ("Miners struck in the Donbas.", "Donbas", 3, 5),
        ("Ferries crossed the Dnieper River again.", "Dnieper", 3, 5),
        ("The boat sank in the Mediterranean Sea.", "Mediterranean Sea", 3, 7),
        ("Drought spread across the Middle East.", "Middle East", None, None),
    ],
)
def test_the_codes_follow_from_the_feature_and_the_words(
    read_parse: ReadParse, text: str, name: str, acled: int | None, ucdp: int | None
) -> None:
    (place,) = [p for p in find_places(read_parse(text)) if name in (p.name, p.mentions[0].text)]
    assert (place.precision.acled, place.precision.ucdp) == (acled, ucdp)


def test_a_code_that_is_missing_has_its_reason(read_parse: ReadParse) -> None:
    found = find_places(read_parse("Rain fell on Mali, on Europe and on Qorvexil."))
    why = {p.name: p.why for p in found}
    assert why["Mali"]["precision.acled"] == "no-such-code"
    assert why["Europe"]["precision.ucdp"] == "no-country"


def test_the_sharpest_mention_counts(read_parse: ReadParse) -> None:
    text = "Shells fell near Mariupol. A day later a market burned in Mariupol."
    (place,) = find_places(read_parse(text))
    assert (place.precision.acled, place.precision.ucdp) == (1, 1)


def test_what_stands_at_the_point_of_its_town_is_near_it(read_parse: ReadParse) -> None:
    found = find_places(read_parse("Police closed the Luzhniki Stadium in Moscow."))
    codes = {p.name: (p.precision.acled, p.precision.ucdp) for p in found}
    assert codes == {"Luzhniki Stadium": (2, 2), "Moscow": (1, 1)}
