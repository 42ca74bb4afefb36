"""`dateline stories`: which articles tell one story."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from dateline.cli import DONE, FAILED, complain

if TYPE_CHECKING:
    from dateline.link import Story
    from dateline.records.articles import Article

# A table shows this much of an article's beginning where it has no title.
SHOWN = 70
WIDEST_KEY = 40


@click.command("stories", short_help="Tell which articles tell one story.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table",
              show_default=True, help="What to write.")  # fmt: skip
@click.option("--alone", is_flag=True, help="Show articles that share their story with none, too.")
@click.option("--allow-private", is_flag=True,
              help="Let URLs lead to this machine and to private networks.")  # fmt: skip
def command(sources: tuple[str, ...], *, form: str, alone: bool, allow_private: bool) -> int:
    """Group articles by the matter they tell, first published first.

    A SOURCE is what `dateline read` takes. Articles belong together when they share
    names and numbers that few others use, within days of each other. In JSON Lines every
    story is written, those of one article too.
    """
    from dateline.link import find_stories  # noqa: PLC0415 - not needed for --help

    failed: list[str] = []
    articles = list(_articles(sources, allow_private, failed))
    stories = find_stories(articles)
    if form == "jsonl":
        for story in stories:
            line = {"story": story.story, "articles": list(story.articles)}
            click.echo(json.dumps(line, ensure_ascii=False))
    else:
        _write_table(stories, {a.key or a.id: a for a in articles}, alone=alone)
    return FAILED if failed else DONE


def _articles(
    sources: Iterable[str],
    allow_private: bool,  # noqa: FBT001 - handed on
    failed: list[str],
) -> Iterator[Article]:
    """Yield the articles of all sources; report and count what cannot be read."""
    from dateline import sources as stage  # noqa: PLC0415 - not needed for --help
    from dateline.errors import DatelineError  # noqa: PLC0415
    from dateline.records.failures import Failure  # noqa: PLC0415
    from dateline.text import prepare  # noqa: PLC0415

    for source in sources:
        for page in stage.read(source, allow_private=allow_private):
            if isinstance(page, Failure):
                failed.append(page.where)
                complain(f"{page.where}: {page.message}", page.hint)
                continue
            try:
                yield prepare(page)[0]
            except DatelineError as error:
                failed.append(page.where)
                complain(f"{page.where}: {error.message}", error.hint)


def _write_table(stories: list[Story], articles: dict[str, Article], *, alone: bool) -> None:
    for story in stories:
        if len(story.articles) == 1 and not alone:
            continue
        width = min(WIDEST_KEY, max(map(len, story.articles)))
        count = len(story.articles)
        click.echo(f"{story.story}  ({count} article{'s' if count > 1 else ''})")
        for key in story.articles:
            article = articles[key]
            begins = article.text[article.body_start :].lstrip().partition("\n")[0]
            title = (article.title or begins)[:SHOWN]
            outlet = f"{article.outlet}: " if article.outlet else ""
            click.echo(f"  {article.published or 'undated':<10}  {key:<{width}}  {outlet}{title}")
    single = sum(len(story.articles) == 1 for story in stories)
    if single and not alone:
        click.echo(f"{single} more articles stand alone (--alone shows them)")
