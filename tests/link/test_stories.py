"""Stories do not depend on the order of articles, and hold each article once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.link import find_stories
from dateline.records.articles import Article

TEXTS = {
    "quake-a": ("2023-02-06", "A strong earthquake hit Gaziantep and Malatya before dawn."),
    "quake-b": ("2023-02-07", "Rescuers in Gaziantep and Malatya dug through rubble."),
    "vote-a": ("2023-02-06", "Voters in Nicosia chose Nikos Christodoulides as president."),
    "vote-b": ("2023-02-12", "Nikos Christodoulides, elected in Nicosia, thanked his voters."),
    "alone": ("2023-02-06", "The orchestra of Tampere will tour Estonia in spring."),
}
ARTICLES = [
    Article(id=key, key=key, text=text, published=published)
    for key, (published, text) in TEXTS.items()
]


def test_articles_with_the_same_names_are_one_story() -> None:
    groups = {story.articles for story in find_stories(ARTICLES)}
    assert groups == {("quake-a", "quake-b"), ("vote-a", "vote-b"), ("alone",)}


def test_a_story_is_called_after_its_first_article() -> None:
    assert {s.story for s in find_stories(ARTICLES)} == {"quake-a", "vote-a", "alone"}


def test_years_apart_the_same_names_are_two_stories() -> None:
    old, new = ARTICLES[0], ARTICLES[1]
    later = Article(id="x", key="later", text=new.text, published="2031-02-07")
    assert len(find_stories([old, new])) == 1
    assert len(find_stories([old, later])) == 2


@given(st.permutations(ARTICLES))
def test_the_order_of_articles_changes_nothing(articles: list[Article]) -> None:
    assert find_stories(articles) == find_stories(ARTICLES)


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_article_stands_in_exactly_one_story(texts: list[str]) -> None:
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    members = [key for story in find_stories(articles) for key in story.articles]
    assert sorted(members) == sorted(str(n) for n in range(len(texts)))
