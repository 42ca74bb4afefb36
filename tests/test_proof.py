"""The proof of a reading finds what does not hold, and where."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from dateline.errors import ReadingError
from dateline.proof import verify
from dateline.records.articles import digest

if TYPE_CHECKING:
    from dateline.records.readings import Reading

Change = Callable[[dict[str, Any]], object]


def test_a_sound_reading_holds(sample: Reading) -> None:
    proof = verify(sample)
    assert proof.holds
    assert proof.faults == ()
    assert proof.key == "k1"
    assert proof.spans == 20


@pytest.mark.parametrize(
    ("path", "message", "change"),
    [
        ("$.article.id", "SHA-256", lambda r: r["article"].update(id="0" * 64)),
        (
            "$.article.origin.edits[0]",
            "order",
            lambda r: r["article"]["origin"]["edits"][0].reverse(),
        ),
        ("$.events[0].trigger", "says", lambda r: r["events"][0]["trigger"].update(text="x")),
        (
            "$.entities[0].mentions[1]",
            "has",
            lambda r: r["entities"][0]["mentions"][1].update(start=0),
        ),
        ("$.figures[0]", "within", lambda r: r["figures"][0].update(end=9999)),
        ("$.figures[0].of", "within", lambda r: r["figures"][0]["of"].update(start=80, end=80)),
        (
            "$.places[0].mentions[0]",
            "no words",
            lambda r: r["places"][0]["mentions"][0].pop("text"),
        ),
        (
            "$.voices[1].chain[0].cue",
            "says",
            lambda r: r["voices"][1]["chain"][0]["cue"].update(text=""),
        ),
        ("$.statements[1].id", "too", lambda r: r["statements"][1].update(id="s31")),
        (
            "$.times[0].id",
            "too",
            lambda r: (
                r["times"][0].update(id="p80"),
                r["statements"][0].update(time="p80"),
                r["statements"][1].update(time="p80"),
                r["figures"][1].update(time="p80"),
                r["events"][0].update(time="p80"),
            ),
        ),
        (
            "$.voices",
            "v0",
            lambda r: (
                r["voices"].pop(0),
                r["statements"][0].update(voice="v1"),
                r["statements"][1].update(voice="v1"),
            ),
        ),
        ("$.events[0].actors[0]", "'e9'", lambda r: r["events"][0].update(actors=["e9"])),
        (
            "$.events[0].recipients[1]",
            "'t20'",
            lambda r: r["events"][0]["recipients"].append("t20"),
        ),
        ("$.events[0].figures[0]", "'f1'", lambda r: r["events"][0].update(figures=["f1"])),
        ("$.events[0].voice", "'v9'", lambda r: r["events"][0].update(voice="v9")),
        ("$.figures[1].part_of", "'f9'", lambda r: r["figures"][1].update(part_of="f9")),
        ("$.statements[0].speaker", "'p80'", lambda r: r["statements"][0].update(speaker="p80")),
        (
            "$.voices[1].chain[0].source",
            "'e9'",
            lambda r: r["voices"][1]["chain"][0].update(source="e9"),
        ),
        (
            "$.entities[0].roles[0].of",
            "'e9'",
            lambda r: r["entities"][0]["roles"][0].update(of="e9"),
        ),
        ("$.events[0].mode", "reason", lambda r: r["events"][0].update(mode=None)),
        ("$.figures[0].high", "reason", lambda r: r["figures"][0]["why"].pop("high")),
        ("$.times[0].edtf", "EDTF", lambda r: r["times"][0].update(edtf="Friday")),
        ("$.events[0].date", "EDTF", lambda r: r["events"][0].update(date="2022-02-30")),
        ("$.article.published", "EDTF", lambda r: r["article"].update(published="7/1/22")),
        (
            "$.entities[0].roles[0].time",
            "EDTF",
            lambda r: r["entities"][0]["roles"][0].update(time="x"),
        ),
        ("$.events[0].type", "is 'RIOT'", lambda r: r["events"][0].update(type="RIOT")),
    ],
)
def test_what_does_not_hold_is_found_at_its_place(
    sample: Reading, path: str, message: str, change: Change
) -> None:
    raw = sample.to_dict()
    change(raw)
    (fault,) = verify(raw).faults
    assert fault.path == path
    assert message in fault.message


def test_spans_count_code_points(sample: Reading) -> None:
    raw = sample.to_dict()
    text = "😀" + raw["article"]["text"]
    raw["article"].update(text=text, id=digest(text))
    assert len(verify(raw).faults) == 20


@pytest.mark.parametrize("raw", [{}, [], None, 1, {"article": {}}, {"article": {"text": "x"}}])
def test_what_is_no_reading_is_refused(raw: Any) -> None:
    with pytest.raises(ReadingError):
        verify(raw)
