"""What holds for any input: the laws of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError, RuleBroken
from dateline.proof import verify
from dateline.records.contract import load_schema
from dateline.records.edits import to_source
from dateline.records.readings import Reading

if TYPE_CHECKING:
    from dateline.reader import Reader

WHO = ("the police", "President Ana Reis", "BelTA", "two officials", "she",
       "The ministry of health",
       "Amnesty International", "residents of Porto", "ГУВД", "O’Neill")  # fmt: skip
SAID = (
    "said",
    "told reporters",
    "denied",
    "claimed on Friday",
    "added",
    "warned",
    ", according to",
)
WHAT = ("at least four people were killed in Almaty",
        "12 of the 1,500 held were freed",
        "troops would leave by January 19", "it had imposed sanctions on Belarus",
        "some 20,000 fled to Chad", "prices rose 8.4% to $2.5 million",
        "nobody was hurt")  # fmt: skip
MARKS = ("“{}”", '"{}"', "{}", "«{}»", "‘{}’", "“{}", "{}”", "``{}''", "“ {} “")
ENDS = (".", ",", "?", "…", "\n", "\n\n", " - ", ".”", "; ", "")
ODD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "“”\"'‘’«»().,;:!?-–—…\n\r\t \u00a0\u00ad\u200b\ufeff\ud83d0123456789%$€Ãâİß"
        ),
    ),
    max_size=25,
)
SENTENCE = st.builds(
    lambda who, said, what, mark, end: f"{who} {said} {mark.format(what)}{end} ",
    st.sampled_from(WHO), st.sampled_from(SAID), st.sampled_from(WHAT), st.sampled_from(MARKS),
    st.sampled_from(ENDS),
)  # fmt: skip
QUOTE_FIRST = st.builds(
    lambda what, said, who: f"“{what.capitalize()},” {who} {said}.\n\n",
    st.sampled_from(WHAT), st.sampled_from(SAID[:4]), st.sampled_from(WHO),
)  # fmt: skip
NEWS = st.lists(st.one_of(SENTENCE, QUOTE_FIRST, ODD), min_size=1, max_size=6).map("".join)
DATES = st.sampled_from([None, "2022-01-07", "1999", "2022-02"])
UNRELATED = "\n\nThe library on Mill Lane lends out books about gardens and old clocks."

# The same examples in every run, so that no build fails by chance; the slow laws look for new ones.
LAWS = settings(deadline=None, max_examples=25, derandomize=True)
MANY = settings(deadline=None, max_examples=2000)


def read(reader: Reader, text: str | bytes, published: str | None = None) -> Reading | None:
    """Return a reading, None where the text is refused with an error of ours."""
    try:
        return reader.read(text, published=published)
    except RuleBroken:
        raise
    except DatelineError:
        return None


def check_record(reader: Reader, text: str, published: str | None) -> None:
    """Check the laws that speak of one record."""
    reading = read(reader, text, published)
    if reading is None:
        return
    proof = verify(reading)
    assert proof.faults == ()
    assert not any(notice.code == "mended" for notice in reading.warnings)
    assert read(reader, text, published) == reading
    assert Reading.from_json(reading.to_json()) == reading
    assert Reading.from_dict(reading.to_dict()) == reading
    assert Reading.from_json(reading.to_json()).to_json() == reading.to_json()
    jsonschema.validate(reading.to_dict(), load_schema())
    origin = reading.article.origin
    assert origin is not None
    touched = {at for start, end, _, _ in origin.edits for at in range(start, end)}
    for at, character in enumerate(reading.article.text):
        low, high = to_source(origin.edits, at, at + 1)
        assert at in touched or text[low:high] == character


def check_paragraph_at_the_end(reader: Reader, text: str) -> None:
    """Check that an unrelated paragraph changes no earlier quotation or figure."""
    text = text.rstrip()
    before = read(reader, text, "2022-01-07")
    after = read(reader, text + UNRELATED, "2022-01-07")
    if before is None or after is None:
        return
    end = len(before.article.text.rstrip())
    if after.article.text[:end] != before.article.text[:end]:
        return

    def quotations(reading: Reading) -> list[object]:
        return [
            [(span.start, span.end) for span in one.content]
            for one in reading.statements
            if one.manner == "direct" and one.content[-1].end <= end
        ]

    def figures(reading: Reading) -> list[object]:
        return [
            (one.start, one.end, one.measure, one.low, one.high, one.approximate)
            for one in reading.figures
            if one.end <= end
        ]

    assert quotations(after) == quotations(before)
    assert figures(after) == figures(before)


@LAWS
@given(text=NEWS, published=DATES)
def test_every_record_is_proven_repeatable_and_survives_json(
    reader: Reader, text: str, published: str | None
) -> None:
    check_record(reader, text, published)


@LAWS
@given(text=NEWS)
@example(text="The police said four people were killed in Almaty. 1")
def test_an_unrelated_paragraph_changes_no_earlier_quotation_or_figure(
    reader: Reader, text: str
) -> None:
    check_paragraph_at_the_end(reader, text)


@LAWS
@given(body=st.one_of(st.binary(max_size=300), ODD.map(lambda t: t.encode("utf-16", "replace"))))
def test_any_bytes_give_a_record_or_an_error_of_ours(reader: Reader, body: bytes) -> None:
    reading = read(reader, body)
    assert reading is None or verify(reading).holds


@LAWS
@given(markup=st.lists(st.one_of(SENTENCE, ODD, st.sampled_from(
    ["<p>", "</p>", "<b>", "<br>", "&amp;", "&#8220;", "<!--", "-->", "<script>", "<title>", "<div"]
)), max_size=12).map("".join))  # fmt: skip
def test_any_page_gives_a_record_or_an_error_of_ours(reader: Reader, markup: str) -> None:
    reading = read(reader, f"<!doctype html><html><body>{markup}".encode("utf-8", "replace"))
    assert reading is None or verify(reading).holds


@settings(deadline=None, max_examples=10, derandomize=True)
@given(texts=st.lists(st.one_of(NEWS, st.just(""), st.binary(max_size=20)), max_size=6))
def test_many_articles_give_what_each_gives_alone_in_order(
    reader: Reader, texts: list[str | bytes]
) -> None:
    together = list(reader.read_many(texts))
    assert len(together) == len(texts)
    for text, one in zip(texts, together, strict=True):
        alone = read(reader, text)
        assert (one if isinstance(one, Reading) else None) == alone


@pytest.mark.slow
@MANY
@given(text=NEWS, published=DATES)
def test_every_record_is_proven_at_length(reader: Reader, text: str, published: str | None) -> None:
    check_record(reader, text, published)


@pytest.mark.slow
@MANY
@given(text=NEWS)
def test_an_unrelated_paragraph_changes_nothing_at_length(reader: Reader, text: str) -> None:
    check_paragraph_at_the_end(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "“" * 5_000 + " he said",
        "4 " * 20_000,
        "a" * 100_000,
        "He said. " * 8_000,
        "On Friday, " * 5_000,
        "\n".join(["Four killed in Porto"] * 3_000),
    ],
    ids=["words", "quotes", "numbers", "one-word", "sentences", "dates", "lines"],
)
@pytest.mark.slow
def test_a_long_text_is_read_in_proportion_to_its_length(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert reading is None or verify(reading).holds
