"""Words come apart as the published vocabulary wants it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.encoder.pieces import LONGEST_WORD, load_pieces


def spelt(word: str) -> list[str]:
    pieces = load_pieces()
    names = {number: piece for piece, number in pieces.number.items()}
    return [names[number] for number in pieces.of(word)]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("attack", ["attack"]),
        ("Attack", ["attack"]),
        ("Bogotá", ["bogota"]),
        ("anti-war", ["anti", "-", "war"]),
        ("'s", ["'", "s"]),
        ("$12.5", ["$", "12", ".", "5"]),
        ("\u200b", ["[UNK]"]),
        ("x" * 101, ["[UNK]"]),
    ],
)
def test_words_are_spelt_as_bert_spells_them(word: str, wanted: list[str]) -> None:
    assert spelt(word) == wanted


@given(st.text(min_size=1, max_size=40))
def test_every_word_has_between_one_and_eight_pieces_of_the_vocabulary(word: str) -> None:
    pieces = load_pieces()
    found = pieces.of(word)
    assert 1 <= len(found) <= LONGEST_WORD
    assert all(0 <= number < len(pieces.number) for number in found)


def test_words_are_spelt_as_the_tokenizers_library_spells_them() -> None:
    table = Path(__file__).with_name("pieces.tsv").read_text("utf-8").splitlines()[1:]
    pieces = load_pieces()
    wrong = {
        word: pieces.of(word)
        for word, wanted in (line.split("\t") for line in table)
        if pieces.of(word) != [int(number) for number in wanted.split()][:LONGEST_WORD]
    }
    assert len(table) > 50
    assert not wrong
