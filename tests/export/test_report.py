"""The report says what a reading holds, and nothing that the article does not."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dateline.export import to_html, to_report
from dateline.records.articles import Article
from dateline.records.readings import Event, Figure, Reading, Statement, Time
from dateline.records.texts import mark

ANSI = re.compile(r"\x1b\[[0-9;]*m")
QUOTED = re.compile(r"│ (.*?) \[(\d+)–(\d+)\]")


def quotes(report: str) -> list[tuple[str, int, int]]:
    """Return the words behind bars, with the offsets that stand behind them."""
    found = []
    block: list[str] = []
    for row in report.splitlines():
        if row.lstrip().startswith("│ "):
            block.append(row.lstrip()[2:])
            match = re.search(r"^(.*) ?\[(\d+)–(\d+)\]$", " ".join(block))
            if match:
                found.append((match[1].strip(), int(match[2]), int(match[3])))
                block = []
        else:
            assert not block, f"a quote without offsets: {block}"
    return found


def test_every_quote_stands_in_the_article_at_its_offsets(wire: Reading) -> None:
    for width in (60, 80, 100, 160):
        found = quotes(to_report([wire], colour=False, width=width))
        assert len(found) >= len(wire.statements) + len(wire.figures) + 6
        for words, start, end in found:
            shown = words.removeprefix("… ").removesuffix(" …")
            assert shown == " ".join(wire.article.text[start:end].split())


def test_no_line_is_wider_than_asked_for(wire: Reading, hostile: Reading) -> None:
    for width in (60, 72, 80, 95, 96, 120, 160):
        for row in to_report([wire, hostile, wire], colour=False, width=width).splitlines():
            assert cell_len(row) <= width, row


def test_plain_reports_have_no_codes_and_coloured_ones_the_same_words(wire: Reading) -> None:
    plain = to_report([wire], colour=False, width=100)
    coloured = to_report([wire], colour=True, width=100)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    stripped = [row.rstrip() for row in ANSI.sub("", coloured).splitlines()]
    assert stripped == plain.splitlines()


def test_colour_does_not_depend_on_the_environment(
    wire: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = to_report([wire], colour=True, width=100)
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "20")):
        monkeypatch.setenv(name, value)
    assert to_report([wire], colour=True, width=100) == before
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in to_report([wire], colour=False, width=100)


def test_the_header_says_what_was_read(wire: Reading) -> None:
    report = to_report([wire], colour=False, width=100)
    head = report.split("WHAT HAPPENED")[0]
    assert "Kazakh president orders troops to fire without warning" in head
    assert "Meridian · 7 Jan 2022 · 442 words" in head
    assert wire.article.id[:12] in head
    assert "10 events · 4 statements · 5 figures" in head
    assert "! the header says 7 January, the text 8 January" in head


def test_events_stand_in_the_order_of_their_days(wire: Reading) -> None:
    report = to_report([wire], colour=False, width=100)
    days = ["Sunday, 2 Jan 2022", "Wednesday, 5 Jan 2022", "Until 7 Jan 2022",
            "Friday, 7 Jan 2022", "No date"]  # fmt: skip
    places = [report.index(day) for day in days]
    assert places == sorted(places)
    assert report.index("protesters ─ set fire") > report.index("Wednesday, 5 Jan 2022")


@pytest.mark.parametrize(
    "words",
    [
        "● protesters ─ set fire",
        "◇ open fire",
        "○ Collective Security Treaty Organization and Armenia ─ will number",
        "◐ Armenia ─ sending units → Kassym-Jomart Tokayev and Interior Ministry",
        "◌ Kassym-Jomart Tokayev ─ destroyed",
        "✕ attacked",
        "dismissal · 08:30",
        "ASSAULT · 26 killed · 18 injured · says Interior Ministry",
    ],
)
def test_each_status_has_its_own_mark(wire: Reading, words: str) -> None:
    assert words in to_report([wire], colour=False, width=100)


def test_chains_are_written_out(wire: Reading) -> None:
    report = to_report([wire], colour=False, width=100)
    assert "RIA, quoting Stanislav Zas" in report
    # The article puts "President" before the name, but "secretary general" only before Zas's
    # comma: no title is put in front that the article does not put there.
    assert "says President Kassym-Jomart Tokayev" in report
    assert "Secretary general Stanislav Zas" not in report


def test_statements_tell_force_and_manner(wire: Reading) -> None:
    report = to_report([wire], colour=False, width=100)
    assert "threatens · “said” · word for word" in report
    assert "says · “said” · partly word for word" in report
    assert "a 34-year-old nurse · not identified" in report


def test_figures_tell_range_group_claimant_and_whole(wire: Reading) -> None:
    report = to_report([wire], colour=False, width=120)
    table = report.split("HOW MANY")[1].split("PEOPLE AND BODIES")[0]
    assert re.search(r"at least 3,000 +people +Interior Ministry", table)
    assert re.search(r"up to 20,000 +fighters +President Kassym-Jomart Tokayev", table)
    assert re.search(r"about 2,500 +soldiers +RIA, quoting Stanislav Zas", table)
    assert re.search(r"26 +armed criminals +Interior Ministry +7 Jan 2022", table)
    assert "part of 26" in table
    assert table.index("Killed") < table.index("Injured") < table.index("Detained")


def test_figures_of_one_clause_share_its_words(find_words: Callable[[str], Any]) -> None:
    text = "Gas rose from 60 to 120 tenge. It stayed there for a week, and 9 men left for good."
    at = find_words(text)
    figures = tuple(
        at.figure(f"f{words}", words, measure="price", low=float(words), high=float(words))
        for words in ("60", "120", "9")
    )
    report = to_report(
        [Reading(article=Article(id="", text=text), figures=figures)], colour=False, width=90
    )
    assert report.count("│ Gas rose from 60 to 120 tenge. [0–30]") == 1
    assert report.count("│ ") == 2


def test_what_stays_open_is_told_with_its_reason(wire: Reading) -> None:
    closing = to_report([wire], colour=False, width=100).split("LEFT OPEN")[1]
    assert "more than one reading fits: who (1 of 10 events) – “open fire”" in closing
    assert "in no gazetteer: GeoNames id, coordinates (1 of 3 places)" in closing
    assert closing.index("more than one reading") < closing.index("not stated:")


def test_words_of_an_article_cannot_steer_a_terminal(hostile: Reading) -> None:
    for colour in (False, True):
        report = to_report([hostile], colour=colour, width=100)
        report.encode("utf-8")
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x07\x1b\ud800]", ANSI.sub("", report))
    assert "[bold red]not markup[/]" in " ".join(
        to_report([hostile], colour=False, width=160).split()
    )
    assert ":smile:" in to_report([hostile], colour=False, width=160)


def test_an_empty_reading_says_so(empty: Reading) -> None:
    report = to_report([empty], colour=False, width=80)
    assert "Nothing was found in this article." in report
    assert "An article without words" in report
    assert to_report([], colour=False, width=80) == ""


def test_several_readings_begin_with_an_overview(wire: Reading, empty: Reading) -> None:
    for width in (60, 80, 120):
        report = to_report([wire, empty], colour=False, width=width)
        assert report.startswith("2 articles")
        assert report.index("1/2") < report.index("2/2")


def test_one_article_takes_less_than_fifty_milliseconds(wire: Reading) -> None:
    to_report([wire], colour=True, width=100)
    spent = []
    for _ in range(5):
        began = time.process_time()
        to_report([wire], colour=True, width=100)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.05


@given(
    st.text(max_size=60),
    st.one_of(
        st.none(),
        st.from_regex(r"[\dX]{4}(-[\dXW]{2,3}){0,2}[T~?%/.:\dZ]{0,9}"),
        st.text(max_size=20),
    ),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), min_size=1, max_size=6),
    st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
)
def test_any_reading_can_be_shown(
    text: str, date: str | None, ends: list[tuple[int, int]], bound: float | None
) -> None:
    spans = [mark(text, min(pair), max(pair)) for pair in ends]
    first = spans[0]
    reading = Reading(
        article=Article(id=text, text=text, title=date, published=date, url=text, outlet=text),
        times=tuple(Time(id=f"t{n}", start=s.start, end=s.end, text=s.text, edtf=date)
                    for n, s in enumerate(spans)),
        figures=tuple(Figure(id=f"f{n}", start=s.start, end=s.end, text=s.text, measure="other",
                             low=bound, high=None, of=first, unit=text, per=text)
                      for n, s in enumerate(spans)),
        events=tuple(Event(id=f"x{n}", trigger=s, sentence=first, type="OTHER", mode=text,
                           date=date, actors=(text,), figures=("f0",))
                     for n, s in enumerate(spans)),
        statements=(Statement(id="s", speaker=text, source=first, cue=first, manner="mixed",
                              content=tuple(spans), voice=text),),
    )  # fmt: skip
    to_report([reading], colour=True, width=60).encode()
    to_html([reading]).encode()


def test_the_reading_is_left_as_it_was(wire: Reading) -> None:
    before = msgspec.json.encode(wire)
    to_report([wire], colour=True, width=60)
    assert msgspec.json.encode(wire) == before
