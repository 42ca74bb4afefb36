# ruff: noqa: E501 - a table of findings reads best one finding a line
"""A whole Reading of the wire text, written by hand: every kind of finding, every status."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.records.articles import Article, digest
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
    Warning,  # noqa: A004 - the contract's word
)
from dateline.records.texts import Span, mark

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Finder:
    """Finds the spans of words in a text, so that no offset is written by hand."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str, near: str = "") -> Span:
        start = self.text.index(words, self.text.index(near) if near else 0)
        return mark(self.text, start, start + len(words))

    def mention(self, words: str, near: str = "", form: str = "name") -> Mention:
        found = self.span(words, near)
        return Mention(found.start, found.end, found.text, form)  # type: ignore[arg-type]

    def time(self, name: str, words: str, edtf: str | None, near: str = "", **rest: object) -> Time:
        found = self.span(words, near)
        fields = {"id": name, "edtf": edtf, **rest}
        return Time(start=found.start, end=found.end, text=words, **fields)  # type: ignore[arg-type]

    def figure(self, name: str, words: str, near: str = "", **rest: object) -> Figure:
        found = self.span(words, near)
        return Figure(id=name, start=found.start, end=found.end, text=words, **rest)  # type: ignore[arg-type]

    def sentence(self, words: str, near: str = "") -> Span:
        found = self.span(words, near)
        start = max(
            self.text.rfind(". ", 0, found.start) + 2, self.text.rfind("\n", 0, found.start) + 1
        )
        stops = [self.text.find(". ", found.end) + 1, self.text.find("\n", found.end)]
        return mark(self.text, start, min(stop for stop in stops if stop > 0))

    def event(self, name: str, words: str, near: str = "", **rest: object) -> Event:
        trigger, sentence = self.span(words, near), self.sentence(words, near)
        return Event(id=name, trigger=trigger, sentence=sentence, **rest)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def find_words() -> Callable[[str], Finder]:
    return Finder


