"""The parser's columns fit the text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.language import Parser
from dateline.reader import Reader
from dateline.records.parses import Parse

ReadParse = Callable[[str], Parse]


def check(parse: Parse) -> None:
    """Assert what every parse promises."""
    count = len(parse)
    assert [parse.text[s:e] for s, e in zip(parse.starts, parse.ends, strict=True)] == parse.words
    assert all(0 <= head < count for head in parse.heads)
    assert [t for s, e in parse.sentences for t in range(s, e)] == list(range(count))
    assert [t for s, e in parse.paragraphs for t in range(s, e)] == list(range(count))
    for token in range(count):
        low, high = parse.subtree(token)
        assert low <= token < high
        assert parse.sentence_of[parse.heads[token]] == parse.sentence_of[token]


def test_words_stand_where_their_offsets_say(read_parse: ReadParse) -> None:
    parse = read_parse("Kassym-Jomart Tokayev, the president,  spoke.\n\nFour died “at dawn”.")
    check(parse)
    assert len(parse.paragraphs) == 2
    assert parse.text[slice(*parse.tokens_in(0, 0))] == ""


def test_roots_govern_themselves_and_children_lead_back(read_parse: ReadParse) -> None:
    parse = read_parse("Police arrested twelve men in Aktau.")
    verb = parse.words.index("arrested")
    assert parse.heads[verb] == verb
    assert [parse.words[t] for t in parse.children_by(verb, "nsubj", "dobj")] == ["Police", "men"]
    men = parse.words.index("men")
    assert parse.span(*parse.base_phrase(men)).text == "twelve men"


def test_names_come_with_their_types(read_parse: ReadParse) -> None:
    parse = read_parse("Angela Merkel flew to Madrid on Monday.")
    found = {parse.span(s, e).text: kind for s, e, kind in parse.names()}
    assert found["Angela Merkel"] == "PERSON"
    assert found["Madrid"] == "GPE"


def test_many_texts_come_back_in_order_with_empty_ones_between() -> None:
    texts = ["", "One died.", "  \n ", "Two fled.\nThree stayed.", ""]
    parses = list(Parser().parse_many((text, 0) for text in texts))
    assert [p.text for p in parses] == texts
    assert [len(p.sentences) for p in parses] == [0, 1, 0, 2, 0]


def test_a_text_in_capitals_is_parsed_as_sentences(read_parse: ReadParse) -> None:
    parse = read_parse("GUERRILLAS ATTACKED THE POLICE STATION IN THE CITY OF LIMA LAST NIGHT.")
    assert parse.words[0] == "GUERRILLAS"
    assert parse.lemmas[1] == "attack"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_gives_a_parse_that_fits(read_parse: ReadParse, text: str) -> None:
    check(read_parse(text))


def test_the_labels_are_known_though_the_words_of_the_vectors_are_not_loaded(
    reader: Reader,
) -> None:
    nlp = reader.parser.nlp
    labels = {label for _, pipe in nlp.components for label in getattr(pipe, "labels", ())}
    assert {"nsubj", "GPE", "VBD"} <= labels
    assert all(label in nlp.vocab.strings for label in labels)
    # The texts of 776,469 words took a third of the start.
    assert len(nlp.vocab.strings) < 100_000
    assert nlp.vocab["police"].has_vector
