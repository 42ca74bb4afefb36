"""Looking a form up once gives what the pipeline writes on every word."""

from __future__ import annotations

from dateline.language import Parser

TEXT = (
    "There were clashes, and there is more to come. He's been told that those who had fled can't "
    "return; others, however, did. The wounded were taken to hospitals while officers' families "
    "waited. Who said it? The one that left. She has better data than they'd thought, but "
    "nobody else knew, so everyone got up and went. Leaves fell; he leaves at 5 p.m. Fighting "
    "resumed. The fighting men were better armed, and the most heavily armed men won."
)


def test_parts_of_speech_and_lemmas_are_those_of_the_full_pipeline() -> None:
    parser = Parser()
    parse = parser.parse(TEXT)
    doc = parser.nlp(TEXT)
    assert parse.pos == [token.pos_ for token in doc]
    lemmas = [t.lemma_ if t.pos_ == "PROPN" else t.lemma_.lower() for t in doc]
    assert parse.lemmas == lemmas
