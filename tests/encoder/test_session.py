"""The encoder reads each word once and says the same however the text is cut into batches."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.encoder import Encoder
from dateline.encoder.session import BATCH
from dateline.records.parses import Parse

LINE = "Rebels shelled the port of Mokha on Monday and killed three fishermen ."


def written(lines: list[str]) -> Parse:
    """A parse with words and sentences and no grammar: all that the encoder asks for."""
    words = [word for line in lines for word in line.split()]
    ends = np.cumsum([len(line.split()) for line in lines]).tolist()
    sentences = list(zip([0, *ends[:-1]], ends, strict=True)) if words else []
    count = len(words)
    blank = [""] * count
    return Parse(
        text=" ".join(words), words=words, lowers=[w.lower() for w in words], lemmas=blank,
        pos=blank, tags=blank, deps=blank, heads=list(range(count)), starts=[0] * count,
        ends=[0] * count, ents=blank, ent_begins=[False] * count, sentences=sentences,
        paragraphs=sentences,
    )  # fmt: skip


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_every_word_has_one_row_of_chances(encoder: Encoder) -> None:
    signals = encoder.read(written([LINE] * 3))
    count = 3 * len(LINE.split())
    for column in (signals.types, signals.kinds, signals.statuses):
        assert column.shape[0] == count
        assert np.allclose(column.sum(axis=1), 1, atol=1e-4)
    assert len(signals.window_of) == count


def test_the_trigger_its_parties_and_its_place_are_told(encoder: Encoder) -> None:
    parse = written([LINE])
    signals = encoder.read(parse)
    told = dict(zip(parse.words, signals.types.argmax(axis=1).tolist(), strict=True))
    assert signals.type_names[told["shelled"]] == "ASSAULT"
    assert signals.type_names[told["Monday"]] == "NONE"
    first, chances = signals.role_scores(parse.words.index("shelled"))
    assert parse.words[first + int(chances[:, 0].argmax())] == "Rebels"


def test_only_the_sentences_that_are_asked_for_are_read(encoder: Encoder) -> None:
    parse = written([LINE] * 3)
    signals = encoder.read(parse, {1})
    count = len(LINE.split())
    known = [signals.knows(token) for token in range(len(parse))]
    assert known == [False] * count + [True] * count + [False] * count
    assert signals.types[:count, 0].tolist() == [1.0] * count
    shelled = count + LINE.split().index("shelled")
    assert signals.type_names[int(signals.types[shelled].argmax())] == "ASSAULT"


def test_a_long_text_says_of_each_window_what_the_window_alone_says(encoder: Encoder) -> None:
    # Longer than a batch of windows, each of its own length; eight-bit steps differ a little.
    lines = [LINE + " Then it rained ." * (n % 5) for n in range(BATCH * 9)]
    parse = written(lines)
    whole = encoder.read(parse)
    last = int(whole.window_of[-1])
    assert last >= BATCH
    for window in (0, last // 2, last):
        rows = np.nonzero(whole.window_of == window)[0]
        words = parse.words[rows[0] : rows[-1] + 1]
        # Six long sentences behind it make it an article again, and a window of its own.
        alone = encoder.read(written([" ".join(words), *["So . " * 30] * 6]))
        same = alone.types[: len(words)].argmax(axis=1) == whole.types[rows].argmax(axis=1)
        assert same.mean() > 0.97


def test_a_text_without_words_has_no_rows(encoder: Encoder) -> None:
    signals = encoder.read(written([]))
    assert signals.types.shape[0] == 0
