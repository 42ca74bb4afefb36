"""The whole reading of one article, and of many: text, language, extract, record."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from dateline.codebooks import Files, load_codebooks, to_paths
from dateline.encoder import Encoder
from dateline.errors import (
    BadCodebook,
    BadRecord,
    DatelineError,
    LanguageError,
    RuleBroken,
    UsageError,
)
from dateline.extract import find
from dateline.language import Parser
from dateline.made_by import made_by
from dateline.records.articles import Article
from dateline.records.codebooks import Codebooks
from dateline.records.failures import Failure, Stage, to_failure
from dateline.records.pages import Page
from dateline.records.parses import Parse
from dateline.records.readings import MadeBy, Reading
from dateline.records.readings import Warning as Notice
from dateline.text import prepare
from dateline.text.dates import parse_published

__all__ = ["Reader", "Source"]

# What `read_many` takes as one article: its text, or a mapping as a corpus line has it.
Source = str | bytes | Mapping[str, Any] | Page
Ready = tuple[Page, Article, tuple[Notice, ...]]


class Reader:
    """Reads articles, and keeps the models loaded from one to the next.

    >>> reader = Reader()  # doctest: +SKIP
    >>> reader.read("Flood kills four in Porto.", published="2022-01-07")  # doctest: +SKIP
    """

    def __init__(self, *, actors: Files = (), types: Files = (), thorough: bool = False) -> None:
        """Take files of the user's own actors and event types; see docs/own-codebooks.md.

        `thorough` asks the encoder as well about each sentence that may report an event: more
        events are found and typed right, in about 1.6 times the time (docs/events.md).
        `notices` is what a person should know about them, a line each; `digests` what
        `made_by` says of them.

        Raises:
            BadCodebook: if a file cannot be used, with all that is wrong in it.
        """
        self._files = to_paths(actors), to_paths(types)
        self._codebooks = load_codebooks(*self._files)
        own = self._codebooks
        self.digests = own.digests if own else ()
        self._encoder = Encoder() if thorough else None
        if self._encoder is not None:
            self.digests += (self._encoder.digest,)
        self.notices = own.notices if own else ()

    @cached_property
    def codebooks(self) -> Codebooks | None:
        """The user's own actors and event types, with their examples parsed; None without."""
        return with_parses(self._codebooks, self.parser)

    @cached_property
    def parser(self) -> Parser:
        """The parser; its models are loaded on first use, which takes about a second."""
        return Parser()

    @cached_property
    def made_by(self) -> MadeBy:
        """What makes this reader's readings: version, rules and models."""
        return made_by(self.parser.model, self.digests)

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
        parser = self.parser
        with broken_rules():
            parse = parser.parse(article.text, start=article.body_start)
            return self._to_reading(article, notices, parse)

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

            work = partial(
                _read_parcel,
                published=day,
                outlet=outlet,
                files=self._files,
                thorough=self._encoder is not None,
                digests=self.digests,
            )
            return read_in_processes(to_pages(articles), work, processes)
        return self._read_batches(to_pages(articles), day, outlet)

    def _read_batches(
        self, pages: Iterator[Page | Failure], published: str | None, outlet: str | None
    ) -> Iterator[Reading | Failure]:
        waiting: deque[Ready | Failure] = deque()

        def texts() -> Iterator[tuple[str, int]]:
            for page in pages:
                ready = prepare_one(page, published, outlet)
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
        if self._encoder is not None:
            parse = parse.with_senses(self._encoder)
        found = find(parse, article.published, own=self.codebooks)
        # That the day is unknown was said when the article was prepared.
        said = {notice.code for notice in notices}
        doubts = [
            one
            for one in found.warnings
            if one.code != "published-missing" or "no-publication-date" not in said
        ]
        return Reading(
            made_by=self.made_by,
            warnings=(*notices, *doubts),
            article=article,
            entities=found.entities,
            places=found.places,
            times=found.times,
            voices=found.voices,
            statements=found.statements,
            figures=found.figures,
            events=found.events,
        )


def with_parses(own: Codebooks | None, parser: Parser) -> Codebooks | None:
    """Return a user's codebooks with the parse of each example sentence."""
    if own is None:
        return None
    sentences = list(
        {one.text: None for kind in own.types for one in (*kind.examples, *kind.unlike)}
    )
    parses = parser.parse_many((one, 0) for one in sentences)
    return replace(own, parses=dict(zip(sentences, parses, strict=True)))


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


def to_pages(articles: Iterable[Source | Failure]) -> Iterator[Page | Failure]:
    """Yield a page for each article that was handed over, or why it is none."""
    for number, source in enumerate(articles, 1):
        if isinstance(source, Page | Failure):
            yield source
            continue
        try:
            yield to_page(source, f"article {number}")
        except BadRecord as error:
            yield to_failure(error, where=f"article {number}", stage="sources")


def to_page(source: object, where: str) -> Page:
    """Return the page of an article that was handed over as a value.

    Raises:
        BadRecord: if it is neither a text nor a mapping with one.
    """
    if isinstance(source, str | bytes):
        return Page(body=source, where=where)
    if not isinstance(source, Mapping) or not isinstance(source.get("text"), str):
        raise BadRecord('found no text, expected a string or a mapping with "text"')
    named = {name: source.get(name) for name in ("key", "title", "published", "outlet", "url")}
    for name, value in named.items():
        if value is not None and not isinstance(value, str):
            raise BadRecord(f'found {type(value).__name__} in "{name}", expected a string')
    return Page(body=source["text"], where=named["key"] or where, **named)


def prepare_one(page: Page | Failure, published: str | None, outlet: str | None) -> Ready | Failure:
    """Return an article ready to be parsed, or the failure that stands in the way."""
    if isinstance(page, Failure):
        return page
    try:
        with broken_rules():
            return page, *prepare(page, published=published, outlet=outlet)
    except DatelineError as error:
        stage: Stage = "language" if isinstance(error, LanguageError) else "text"
        return to_failure(error, where=page.where, stage=stage, key=page.key)


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


def _read_parcel(
    parcel: list[Page | Failure],
    *,
    published: str | None,
    outlet: str | None,
    files: tuple[tuple[Path, ...], tuple[Path, ...]] = ((), ()),
    thorough: bool = False,
    digests: tuple[str, ...] = (),
) -> Iterator[Reading | Failure]:
    reader = _shared_reader(*files, thorough)
    if reader.digests != digests:
        raise BadCodebook("a file of your own actors or types changed while articles were read")
    return reader.read_many(parcel, published=published, outlet=outlet)


@cache
def _shared_reader(
    actors: tuple[Path, ...] = (),
    types: tuple[Path, ...] = (),
    thorough: bool = False,  # noqa: FBT001, FBT002 - a key of the cache
) -> Reader:
    return Reader(actors=actors, types=types, thorough=thorough)


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
