"""Who stands behind what is said: issuers of documents, spokespeople, the first of two, offices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract import Findings, find
from dateline.extract.entities import find_entities
from dateline.records.parses import Parse
from dateline.records.readings import Entity

ReadParse = Callable[[str], Parse]


def adopted(read_parse: ReadParse, text: str, word: str) -> Entity | None:
    parse = read_parse(text)
    actors = find_entities(parse, ())
    known = actors.adopt(parse.words.index(word))
    return actors.get(known) if known else None


DOCUMENTS = [
    ("A UN report says stocks grew.", "report", "UN"),
    (
        "Figures released on Monday by the Azanian Statistics Office show a fall.",
        "Figures",
        "Office",
    ),
    ("A report by the WHO says 12 people died.", "report", "WHO"),
    ("Amnesty International wrote it down. Its report says so.", "report", "Amnesty"),
    ("A DoD news release named him. It was in May, the release said.", "release", "DoD"),
    ("The Security Council voted to adopt Resolution 9, which condemned it.", "which", "Council"),
]


@pytest.mark.parametrize(("text", "word", "name"), DOCUMENTS)
def test_a_document_speaks_for_who_issued_it(
    read_parse: ReadParse, text: str, word: str, name: str
) -> None:
    found = adopted(read_parse, text, word)
    assert found is not None
    assert name in " ".join(mention.text for mention in found.mentions)


@pytest.mark.parametrize(
    "text",
    ["Documents obtained by Reuters say so.", "A note says so.", "Papers seen by the BBC show it."],
)
def test_who_only_read_a_document_did_not_issue_it(read_parse: ReadParse, text: str) -> None:
    word = text.split()[1 if text.startswith("A ") else 0]
    assert adopted(read_parse, text, word) is None


def test_figures_are_no_persons_and_leading_figures_are(read_parse: ReadParse) -> None:
    assert adopted(read_parse, "The figures show a fall.", "figures") is None


def test_the_first_and_the_second_pick_one_of_two(read_parse: ReadParse) -> None:
    text = (
        "Presidents Themba Nxumalo and Sipho Dlamini left. The first spoke. The second was silent."
    )
    first, second = (adopted(read_parse, text, word) for word in ("first", "second"))
    assert first is not None
    assert second is not None
    assert (first.name, second.name) == ("Themba Nxumalo", "Sipho Dlamini")


def roles(found: Findings, name: str) -> list[tuple[str, str | None, str | None]]:
    (entity,) = (e for e in found.entities if e.name == name)
    names = {e.id: e.name for e in found.entities}
    return [(r.title, names.get(r.of or "", r.of), r.time) for r in entity.roles]


OFFICES = [
    ("President Mia Ono spoke.", "Mia Ono", "2022-01-07"),
    ("Ana Diaz, president from 1990 to 1998, died.", "Ana Diaz", "1990/1998"),
    ("Luis Rojas became president in March 2019.", "Luis Rojas", "2019-03/.."),
    (
        "Jo Bond was elected president on 4 May 2010. President Bond spoke.",
        "Jo Bond",
        "2010-05-04/..",
    ),
    ("Tom Hale, who was president until 2003, said so.", "Tom Hale", "../2003"),
    ("Former president Al Poe (2001-2005) spoke.", "Al Poe", "2001/2005"),
    ("Former president Al Poe spoke.", "Al Poe", "../2022-01-07"),
]


@pytest.mark.parametrize(("text", "name", "time"), OFFICES)
def test_an_office_is_kept_with_its_holder_and_date(
    read_parse: ReadParse, text: str, name: str, time: str
) -> None:
    assert roles(find(read_parse(text), "2022-01-07"), name) == [("president", None, time)]


def test_a_spokesperson_and_the_body_are_both_kept(read_parse: ReadParse) -> None:
    text = "A spokesman for the interior ministry, Pavel Orlov, said the road was closed."
    found = find(read_parse(text), "2022-01-07")
    assert roles(found, "Pavel Orlov") == [("spokesman", "the interior ministry", "2022-01-07")]
    speaker = {e.id: e.name for e in found.entities}[found.statements[0].speaker or ""]
    assert speaker == "Pavel Orlov"


def test_two_unnamed_officials_go_on_as_they_and_the_officials(read_parse: ReadParse) -> None:
    text = (
        "Two officials briefed on the talks said no deal was near. They said the minister had "
        "left. The officials said more talks were planned."
    )
    found = find(read_parse(text))
    assert len({s.speaker for s in found.statements}) == 1
    assert len(found.statements) == 3


def test_north_korean_is_not_korean(read_parse: ReadParse) -> None:
    found = adopted(read_parse, "The North Korean leader praised the workers.", "leader")
    assert found is not None
    assert found.country == "PRK"
