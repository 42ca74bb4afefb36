"""Each wording that issue 3 names, in a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.entities import find_entities
from dateline.extract.statements import find_statements
from dateline.records.parses import Parse

Read = Callable[[str], Parse]
# Source, force, manner, content, and the chain that reports it, outermost first.
Told = tuple[str | None, str, str, str, tuple[str, ...]]


def told(read_parse: Read, text: str) -> list[Told]:
    parse = read_parse(text)
    statements, voices, _ = find_statements(parse, find_entities(parse, ()), (), ())
    chains = {
        voice.id: tuple(link.span.text for link in voice.chain if link.span) for voice in voices
    }
    return [
        (
            s.source.text if s.source else None,
            s.force,
            s.manner,
            " / ".join(span.text for span in s.content),
            chains[s.voice],
        )
        for s in statements
    ]


@pytest.mark.parametrize(
    ("text", "source", "force", "manner", "content"),
    [
        # sources in a phrase, and where they end
        (
            "According to Ada Obi, chief engineer at the ministry, 12 of the dams have cracked.",
            "Ada Obi, chief engineer at the ministry",
            "asserts",
            "indirect",
            "12 of the dams have cracked",
        ),
        (
            "According to the Daily Herald, the old harbour, a ruin since 1990, will be sold.",
            "the Daily Herald",
            "asserts",
            "indirect",
            "the old harbour, a ruin since 1990, will be sold",
        ),
        (
            "If the ledger is to be believed, the monks bought forty barrels.",
            "the ledger",
            "asserts",
            "indirect",
            "the monks bought forty barrels",
        ),
        (
            "To hear Ada Obi tell it, the factory was doomed.",
            "Ada Obi",
            "asserts",
            "indirect",
            "the factory was doomed",
        ),
        (
            "As the minutes record, the motion fell by one vote.",
            "the minutes",
            "asserts",
            "indirect",
            "the motion fell by one vote",
        ),
        # "as X specified", "X is convinced", set into a sentence
        (
            "The dam, as the engineer specified, was built in 1961.",
            "the engineer",
            "asserts",
            "indirect",
            "The dam / was built in 1961",
        ),
        (
            "The bridge, the mayor is convinced, will hold.",
            "the mayor",
            "asserts",
            "indirect",
            "The bridge / will hold",
        ),
        (
            "The dam, said the engineer, will hold, and the road will stay open.",
            "the engineer",
            "asserts",
            "indirect",
            "The dam / will hold, and the road will stay open",
        ),
        # documents, figures
        (
            "The plant employed 900 people, it said in a statement.",
            "it",
            "asserts",
            "indirect",
            "The plant employed 900 people",
        ),
        (
            "The ministry's figures show that nine people died.",
            "The ministry's figures",
            "asserts",
            "indirect",
            "nine people died",
        ),
        (
            "The ministry issued a statement saying that the border was calm.",
            "The ministry",
            "asserts",
            "indirect",
            "the border was calm",
        ),
        # a phrase between the cue and its clause
        (
            "President Ada Obi announced in a televised address that the war was over.",
            "President Ada Obi",
            "asserts",
            "indirect",
            "the war was over",
        ),
        (
            "Ada Obi, asked about the strike, said: “It will end.”",
            "Ada Obi",
            "asserts",
            "direct",
            "It will end",
        ),
        # headlines and captions
        ("Tokarev: order restored", "Tokarev", "asserts", "indirect", "order restored"),
        (
            "The singer Ama Obi to her fans on Instagram: I will be back in August",
            "The singer Ama Obi",
            "promises",
            "direct",
            "I will be back in August",
        ),
        # nouns
        (
            "The claim that the dam had cracked was denied by the ministry.",
            "the ministry",
            "denies",
            "indirect",
            "the dam had cracked",
        ),
        (
            "The call by thirty scientists for the dam to be opened went unanswered.",
            "thirty scientists",
            "demands",
            "indirect",
            "the dam to be opened",
        ),
        (
            "Word came from the island that a ship had been seen.",
            "the island",
            "asserts",
            "indirect",
            "a ship had been seen",
        ),
        # denial, retraction, refusal
        (
            "A UN report suggests the army is growing, allegations the government denies.",
            "the government",
            "denies",
            "indirect",
            "allegations",
        ),
        (
            "She swore that she had never met the man.",
            "She",
            "denies",
            "indirect",
            "she had never met the man",
        ),
        (
            "“I have never seen the letter,” said Ada Obi.",
            "Ada Obi",
            "denies",
            "direct",
            "I have never seen the letter",
        ),
        (
            "The lawyers have remained silent on whether a deal was offered.",
            "The lawyers",
            "declines",
            "indirect",
            "whether a deal was offered",
        ),
        (
            "The director gave no interviews.",
            "The director",
            "declines",
            "indirect",
            "no interviews",
        ),
        (
            "A lawyer for the owner did not return calls seeking comment.",
            "A lawyer for the owner",
            "declines",
            "indirect",
            "calls seeking comment",
        ),
        (
            "The minister said he had nothing to add.",
            "The minister",
            "declines",
            "indirect",
            "he had nothing to add",
        ),
        # questions
        (
            "Questioned by Senator Ada Obi on whether the dam had been tested, the builder left.",
            "Senator Ada Obi",
            "asks",
            "indirect",
            "whether the dam had been tested",
        ),
        (
            "Council member Ada Obi wants to know who kept the results.",
            "Council member Ada Obi",
            "asks",
            "indirect",
            "to know who kept the results",
        ),
        # unnamed sources
        (
            "Two officials briefed on the talks said a deal was close.",
            "Two officials briefed on the talks",
            "asserts",
            "indirect",
            "a deal was close",
        ),
        (
            "It is understood that the bid was withdrawn.",
            None,
            "asserts",
            "indirect",
            "the bid was withdrawn",
        ),
    ],
)
def test_a_wording_gives_its_statement(
    read_parse: Read, text: str, source: str | None, force: str, *, manner: str, content: str
) -> None:
    assert (source, force, manner, content) in [found[:4] for found in told(read_parse, text)]


@pytest.mark.parametrize(
    ("text", "source", "content", "chain"),
    [
        (
            "They were “armed and dangerous”, the general was quoted by BelTA as saying.",
            "the general",
            "They were “armed and dangerous”",
            ("BelTA",),
        ),
        (
            "The ferry sank within minutes, Reuters reported, citing a harbour official.",
            "a harbour official",
            "The ferry sank within minutes",
            ("Reuters",),
        ),
        (
            "According to the Daily Herald, Ada Obi said the road was closed.",
            "Ada Obi",
            "the road was closed",
            ("the Daily Herald",),
        ),
        (
            "Ada Obi told the Daily Nation news agency that the water was dirty.",
            "Ada Obi",
            "the water was dirty",
            ("the Daily Nation news agency",),
        ),
        (
            "The minister said the governor had told him the dam was safe.",
            "the governor",
            "the dam was safe",
            ("The minister",),
        ),
        (
            "Nurses in Lagos say they were instructed by the matron not to write.",
            "the matron",
            "they / not to write",
            ("Nurses in Lagos",),
        ),
    ],
)
def test_a_chain_names_those_who_report_the_report(
    read_parse: Read, text: str, source: str, content: str, chain: tuple[str, ...]
) -> None:
    found = [(s, c, through) for s, _, _, c, through in told(read_parse, text)]
    assert (source, content, chain) in found


@pytest.mark.parametrize(
    "text",
    [
        "The spokeswoman spoke about the incident.",
        "The president commented on the profits.",
        "The bank described the plan and explained its reasoning.",
        "The firm reported its January sales.",
        "Police questioned the cook for six hours.",
        "The flood claimed fourteen lives.",
        "The robots were required to lift a ball.",
        "The feature is called Tiller.",
        "There have been 103 reported deaths.",
        "The doctors met to determine what caused the fever.",
        "Prices fell and volume was low, suggesting a lack of trust.",
    ],
)
def test_topics_duties_names_and_purposes_are_no_statements(read_parse: Read, text: str) -> None:
    assert told(read_parse, text) == []


def test_within_a_quotation_only_a_named_other_counts(read_parse: Read) -> None:
    text = "“People say it is cold. The governor told us that the pipes had burst,” said Ada Obi."
    assert [source for source, *_ in told(read_parse, text)] == ["Ada Obi", "The governor"]


def test_a_list_under_a_report_is_said_by_its_source(read_parse: Read) -> None:
    text = "The ministry said:\n- Nine people had died.\n- The bridge was closed.\nIt rained."
    assert [(source, content) for source, _, _, content, _ in told(read_parse, text)] == [
        ("The ministry", "Nine people had died / The bridge was closed")
    ]


def test_what_was_promised_goes_on_with_would(read_parse: Read) -> None:
    text = "The owners promised to keep all jobs. The canteen would reopen. Nobody believed them."
    found = told(read_parse, text)
    assert found[0][3] == "to keep all jobs / The canteen would reopen"


def test_a_plain_past_is_the_article_again(read_parse: Read) -> None:
    found = told(read_parse, "The owners promised to keep all jobs. The canteen reopened.")
    assert [content for _, _, _, content, _ in found] == ["to keep all jobs"]


def test_open_quotations_wait_for_the_teller_of_the_last(read_parse: Read) -> None:
    text = "“The road is open.\n“The bridge is shut.\n“We are glad,” said Ada Obi."
    assert [(source, content) for source, _, _, content, _ in told(read_parse, text)] == [
        ("Ada Obi", "The road is open / The bridge is shut / We are glad")
    ]


def test_a_paragraph_that_is_a_quotation_goes_on_with_the_speech_before(read_parse: Read) -> None:
    text = "“The road is open,” said Ada Obi.\n“The bridge is shut.”\nThe market was full."
    assert [content for _, _, _, content, _ in told(read_parse, text)] == [
        "The road is open / The bridge is shut"
    ]


def test_a_content_that_begins_with_a_quotation_runs_to_its_end(read_parse: Read) -> None:
    text = "According to the report, “the dam had cracked. It was not repaired.”"
    assert told(read_parse, text)[0][3] == "the dam had cracked. It was not repaired"


def test_the_name_of_a_work_is_no_speech(read_parse: Read) -> None:
    text = "In his book, “The Long Road”, Ada Obi wrote that the war was lost."
    assert [content for _, _, _, content, _ in told(read_parse, text)] == ["the war was lost"]


def test_whose_document_speaks_is_the_speaker(read_parse: Read) -> None:
    parse = read_parse("A report by the Red Cross said nine people had died.")
    actors = find_entities(parse, ())
    (statement,) = find_statements(parse, actors, (), ())[0]
    assert statement.source is not None
    assert statement.source.text == "A report by the Red Cross"
    assert statement.speaker is not None
    assert "Red Cross" in actors.get(statement.speaker).name


def test_the_first_person_of_a_quotation_is_its_speaker(read_parse: Read) -> None:
    text = "“I saw the flood and it took my house,” said Ada Obi."
    parse = read_parse(text)
    actors = find_entities(parse, ())
    (statement,) = find_statements(parse, actors, (), ())[0]
    assert actors.at(parse.words.index("I")) == statement.speaker


def test_we_in_a_release_is_the_body_that_condemns(read_parse: Read) -> None:
    text = "The United States strongly condemns the attack. We urge the council to act."
    parse = read_parse(text)
    actors = find_entities(parse, ())
    condemned, urged = find_statements(parse, actors, (), ())[0]
    assert urged.speaker is not None
    assert urged.speaker == condemned.speaker


def test_we_of_a_writer_stays_open(read_parse: Read) -> None:
    text = "The United States said little. We urge the council to act."
    parse = read_parse(text)
    urged = find_statements(parse, find_entities(parse, ()), (), ())[0][-1]
    assert urged.speaker is None


def test_an_infinitive_behind_a_decision_has_the_subject_above(read_parse: Read) -> None:
    found = told(read_parse, "The council used the time to denounce the plan.")
    assert [source for source, *_ in found] == ["The council"]