@pytest.fixture(scope="session")
def wire() -> Reading:
    text = (EXAMPLES / "01-wire.txt").read_text("utf-8")
    at = Finder(text)
    people = (
        Entity(
            id="e1",
            kind="person",
            name="Kassym-Jomart Tokayev",
            roles=(Role("President", of="KAZ"),),
            country="KAZ",
            sector="GOV",
            code="KAZGOV",
            mentions=(
                at.mention("Kassym-Jomart Tokayev"),
                at.mention("he", near="that he had", form="pronoun"),
                at.mention("Tokayev", near="Tokayev said in a televised"),
            ),
        ),
        Entity(
            id="e2",
            kind="organization",
            name="Interior Ministry",
            country="KAZ",
            sector="COP",
            code="KAZCOP",
            mentions=(at.mention("the Interior Ministry"), at.mention("It", near="It put")),
        ),
        Entity(id="e3", kind="group", name="protesters", mentions=(at.mention("protesters"),),
               sector="PRO", why={"country": "not-stated", "code": "not-stated"}),
        Entity(id="e4", kind="person", name="Stanislav Zas", mentions=(at.mention("Stanislav Zas"),),
               roles=(Role("secretary general", of="e6"),)),
        Entity(id="e5", kind="organization", name="RIA", mentions=(at.mention("RIA"),), sector="JRN",
               country="RUS", code="RUSJRN"),
        Entity(id="e6", kind="organization", name="Collective Security Treaty Organization",
               sector="IGO", code="IGO",
               mentions=(at.mention("Collective Security Treaty Organization"), at.mention("CSTO"))),
        Entity(id="e7", kind="state", name="Armenia", country="ARM", code="ARM",
               mentions=(at.mention("Armenia"),)),
    )  # fmt: skip
    places = (
        Place(id="p1", name="Almaty", mentions=(at.span("ALMATY"), at.span("Almaty", "attacked")),
              geonameid=1526384, lat=43.25249, lon=76.9115, country="KAZ", admin1="Almaty",
              feature="PPLA"),
        Place(id="p2", name="Zhanaozen", mentions=(at.span("Zhanaozen"),), geonameid=607610,
              lat=43.33833, lon=52.85306, country="KAZ", feature="PPL"),
        Place(id="p3", name="Republic Square", mentions=(at.span("Republic Square"),),
              why={"geonameid": "not-in-gazetteer", "lat": "not-in-gazetteer"}),
    )  # fmt: skip
    times = (
        at.time("t1", "Friday", "2022-01-07", anchor="published"),
        at.time("t2", "January 2", "2022-01-02"),
        at.time("t3", "On Wednesday", "2022-01-05", anchor="published"),
        at.time("t4", "the same day", "2022-01-05", anchor="context"),
        at.time("t5", "overnight", None, why={"edtf": "ambiguous"}),
    )
    voices = (
        Voice(id="v0"),
        Voice(id="v1", chain=(Link(source="e2", cue=at.span("said", "the Interior Ministry")),)),
        Voice(id="v2", chain=(Link(source="e1", cue=at.span("claimed")),)),
        Voice(id="v3", chain=(Link(source="e5", cue=at.span("told")), Link(source="e4"))),
    )
    statements = (
        Statement(
            id="s1", speaker="e1", source=at.span("Tokayev", "Tokayev said in a televised"),
            cue=at.span("said", "Tokayev said in a televised"), manner="direct", voice="v0",
            content=(at.span("Whoever does not lay down his arms will be destroyed"),),
            force="threatens", why={"addressee": "not-stated"},
        ),
        Statement(
            id="s2", speaker="e1", source=at.span("Tokayev", "Tokayev said on Friday"),
            cue=at.span("said", "Tokayev said on Friday"), manner="mixed", voice="v0", time="t1",
            content=(at.span("that he had ordered security forces to open fire without warning on"
                             " what he called “bandits and terrorists”"),),
        ),
        Statement(
            id="s3", speaker="e4", source=at.span("Stanislav Zas"), cue=at.span("told"),
            content=(at.span("The force will number about 2,500 soldiers"),),
            manner="indirect", voice="v3",
        ),
        Statement(
            id="s4", speaker=None, source=at.span("a 34-year-old nurse"), cue=at.span("said", "my mother"),
            manner="direct", voice="v0",
            content=(at.span("We have had no bread since Wednesday and I can’t reach my mother"),),
            why={"speaker": "unnamed"},
        ),
    )  # fmt: skip
    figures = (
        at.figure("f1", "Twenty-six", measure="killed", low=26.0, high=26.0, unit="people",
                  of=at.span("armed criminals"), population="CRM", voice="v1", time="t1"),
        at.figure("f2", "more than 3,000 people", measure="detained", low=3000.0, high=None,
                  of=at.span("people", "3,000"), unit="people", voice="v1",
                  why={"high": "open", "time": "not-stated"}),
        at.figure("f3", "as many as 20,000", measure="participants", low=None, high=20000.0,
                  of=at.span("fighters"), place="p1", voice="v2"),
        at.figure("f4", "about 2,500 soldiers", measure="deployed", low=2500.0, high=2500.0,
                  approximate=True, of=at.span("soldiers", "2,500"), population="MIL", voice="v3"),
        at.figure("f5", "18", near="killed and", measure="injured", low=18.0, high=18.0, voice="v1",
                  part_of="f1", why={"of": "not-stated"}),
    )  # fmt: skip
    events = (
        at.event("x1", "ordered", near="he had ordered", type="REQUEST", mode="change",
                 actors=("e1",), time="t1", voice="v0", why={"recipients": "not-stated"}),
        at.event("x2", "open fire", type="ASSAULT", mode="firearms", status="demanded", voice="v0",
                 why={"actors": "ambiguous", "date": "not-stated"}),
        at.event("x3", "killed", type="ASSAULT", date="../2022-01-07", figures=("f1", "f5"),
                 voice="v1", codes=Codes("180", "Attack")),
        at.event("x4", "set fire", type="PROTEST", mode="riot", actors=("e3",), place="p1",
                 time="t3"),
        at.event("x5", "demonstrations", type="PROTEST", mode="demo", place="p2", time="t2"),
        at.event("x6", "will number", type="MOBILIZE", mode="troops", status="planned",
                 actors=("e6", "e7"), voice="v3"),
        at.event("x7", "sending units", type="AID", status="ongoing", actors=("e7",),
                 recipients=("e1", "e2")),
        at.event("x8", "destroyed", type="THREATEN", status="possible", actors=("e1",), voice="v2"),
        at.event("x9", "attacked", type="ASSAULT", status="denied", place="p1", voice="v2",
                 figures=("f3",)),
        at.event("x10", "resignation", type="OTHER", mode="dismissal",
                 date="2022-01-05T08:30+06:00"),
    )  # fmt: skip
    return Reading(
        made_by=MadeBy("0.1.0", "ab" * 32, "cd" * 32),
        warnings=(Warning("date-doubtful", "the header says 7 January, the text 8 January"),),
        article=Article(
            id=digest(text), text=text, key="01", title=text.split("\n")[1], published="2022-01-07",
            outlet="Meridian", url="https://meridian.example/a?b=1&c=2", body_start=17,
        ),
        entities=people, places=places, times=times, voices=voices, statements=statements,
        figures=figures, events=events,
    )  # fmt: skip


