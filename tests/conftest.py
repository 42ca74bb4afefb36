"""What the tests share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline.records.parses import Parse

if TYPE_CHECKING:
    from dateline.reader import Reader
    from dateline.records.readings import Reading

TOOLS = Path(__file__).resolve().parent.parent / "tools"
SHARED = TOOLS.parent.parent / "shared"


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Return the one reader of a test run; its models are loaded when first needed."""
    from dateline.reader import Reader

    return Reader()


@pytest.fixture(scope="session")
def read_parse(reader: Reader) -> Callable[[str], Parse]:
    """Return a function that parses a text with the real parser, loaded once."""
    return cache(reader.parser.parse)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of labelled data and scorers; skip visibly where it is missing."""
    if not (SHARED / "score" / "score.py").exists():
        pytest.skip(f"needs {SHARED}, the labelled data and its scorers")
    if "scoring" not in sys.modules:
        sys.path.insert(0, str(TOOLS))
        from scorers import load_scorers  # type: ignore[import-not-found]

        load_scorers(SHARED)
    return SHARED


@pytest.fixture(scope="session")
def sample() -> Reading:
    """Return a reading written down by hand that uses every field of the record."""
    from dateline.records.articles import Article, Origin, digest
    from dateline.records.readings import (
        Codes,
        Entity,
        Event,
        Figure,
        Link,
        MadeBy,
        Mention,
        Place,
        Reading,
        Role,
        Statement,
        Time,
        Voice,
    )
    from dateline.records.readings import Warning as Notice
    from dateline.records.texts import Span, mark

    text = (
        "Mayor Ana Reis said on Friday that the flood had killed at least four people in Porto. "
        "“Two of them were children,” she told the council."
    )

    def span(words: str) -> Span:
        start = text.index(words)
        return mark(text, start, start + len(words))

    ana, she = span("Ana Reis"), span("she")
    return Reading(
        made_by=MadeBy("0.1", "sha256:00", "none"),
        warnings=(Notice("language-doubtful", "a short text"),),
        article=Article(
            id=digest(text),
            text=text,
            key="k1",
            title="Flood",
            published="2022-01-07",
            published_from="given",
            outlet="Wire",
            url="https://example.org/flood",
            origin=Origin(sha256="00", encoding="utf-8", length=140, edits=((0, 1, 0, 2),)),
        ),
        entities=(
            Entity(
                id="e6",
                kind="person",
                name="Ana Reis",
                mentions=(
                    Mention(ana.start, ana.end, ana.text),
                    Mention(she.start, she.end, she.text, "pronoun"),
                ),
                roles=(Role("Mayor", "e120", "2022-01-07"), Role("member", "PRT")),
                country="PRT",
                sector="GOV",
                code="PRTGOV",
            ),
            Entity(
                id="e120",
                kind="organization",
                name="the council",
                mentions=(
                    Mention(
                        span("the council").start, span("the council").end, "the council", "nominal"
                    ),
                ),
                why={"country": "not-stated", "sector": "not-stated", "code": "not-stated"},
            ),
        ),
        places=(
            Place(
                id="p80",
                name="Porto",
                mentions=(span("Porto"),),
                geonameid=2735943,
                lat=41.14961,
                lon=-8.61099,
                country="PRT",
                admin1="Porto",
                feature="PPLA",
            ),
        ),
        times=(
            Time(
                id="t20",
                start=span("on Friday").start,
                end=span("on Friday").end,
                text="on Friday",
                edtf="2022-01-07",
                anchor="published",
            ),
        ),
        voices=(
            Voice(id="v0"),
            Voice(id="v1", chain=(Link(source="e6", cue=span("said"), span=span("Ana Reis")),)),
        ),
        statements=(
            Statement(
                id="s31",
                speaker="e6",
                source=span("Mayor Ana Reis"),
                cue=span("said"),
                content=(span("the flood had killed at least four people in Porto"),),
                manner="indirect",
                voice="v0",
                time="t20",
                why={"addressee": "not-stated", "place": "not-stated"},
            ),
            Statement(
                id="s88",
                speaker="e6",
                source=span("she"),
                cue=span("told"),
                content=(span("Two of them were children"),),
                manner="direct",
                voice="v0",
                addressee="e120",
                time="t20",
                place="p80",
            ),
        ),
        figures=(
            Figure(
                id="f56",
                start=span("at least four").start,
                end=span("at least four").end,
                text="at least four",
                measure="killed",
                low=4,
                high=None,
                unit="people",
                of=span("people"),
                place="p80",
                voice="v1",
                why=dict.fromkeys(("per", "population", "part_of", "time"), "not-stated")
                | {"high": "open"},
            ),
            Figure(
                id="f88",
                start=span("Two").start,
                end=span("Two").end,
                text="Two",
                measure="killed",
                low=2,
                high=2,
                unit="people",
                of=span("children"),
                population="CVL",
                part_of="f56",
                place="p80",
                time="t20",
                voice="v1",
                why={"per": "not-stated"},
            ),
        ),
        events=(
            Event(
                id="x49",
                trigger=span("killed"),
                sentence=span("the flood had killed at least four people in Porto"),
                type="OTHER",
                mode="disaster",
                actors=("e6",),
                recipients=("e120",),
                place="p80",
                time="t20",
                date="../2022-01-07",
                figures=("f56",),
                codes=Codes("190", "Attack"),
                voice="v1",
                confidence=0.5,
                context=("natural",),
                mentions=(span("flood"),),
            ),
        ),
    )
