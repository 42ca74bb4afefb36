"""The words taken out of a page lead back to their place in it."""

from __future__ import annotations

import time

from hypothesis import example, given
from hypothesis import strategies as st

from dateline.records.edits import to_source
from dateline.text.visible import Visible, align

PAGE = """<!DOCTYPE html><html><head><title>Flood | Wire</title><style>p { color: red }</style>
<script>var words = "Flood kills four";</script></head><body><!-- Flood kills four -->
<nav><a href="/">Home</a></nav><h1>Flood kills four</h1>
<p>Four people <b>die</b>d in
  Porto &amp; Braga, R&eacute;gua&#x2019;s mayor said.</p><p>Rain fell.</p></body></html>"""
BODY = "Flood kills four\nFour people died in Porto & Braga, Régua’s mayor said.\nRain fell."


def source_of(words: str) -> str:
    start = BODY.index(words)
    low, high = to_source(align(BODY, PAGE, Visible(PAGE)), start, start + len(words))
    return PAGE[low:high]


def test_scripts_styles_and_comments_are_not_seen() -> None:
    seen = Visible(PAGE).text
    assert "color" not in seen
    assert "var" not in seen
    assert seen.count("Flood kills four") == 1


def test_blocks_are_kept_apart_and_inline_marks_are_not() -> None:
    assert list(Visible("<div>one<p>t<b>w</b>o<br>three</div>").blocks()) == ["one", "two", "three"]


def test_words_lead_back_to_the_page() -> None:
    assert source_of("Flood") == "Flood"
    assert source_of("Porto") == "Porto"
    assert source_of("Rain fell.") == "Rain fell."
    assert source_of("Four people") == "Four people"


def test_words_with_marks_inside_lead_back_to_all_of_them() -> None:
    assert source_of("died") == "die</b>d"
    assert source_of("Régua’s") == "R&eacute;gua&#x2019;s"
    assert source_of("&") == "&amp;"


def test_words_that_are_not_in_the_page_spoil_nothing() -> None:
    body = "By our own reporter\n" + BODY
    edits = align(body, PAGE, Visible(PAGE))
    start = body.index("Porto")
    low, high = to_source(edits, start, start + 5)
    assert PAGE[low:high] == "Porto"


def test_a_broken_page_is_scanned_in_one_pass() -> None:
    for piece in ("<!--", "<script>", "<p", "&", "<", "<style><", "< ", "&#"):
        began = time.perf_counter()
        Visible(piece * 50_000)
        assert time.perf_counter() - began < 3, piece


@example("&aa", "a a")
@example("&ampaa", "a a")
@given(
    st.text(alphabet="ab &;<>/p!-#x\n\u00a0é", max_size=80),
    st.text(alphabet="ab p\n&é", max_size=40),
)
def test_any_page_and_any_words_give_ordered_edits(page: str, body: str) -> None:
    text_at = source_at = 0
    for start, end, low, high in align(body, page, Visible(page)):
        assert text_at <= start <= end <= len(body)
        assert source_at <= low <= high <= len(page)
        assert body[text_at:start] == page[source_at:low]
        text_at, source_at = end, high
    assert body[text_at:] == page[source_at:]
