"""The page shows an article with its findings, and nothing an article says can act in it."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from html import unescape
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import to_html, to_report
from dateline.export.marks import Mark, find_lanes, mark_words, to_safe
from dateline.records.readings import Figure, Reading, Statement

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Page(HTMLParser):
    """Collects tags, ids, links and the article's own words; fails on crossed tags."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.cards = 0
        self.feed(page)
        self.close()
        assert not self.stack

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)
            if tag == "a":
                assert self.stack.count("a") == 1, "a link in a link"
            if self.cards or dict(attrs).get("class") == "card":
                self.cards += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag
        self.cards = max(0, self.cards - 1)

    def handle_data(self, data: str) -> None:
        if "article" in self.stack and not self.cards:
            self.words.append(data)

    @property
    def ids(self) -> list[str]:
        return [str(attrs["id"]) for _, attrs in self.tags if "id" in attrs]

    @property
    def links(self) -> list[str]:
        return [str(attrs["href"]) for tag, attrs in self.tags if tag == "a"]


def test_the_page_is_well_formed_and_its_anchors_lead_somewhere(wire: Reading) -> None:
    page = Page(to_html([wire, wire]))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_each_finding_leads_to_its_words_and_back(wire: Reading) -> None:
    page = Page(to_html([wire]))
    for letter, count in (("E", 10), ("S", 4), ("F", 5), ("P", 3), ("T", 5), ("N", 7)):
        for number in range(1, count + 1):
            listed = f"a1-{letter}{number}"
            assert listed in page.ids
            assert f"{listed}w" in page.ids
            assert f"#{listed}" in page.links
            assert f"#{listed}w" in page.links


def test_the_words_of_the_article_are_all_there(wire: Reading) -> None:
    shown = " ".join("".join(Page(to_html([wire])).words).split())
    assert shown == " ".join(wire.article.text.split())


def test_nothing_is_loaded_from_anywhere(wire: Reading) -> None:
    page = Page(to_html([wire]))
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    for _, attrs in page.tags:
        assert "style" not in attrs
        assert "src" not in attrs
        assert not any(name.startswith("on") for name in attrs)
    assert "url(" not in to_html([wire])
    assert "@import" not in to_html([wire])


def test_the_policy_names_the_style_sheet_by_its_hash(wire: Reading) -> None:
    whole = to_html([wire])
    style = re.search(r"<style>(.*?)</style>", whole, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(
        str(attrs["content"])
        for tag, attrs in Page(whole).tags
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_words_of_an_article_stay_words(hostile: Reading) -> None:
    whole = to_html([hostile])
    whole.encode("utf-8")
    page = Page(whole)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "svg", "i onload", "textarea"}
    for _, attrs in page.tags:
        assert not any(name.startswith("on") for name in attrs), attrs
    assert not any(link.lower().startswith("javascript") for link in page.links)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07\x1b]", whole)
    shown = "".join(page.words)
    assert "<script>alert(1)</script>" in shown
    assert "[U+202E]desrever[U+202C]" in shown
    assert '<img src=x onerror="alert(2)">' in shown
    assert "[U+D800]" in shown


def test_web_addresses_are_links_and_others_are_not(wire: Reading, hostile: Reading) -> None:
    assert "https://meridian.example/a?b=1&c=2" in Page(to_html([wire])).links
    assert "javascript:alert(6)" in to_html([hostile])


def test_layers_can_be_switched_without_a_script(wire: Reading) -> None:
    whole = to_html([wire])
    boxes = [a for tag, a in Page(whole).tags if tag == "input"]
    assert [box["id"] for box in boxes] == [
        "on-statement", "on-figure", "on-event", "on-time", "on-place", "on-people",
    ]  # fmt: skip
    for box in boxes:
        assert box["type"] == "checkbox"
        assert f"#{box['id']}:not(:checked)" in whole


def test_the_card_of_a_finding_tells_chain_and_reasons(wire: Reading) -> None:
    whole = to_html([wire])
    assert "<b>says so</b><span>RIA, quoting Stanislav Zas</span>" in whole
    assert "what is counted: not stated" in whole
    assert "<b>status</b><span>demanded</span>" in whole


def test_an_empty_reading_makes_a_page(empty: Reading) -> None:
    assert "Nothing was found in this article." in to_html([empty])
    assert Page(to_html([])).tags


def mark(start: int, end: int, kind: str = "event", tag: str = "E1") -> Mark:
    return Mark(start=start, end=end, kind=kind, tag=tag, target=tag, card="", anchor=f"{tag}w")


