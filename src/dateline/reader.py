"""The whole reading of one article, and of many: text, language, extract, record."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from dateline.errors import BadRecord, DatelineError, RuleBroken, UsageError
from dateline.extract import find
from dateline.language import Parser
from dateline.made_by import made_by
from dateline.records.articles import Article
from dateline.records.failures import Failure, Stage, to_failure
from dateline.records.pages import Page
from dateline.records.parses import Parse
from dateline.records.readings import Reading
from dateline.records.readings import Warning as Notice
from dateline.text import prepare
from dateline.text.dates import parse_published

__all__ = ["Reader", "Source"]

# What `read_many` takes as one article: its text, or a mapping as a corpus line has it.
Source = str | Mapping[str, Any] | Page
Ready = tuple[Page, Article, tuple[Notice, ...]]


class Reader:
    """Reads articles, and keeps the models loaded from one to the next.

    >>> reader = Reader()  # doctest: +SKIP
    >>> reader.read("Flood kills four in Porto.", published="2022-01-07")  # doctest: +SKIP
    """

    def __init__(self) -> None:
        """Load the models; takes about two seconds."""
        self.parser = Parser()
        self.made_by = made_by(self.parser.model)

    def read(
        self,
        text: str | bytes,
        *,
        published: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Reading:
        """Return the reading of one article, given as text, or as text or HTML in bytes.

        `published` is a date such as 2022-01-07, against which "yesterday" is resolved.

        Raises:
            NoText, TextTooLong, UnreadableFile: if there is no article to read.
            UnsupportedLanguage: if it is in another language than English.
            UsageError: if `published` is no date.
            RuleBroken: if a rule of dateline fails, which is a defect of ours.
        """
        page = Page(body=text, title=title, url=url)
        article, notices = prepare(page, published=check_date(published), outlet=outlet)
        with broken_rules():
            return self._to_reading(
                article, notices, self.parser.parse(article.text, start=article.body_start)
            )

    def read_many(
        self,
        articles: Iterable[Source | Failure],
        *,
        published: str | None = None,
        outlet: str | None = None,
        processes: int = 1,
    ) -> Iterator[Reading | Failure]:
        """Yield a reading, or the failure, of each article, in order and as they come.

        Articles are texts, or mappings with the keys of a corpus line: "text", and "key",
        "title", "published", "outlet", "url" where known. `published` and `outlet`, where
        given, hold for all of them. `processes` spreads the work; 0 means every core.

        Raises:
            UsageError: if `published` is no date or `processes` is negative.
        """
        day = check_date(published)
        if processes < 0:
            raise UsageError(f"processes is {processes}, expected 0 (every core), 1 or more")
        if processes != 1:
            from dateline.crews import read_in_processes  # noqa: PLC0415 - when needed

            return read_in_processes(articles, day, outlet, processes)
        return self._read_batches(articles, day, outlet)

    def _read_batches(
        self, articles: Iterable[Source | Failure], published: str | None, outlet: str | None
    ) -> Iterator[Reading | Failure]:
        waiting: deque[Ready | Failure] = deque()

        def texts() -> Iterator[tuple[str, int]]:
            for number, source in enumerate(articles, 1):
                ready = prepare_one(source, number, published, outlet)
                waiting.append(ready)
                if not isinstance(ready, Failure):
                    yield ready[1].text, ready[1].body_start

        for parse in self.parser.parse_many(texts()):
            while isinstance(ready := waiting.popleft(), Failure):
                yield ready
            yield self._finish(*ready, parse)
        for left in waiting:
            assert isinstance(left, Failure)
            yield left

    def _finish(
        self, page: Page, article: Article, notices: tuple[Notice, ...], parse: Parse
    ) -> Reading | Failure:
        try:
            with broken_rules():
                return self._to_reading(article, notices, parse)
        except RuleBroken as error:
            return to_failure(error, where=page.where, stage="extract", key=page.key)

    def _to_reading(self, article: Article, notices: tuple[Notice, ...], parse: Parse) -> Reading:
        found = find(parse, article.published)
        return Reading(
            made_by=self.made_by,
            warnings=(*notices, *found.warnings),
            article=article,
            entities=found.entities,
            places=found.places,
            times=found.times,
            voices=found.voices,
            statements=found.statements,
            figures=found.figures,
            events=found.events,
        )


def check_date(published: str | None) -> str | None:
    """Return a date given by the user, in EDTF.

    Raises:
        UsageError: if it is none.
    """
    if published is None:
        return None
    day = parse_published(published)
    if day is None:
        raise UsageError(f"found {published!r}, expected a publication date such as 2022-01-07")
    return day


def prepare_one(
    source: Source | Failure, number: int, published: str | None, outlet: str | None
) -> Ready | Failure:
    """Return an article ready to be parsed, or the failure that stands in the way."""
    if isinstance(source, Failure):
        return source
    where, key, stage = f"article {number}", None, "sources"
    try:
        page = to_page(source, where)
        where, key, stage = page.where, page.key, "text"
        with broken_rules():
            return page, *prepare(page, published=published, outlet=outlet)
    except DatelineError as error:
        return to_failure(error, where=where, stage=_stage(error, stage), key=key)


def to_page(source: Source, where: str) -> Page:
    """Return the page of an article that was handed over as a value.

    Raises:
        BadRecord: if it is neither a text nor a mapping with one.
    """
    if isinstance(source, Page):
        return source
    if isinstance(source, str):
        return Page(body=source, where=where)
    if not isinstance(source, Mapping) or not isinstance(source.get("text"), str):
        raise BadRecord('found no text, expected a string or a mapping with "text"')
    named = {name: source.get(name) for name in ("key", "title", "published", "outlet", "url")}
    for name, value in named.items():
        if value is not None and not isinstance(value, str):
            raise BadRecord(f'found {type(value).__name__} in "{name}", expected a string')
    return Page(body=source["text"], where=named["key"] or where, **named)


def _stage(error: DatelineError, stage: str) -> Stage:
    code = error.code
    if code == "unsupported-language":
        return "language"
    return "sources" if stage == "sources" else "text"


class broken_rules:  # noqa: N801 - used as a statement
    """Turns errors outside our tree into `RuleBroken`, with the traceback in `trace`."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> None:
        """Turn the error, if there is one of the wrong kind."""
        if error is None or isinstance(error, DatelineError) or not isinstance(error, Exception):
            return
        broken = RuleBroken(
            f"a rule of dateline broke on this text ({type(error).__name__}: {error})",
            hint="please report it, with the traceback that --debug prints",
        )
        broken.trace = "".join(traceback.format_exception(error))
        raise broken from error


@cache
def _shared_reader() -> Reader:
    return Reader()


def read(
    text: str | bytes,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Reading:
    """Return the reading of one article; the models are loaded on the first call.

    See `Reader.read` for the options and errors.
    """
    return _shared_reader().read(text, published=published, outlet=outlet, title=title, url=url)
