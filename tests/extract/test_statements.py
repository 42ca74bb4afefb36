"""Who says what: statements read from sentences of every shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.entities import find_entities
from dateline.extract.statements import find_statements
from dateline.records.parses import Parse
from dateline.records.readings import Statement, Voice
from dateline.records.scopes import Scopes

Read = Callable[[str], Parse]
Found = tuple[tuple[Statement, ...], tuple[Voice, ...], Scopes]


@pytest.fixture(scope="module")
def find(read_parse: Read) -> Callable[[str], Found]:
    def read(text: str) -> Found:
        parse = read_parse(text)
        return find_statements(parse, find_entities(parse, ()), (), ())

    return read


def told(found: Found) -> list[tuple[str | None, list[str]]]:
    return [(s.source.text if s.source else None, [c.text for c in s.content]) for s in found[0]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The minister said that the bridge would open in May.",
            "The minister",
            ["the bridge would open in May"],
        ),
        (
            "The bridge would open in May, the minister said.",
            "the minister",
            ["The bridge would open in May"],
        ),
        (
            "The bridge, the minister said, would open in May.",
            "the minister",
            ["The bridge", "would open in May"],
        ),
        (
            "According to the harbour office, two ships sank.",
            "the harbour office",
            ["two ships sank"],
        ),
        (
            "As the governor explained, the valley is closed to traffic.",
            "the governor",
            ["the valley is closed to traffic"],
        ),
        (
            "“The bridge will open in May,” said Maria Costa, the minister.",
            "Maria Costa, the minister",
            ["The bridge will open in May"],
        ),
        (
            "“The bridge is safe,” she said. “It will open in May.”",
            "she",
            ["The bridge is safe", "It will open in May"],
        ),
        (
            "“The bridge,” she said, “will open in May.”",
            "she",
            ["The bridge", "will open in May"],
        ),
        (
            "The union vowed to stay on strike.",
            "The union",
            ["to stay on strike"],
        ),
        (
            "The mayor called the plan a disgrace.",
            "The mayor",
            ["the plan a disgrace"],
        ),
        (
            "The claim that the dam had cracked alarmed the valley.",
            None,
            ["the dam had cracked"],
        ),
        (
            "The ministry put the toll at 12.",
            "The ministry",
            ["the toll at 12"],
        ),
        (
            "By the ministry's count, nine people died in the flood.",
            "the ministry",
            ["nine people died in the flood"],
        ),
        (
            "Sixteen cases were confirmed by the laboratory.",
            "the laboratory",
            ["Sixteen cases"],
        ),
        (
            "LIMA, June 4 — The ferry sank at noon, the navy announced.",
            "the navy",
            ["The ferry sank at noon"],
        ),
        (
            "The tunnel is flooded. This was announced by the railway.",
            "the railway",
            ["The tunnel is flooded"],
        ),
    ],
)
def test_a_sentence_gives_its_statement(
    find: Callable[[str], Found], text: str, source: str | None, content: list[str]
) -> None:
    assert (source, content) in told(find(text))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at noon and reached the island by two.",
        "He drove the so-called “ghost train” for thirty years.",
        "She hailed a taxi and held the door open.",
    ],
)
def test_words_that_nobody_says_are_no_statement(find: Callable[[str], Found], text: str) -> None:
    assert told(find(text)) == []


def test_a_second_cue_of_the_same_speaker_is_not_part_of_what_is_said(
    find: Callable[[str], Found],
) -> None:
    found = told(find("The mayor said the road was closed, adding that it would open on Monday."))
    assert found == [
        ("The mayor", ["the road was closed"]),
        ("The mayor", ["it would open on Monday"]),
    ]


def test_an_open_quotation_goes_on_in_the_next_paragraph(find: Callable[[str], Found]) -> None:
    text = "“The road is open,” Ada Obi said. “We are glad.\n“The market opens too.”"
    assert told(find(text)) == [
        ("Ada Obi", ["The road is open", "We are glad", "The market opens too"])
    ]


def test_a_nested_report_is_said_within_the_outer_one(find: Callable[[str], Found]) -> None:
    statements, voices, _ = find("The minister said the governor had told him the dam was safe.")
    chains = {voice.id: voice.chain for voice in voices}
    inner = next(s for s in statements if s.content[0].text == "the dam was safe")
    assert [link.span.text for link in chains[inner.voice] if link.span] == ["The minister"]


def test_an_agency_that_quotes_stands_before_the_speaker(find: Callable[[str], Found]) -> None:
    statements, voices, _ = find("Interfax quoted the general as saying the border was calm.")
    chains = {voice.id: voice.chain for voice in voices}
    said = next(s for s in statements if s.content[0].text == "the border was calm")
    assert said.source is not None
    assert said.source.text == "the general"
    assert [link.span.text for link in chains[said.voice] if link.span] == ["Interfax"]


def test_the_scope_covers_the_clause_and_not_its_neighbour(find: Callable[[str], Found]) -> None:
    text = "Police said nine people were held. Six shops burned down."
    _, voices, scopes = find(text)
    chain = {voice.id: voice.chain for voice in voices}[scopes.voice_at(text.index("nine"))]
    assert [link.span.text for link in chain if link.span] == ["Police"]
    assert scopes.voice_at(text.index("Six")) == "v0"


@pytest.mark.parametrize(
    "text", ["Reportedly, nine people drowned.", "The bank plans to cut nine jobs."]
)
def test_without_a_source_or_a_claim_the_article_tells(
    find: Callable[[str], Found], text: str
) -> None:
    statements, _, scopes = find(text)
    assert statements
    assert scopes.voice_at(text.index("nine")) == "v0"


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The bank said the fund was empty.", "asserts"),
        ("The bank denied that the fund was empty.", "denies"),
        ("The bank would not say whether the fund was empty.", "declines"),
        ("The bank declined to comment.", "declines"),
        ("The union vowed to stay on strike.", "promises"),
        ("The union threatened to block the port.", "threatens"),
        ("The judge asked whether the letter was real.", "asks"),
        ("The judge asked the clerk to read the letter.", "demands"),
        ("The council called for an inquiry.", "demands"),
    ],
)
def test_the_force_tells_what_the_speaker_does(
    find: Callable[[str], Found], text: str, force: str
) -> None:
    assert force in [s.force for s in find(text)[0]]


def test_turns_of_an_interview_are_direct_speech(find: Callable[[str], Found]) -> None:
    found = find("Q: Did you see the flood?\nA: I saw the roofs go by.")
    assert told(found) == [
        ("Q", ["Did you see the flood?"]),
        ("A", ["I saw the roofs go by"]),
    ]
    assert {s.manner for s in found[0]} == {"direct"}


def test_manner_follows_the_marks(find: Callable[[str], Found]) -> None:
    text = "Ada Obi said the road was “a river of mud”."
    assert [s.manner for s in find(text)[0]] == ["mixed"]


@pytest.mark.parametrize("text", ["", "Said", "“", "”", "said said said", "According to", ": “"])
def test_no_text_is_too_odd(find: Callable[[str], Found], text: str) -> None:
    statements, voices, _ = find(text)
    assert voices[0].id == "v0"
    for statement in statements:
        for span in statement.content:
            assert text[span.start : span.end] == span.text


def test_every_null_has_its_reason(find: Callable[[str], Found]) -> None:
    for statement in find("Reportedly, the fund was empty. The mayor denied it on Monday.")[0]:
        for name in ("speaker", "source", "cue", "addressee", "time", "place"):
            assert (getattr(statement, name) is None) == (name in statement.why)
