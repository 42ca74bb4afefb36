"""A page gives its article and its metadata, and nothing of its furniture."""

from __future__ import annotations

import pytest

from dateline.errors import DatelineError, NoText, TextTooLong, UnsupportedLanguage
from dateline.records.edits import to_source
from dateline.records.pages import Page
from dateline.records.readings import Warning as Notice
from dateline.text import LONGEST, prepare
from dateline.text.markup import extract, is_markup

BODY = "".join(
    f"<p>The police said on day {n} that {n} of the men from the harbour had been released.</p>"
    for n in range(2, 9)
)


def page(head: str = "", body: str = BODY) -> str:
    return (
        f"<!doctype html><html><head>{head}</head><body><nav><a href='/x'>Sport</a>"
        f"<a href='/y'>Weather</a></nav><main><article><h1>Men released</h1>{body}</article></main>"
        "<footer>Subscribe to our letter. All rights reserved.</footer></body></html>"
    )


def prepared(body: str | bytes, **metadata: str) -> tuple[object, tuple[Notice, ...]]:
    return prepare(Page(body=body, **metadata))


def test_the_article_is_read_without_the_furniture() -> None:
    found = extract(page())
    assert "of the men from the harbour" in found.text
    assert "Subscribe" not in found.text
    assert "Weather" not in found.text
    assert found.title == "Men released"


def test_metadata_comes_with_its_provenance() -> None:
    article, notices = prepare(
        Page(
            body=page(
                '<meta property="og:title" content="Men &amp; boys released">'
                '<meta property="og:site_name" content="Harbour News">'
                '<meta property="article:published_time" content="2022-01-07T09:00:00Z">'
                '<link rel="canonical" href="https://harbour.example/men">'
            ).encode()
        )
    )
    assert article.title == "Men & boys released"
    assert article.outlet == "Harbour News"
    assert article.url == "https://harbour.example/men"
    assert (article.published, article.published_from) == ("2022-01-07", "page")
    assert notices == ()


def test_json_ld_is_read_too() -> None:
    found = extract(
        page(
            '<script type="application/ld+json">[broken</script>'
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline":'
            ' "Freed", "datePublished": "2022-01-08", "publisher": {"name": "Wire"}}]}</script>'
        )
    )
    assert (found.title, found.published, found.outlet) == ("Freed", "2022-01-08", "Wire")


def test_a_guessed_date_is_said_to_be_guessed() -> None:
    article, notices = prepare(Page(body=page(body=f"<p>Published: January 9, 2022</p>{BODY}")))
    if article.published:
        assert article.published_from == "page-guess"
        assert "publication-date-guessed" in {notice.code for notice in notices}
    else:
        assert "no-publication-date" in {notice.code for notice in notices}


def test_what_the_user_says_wins_over_the_page() -> None:
    dated = page('<meta property="article:published_time" content="2022-01-07">')
    article, _ = prepare(Page(body=dated), published="2021-05-05", outlet="Mine")
    assert (article.published, article.published_from) == ("2021-05-05", "given")
    assert article.outlet == "Mine"


def test_every_word_leads_back_into_the_page() -> None:
    source = page().replace("harbour", "h&auml;rbour", 1)
    article, _ = prepare(Page(body=source.encode()))
    assert article.origin is not None
    for words in ("Men released", "day 2", "from the", "day 8"):
        start = article.text.index(words)
        low, high = to_source(article.origin.edits, start, start + len(words))
        assert source[low:high] == words
    start = article.text.index("härbour")
    low, high = to_source(article.origin.edits, start, start + 7)
    assert source[low:high] == "h&auml;rbour"


def test_scripts_are_not_run_and_entities_are_not_fetched() -> None:
    evil = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<html><body><script>document.write('four killed')</script><p>&x; "
        "The police said that all of the men had been released on Friday.</p></body></html>"
    )
    found = extract(evil)
    assert "root:" not in found.text
    assert "four killed" not in found.text
    assert "men had been released" in found.text


def test_paragraphs_are_read_where_there_is_no_article_to_be_seen() -> None:
    found = extract("<html><body><div>The police said that two of the men were free.</div></body>")
    assert found.text == "The police said that two of the men were free."


def test_a_page_without_words_says_what_to_do() -> None:
    with pytest.raises(NoText) as caught:
        prepared("<html><body><script>render()</script><div id='root'></div></body></html>")
    assert caught.value.hint


def test_a_header_before_markup_gives_the_date_and_stays_out_of_the_text() -> None:
    article, _ = prepare(Page(body=" date 2022-01-07 " + page()))
    assert (article.published, article.published_from) == ("2022-01-07", "header")
    assert "date 2022" not in article.text


def test_a_header_before_plain_words_stays_in_the_text() -> None:
    body = " date 2022-01-07 The police said on Friday that the men had been released.\n"
    article, notices = prepare(Page(body=body.encode(), media_type="text/html"))
    assert article.text == body
    assert article.body_start == 17
    assert (article.published, article.published_from) == ("2022-01-07", "header")
    assert notices == ()


def test_plain_words_with_angle_brackets_are_no_markup() -> None:
    assert not is_markup("He wrote <p> and </p> on the board.")
    assert not is_markup("if a < b then c", "text/html")
    assert is_markup("<p>He wrote on the board.</p>", "text/html")
    assert is_markup("\n<!-- made by hand -->\n<HTML><BODY>He wrote.")


def test_sound_text_is_kept_to_the_letter() -> None:
    body = "  Four   of the men\n\n\n“were released,” the police said…\t\n"
    article, _ = prepare(Page(body=body))
    assert article.text == body
    assert article.origin is not None
    assert article.origin.edits == ()


@pytest.mark.parametrize("body", ["", " \n", b"", b"\xef\xbb\xbf", "…—!", "date 2022-01-07 "])
def test_a_text_without_words_is_refused(body: str | bytes) -> None:
    with pytest.raises(NoText):
        prepared(body)


def test_a_text_too_long_is_refused() -> None:
    with pytest.raises(TextTooLong, match="2,000,0"):
        prepared("word " * (LONGEST // 5 + 10))


def test_a_text_in_another_language_is_refused() -> None:
    with pytest.raises(UnsupportedLanguage, match="de"):
        prepared(
            "Die Polizei teilte am Freitag mit, dass vier der festgenommenen Männer wieder frei"
            " seien. Die Ermittlungen dauern an."
        )


def test_metadata_is_cleaned_too() -> None:
    article, _ = prepare(
        Page(
            body="The police said that they were free.", title=" Men\n re\u00adleased ", outlet=" "
        )
    )
    assert article.title == "Men released"
    assert article.outlet is None


def test_an_unreadable_date_is_said_and_not_guessed_at() -> None:
    article, notices = prepare(
        Page(body="The police said that the four men were free.", published="03/04/2022")
    )
    assert article.published is None
    assert [notice.code for notice in notices] == [
        "publication-date-unreadable",
        "no-publication-date",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<html>" + "<div>" * 5000 + "The police said that they were free.",
        "<html><body>" + "<p>\x00\ud800&#xD800;&#x1;The police said so.</p>" * 3,
        "<html><frameset><frame src='x'></frameset></html>",
        "<html><body><p>" + "a" * 100_000,
        "<!doctype html>",
    ],
)
def test_a_broken_page_gives_words_or_our_own_error(body: str) -> None:
    try:
        article, _ = prepare(Page(body=body))
    except DatelineError:
        return
    assert article.text