@pytest.fixture(scope="session")
def hostile() -> Reading:
    """A reading whose words try to leave their place, in a terminal and on a page."""
    text = (
        "<script>alert(1)</script> [bold red]not markup[/] said \x1b[31mred\x1b[0m\u202edesrever\u202c"
        ' <img src=x onerror="alert(2)"> & javascript:alert(3) \x07\u2066hidden\u2069 \ud800 :smile:\n'
        "'\"><svg/onload=alert(4)> --> ]]> </style></textarea> 5 killed"
    )
    at = Finder(text)
    nasty = "<b onmouseover='alert(5)'>\x1b]0;title\x07\u202eeman"
    whole = mark(text, 0, len(text))
    return Reading(
        warnings=(Warning("x", nasty),),
        article=Article(
            id="<id>", text=text, key=nasty, title=nasty, published="<i>2022</i>", outlet=nasty,
            url="javascript:alert(6)", language='en" onload="alert(7)',
        ),
        entities=(
            Entity(id='e"><script>', kind="person", name=nasty, mentions=(at.mention("red"),),
                   roles=(Role(nasty, of=nasty),), country=nasty, sector=nasty, code=nasty,
                   why={nasty: nasty}),
        ),
        places=(Place(id="p'", name=nasty, mentions=(at.span("hidden"),), country=nasty,
                      admin1=nasty, feature=nasty, why={"lat": nasty}),),
        times=(at.time("t<", "said", nasty),),
        statements=(
            Statement(id="s<", speaker='e"><script>', source=at.span("red"), cue=at.span("said"),
                      content=(whole,), manner="direct", voice="missing"),
        ),
        figures=(at.figure("f<", "5", near="</textarea>", measure="killed", low=5.0, high=5.0,
                           unit=nasty, per=nasty, of=at.span("<svg/onload=alert(4)>"),
                           population=nasty, part_of="missing", time="missing", place="missing"),),
        events=(
            Event(id="x<", trigger=at.span("killed"), sentence=whole, type="OTHER", mode=nasty,
                  actors=('e"><script>', "missing"), place="p'", date=nasty, figures=("missing",),
                  context=(nasty,), codes=Codes(nasty, nasty), voice="missing"),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def empty() -> Reading:
    return Reading(article=Article(id=digest(""), text=""))