def test_nested_findings_nest_and_crossing_ones_are_split() -> None:
    nested = mark_words("abcdef", 0, 6, [mark(0, 6, tag="S1"), mark(2, 4, tag="F1")])
    assert nested.count('<span class="m ') == 2
    crossed = mark_words("abcdef", 0, 6, [mark(0, 4, tag="S1"), mark(2, 6, tag="F1")])
    assert crossed.count('<span class="m ') == 3
    assert crossed.count('id="S1w"') == crossed.count('id="F1w"') == 1


@pytest.mark.parametrize("spans", [
    [(0, 3), (0, 3), (0, 3), (0, 3), (0, 3)],
    [(0, 5), (1, 6), (2, 7), (3, 8), (4, 9)],
    [(0, 9), (0, 1), (8, 9), (3, 3), (4, 20), (-2, 2)],
    [(5, 9), (0, 5), (4, 6)],
])  # fmt: skip
def test_any_overlap_leaves_the_words_whole(spans: list[tuple[int, int]]) -> None:
    marks = [mark(s, e, tag=f"E{n}") for n, (s, e) in enumerate(spans)]
    text = "abc<e&ghi"
    html = f"<article>{mark_words(text, 0, 9, marks)}</article>"
    assert "".join(Page(html).words) == text


@given(
    st.text(st.characters(), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=12),
)
def test_the_words_survive_any_marks(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [mark(s, e, tag=f"E{n}") for n, (s, e) in enumerate(spans)]
    html = f"<article>{mark_words(text, 0, len(text), marks)}</article>"
    assert "".join(Page(html).words) == unescape(to_safe(text))


def test_overlapping_lines_keep_to_lanes_of_their_own() -> None:
    marks = [mark(0, 30), mark(5, 20), mark(6, 8), mark(22, 25), mark(0, 9, kind="time")]
    assert find_lanes(marks) == [3, 2, 1, 1, 0]


def test_a_finding_over_two_paragraphs_is_marked_in_both(wire: Reading) -> None:
    text = "One two.\n\nThree four."
    reading = msgspec.structs.replace(
        wire,
        article=msgspec.structs.replace(wire.article, text=text, body_start=0),
        entities=(), places=(), times=(), events=(), figures=(),
        statements=(msgspec.structs.replace(wire.statements[0], speaker=None, source=None, cue=None,
                    content=(type(wire.statements[0].content[0])(4, 15, text[4:15]),)),),
    )  # fmt: skip
    whole = to_html([reading])
    assert whole.count('<span class="m statement') == 2
    assert whole.count('id="a1-S1w"') == 1


def test_a_long_article_full_of_findings_stays_quick(wire: Reading) -> None:
    text = "word " * 20_000
    figures = tuple(
        Figure(id=f"f{n}", start=n * 60, end=n * 60 + 9, text=text[n * 60 : n * 60 + 9],
               measure="killed", low=1.0, high=1.0) for n in range(1500)
    )  # fmt: skip
    said = tuple(
        Statement(id=f"s{n}", speaker=None, source=None, cue=None, manner="direct", voice="v0",
                  content=(type(wire.statements[0].content[0])(n * 500, n * 500 + 400, ""),))
        for n in range(190)
    )  # fmt: skip
    article = msgspec.structs.replace(wire.article, text=text, body_start=0)
    reading = Reading(article=article, figures=figures, statements=said)
    began = time.process_time()
    to_html([reading])
    assert time.process_time() - began < 1.0


def test_one_article_takes_less_than_fifty_milliseconds(wire: Reading) -> None:
    to_html([wire])
    began = time.process_time()
    to_html([wire])
    assert time.process_time() - began < 0.05


def test_findings_without_words_are_shown_all_the_same(wire: Reading) -> None:
    reading = msgspec.structs.replace(
        wire,
        entities=tuple(msgspec.structs.replace(e, mentions=()) for e in wire.entities),
        places=tuple(msgspec.structs.replace(p, mentions=()) for p in wire.places),
        statements=tuple(msgspec.structs.replace(s, content=()) for s in wire.statements),
    )
    assert "Stanislav Zas" in to_html([reading])
    assert "Stanislav Zas" in to_report([reading], colour=False, width=80)


def test_thousands_of_crossing_findings_in_one_paragraph_stay_quick() -> None:
    text = "x" * 100_000
    marks = [mark(n * 10, n * 10 + 15, tag=f"E{n}") for n in range(9_000)]
    began = time.process_time()
    mark_words(text, 0, len(text), marks)
    assert time.process_time() - began < 1.0
