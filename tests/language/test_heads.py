"""Datelines and clocks are no words of the sentence that follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.heads import find_head
from dateline.records.parses import Parse

HEADS = [
    "OSLO (AP) — ",
    "SAN JUAN, Puerto Rico, May 3 (EFE) -- ",
    "ST. PETERSBURG, Fla. - ",
    "NAIROBI, Kenya (AP) _ ",
    "Almaty, 7 January 2022 (Interfax) – ",
    "New York (Reuters) - ",
    "08:15 GMT ",
    "7:05 p.m. — ",
]
PLAIN = [
    "The minister - who had flown to Oslo - said nothing.",
    "NATO said on Monday that it would send ships.",
    "Moscow — and nobody else — gave the order.",
    "Police in ROSTOV, once calm, were out in force.",
    "12:30 was the hour they had agreed on.",
    "GUNMEN KILL TWO - POLICE HUNT FOR THIRD MAN",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_head_ends_where_the_sentence_begins(head: str) -> None:
    assert find_head(head + "Police held two men.") == (0, len(head))


@pytest.mark.parametrize("sentence", PLAIN)
def test_a_sentence_has_no_head(sentence: str) -> None:
    assert find_head(sentence) is None


def test_the_city_of_a_dateline_is_not_the_subject(read_parse: Callable[[str], Parse]) -> None:
    parse = read_parse("ALMATY, Kazakhstan, Jan 7 (AP) — Police said two men were held.")
    assert len(parse.paragraphs) == 1
    assert parse.span(*parse.sentences[1]).text == "Police said two men were held."
    verb = parse.words.index("said")
    assert [parse.words[t] for t in parse.children_by(verb, "nsubj")] == ["Police"]


@given(st.text(max_size=120))
def test_a_head_lies_inside_its_paragraph(paragraph: str) -> None:
    head = find_head(paragraph)
    assert head is None or 0 <= head[0] < head[1] <= len(paragraph)
