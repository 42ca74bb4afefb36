"""Who is meant by a nominal or a pronoun that says something, and what is claimed at all."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.entities import find_entities
from dateline.extract.statements import find_statements
from dateline.records.parses import Parse
from dateline.records.readings import Statement

Read = Callable[[str], Parse]


def told(read_parse: Read, text: str) -> list[tuple[str | None, str, Statement]]:
    """Return the speaker's name, the content and the statement of each statement."""
    parse = read_parse(text)
    actors = find_entities(parse, ())
    found = find_statements(parse, actors, (), ())[0]
    return [
        (
            actors.get(s.speaker).name if s.speaker else None,
            " / ".join(span.text for span in s.content),
            s,
        )
        for s in found
    ]


def test_a_calling_stands_for_the_one_person_the_sentence_before_is_about(
    read_parse: Read,
) -> None:
    text = "Maria Costa came back on Monday. Within an hour the surgeon demanded that he leave."
    assert told(read_parse, text)[0][0] == "Maria Costa"


def test_a_spokesman_is_not_the_person_of_the_sentence_before(read_parse: Read) -> None:
    text = "Maria Costa came back on Monday. The spokesman said that nothing had changed."
    assert told(read_parse, text)[0][0] != "Maria Costa"


def test_of_two_persons_none_is_chosen(read_parse: Read) -> None:
    text = "Maria Costa met John Barlow on Monday. The surgeon said that nothing had changed."
    assert told(read_parse, text)[0][0] not in ("Maria Costa", "John Barlow")


def test_a_statement_printed_whole_after_a_colon_is_read(read_parse: Read) -> None:
    text = (
        "Minister Ada Barlow said:\n\nWe are worried by the news from the coast tonight.\n\n"
        "Our crews will sail at dawn with food and water.\n\nThe port was closed in March."
    )
    found = [content for name, content, s in told(read_parse, text) if s.manner == "direct"]
    assert len(found) == 1
    assert found[0].startswith("We are worried")
    assert found[0].endswith("food and water")


def test_a_report_that_is_taken_back_is_taken_back_by_its_subject(read_parse: Read) -> None:
    ((_, content, s),) = told(read_parse, "The ministry retracted a report that nine had died.")
    assert (content, s.force) == ("nine had died", "retracts")
    assert s.source is not None
    assert s.source.text == "The ministry"


def test_a_name_behind_an_inserted_verb_is_the_source(read_parse: Read) -> None:
    text = "The harbour, writes the historian John Barlow, has never been safe in winter."
    ((name, content, _),) = told(read_parse, text)
    assert (name, content) == ("John Barlow", "The harbour / has never been safe in winter")


def test_whom_an_outlet_cites_is_told_once_and_behind_it(read_parse: Read) -> None:
    text = "Interfax, citing a source in the ministry, reported that the dam would hold."
    ((_, content, s),) = told(read_parse, text)
    assert content == "the dam would hold"
    assert s.source is not None
    assert s.source.text == "a source in the ministry"


def test_what_is_not_offered_and_who_is_dismissed_is_no_claim(read_parse: Read) -> None:
    assert told(read_parse, "The minister offered no evidence.") == []
    assert told(read_parse, "The president dismissed the government.") == []
