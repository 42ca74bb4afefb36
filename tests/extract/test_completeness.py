"""After the last step of finding, a reading keeps its promises, whatever a layer left behind."""

from __future__ import annotations

import msgspec
import pytest

from dateline.extract import Findings, complete
from dateline.extract.completeness import explain_nulls, with_unique_ids
from dateline.proof import verify
from dateline.records.readings import Figure, Link, Reading, Time, Voice
from dateline.records.texts import Span


def findings(sample: Reading, **changes: object) -> Findings:
    kinds = ("entities", "places", "times", "voices", "statements", "figures", "events")
    return Findings(**{kind: getattr(sample, kind) for kind in kinds} | changes)


def proven(sample: Reading, found: Findings) -> tuple[str, ...]:
    """Return what fails of the reading with these findings."""
    kinds = [name for name in found.__struct_fields__ if name != "warnings"]
    reading = msgspec.structs.replace(sample, **{kind: getattr(found, kind) for kind in kinds})
    return tuple(f"{fault.path} {fault.message}" for fault in verify(reading).faults)


def test_sound_findings_stay_as_they_are(sample: Reading) -> None:
    found = findings(sample)
    assert complete(found) == found


def test_a_null_gets_a_reason_and_a_value_loses_one() -> None:
    time = Time(id="t1", start=1, end=2, edtf="2022", why={"edtf": "not-stated"})
    assert explain_nulls(time).why == {}
    figure = Figure(id="f1", start=1, end=2, measure="other", low=4, high=None)
    why = explain_nulls(figure).why
    assert why["high"] == "open"
    assert why["unit"] == "not-stated"
    assert "low" not in why


def test_the_reason_that_a_layer_gave_stays() -> None:
    time = Time(id="t1", start=1, end=2, why={"edtf": "ambiguous"})
    assert explain_nulls(time) is time


def test_nested_reasons_stay(sample: Reading) -> None:
    event = msgspec.structs.replace(sample.events[0], why={"codes.cameo": "no-such-code"})
    assert explain_nulls(event) is event


def test_repeated_ids_get_a_letter_more() -> None:
    repeated: list[str] = []
    times = [Time(id="t1", start=n, end=n + 1) for n in range(30)]
    kept = with_unique_ids(times, set(), repeated.append)
    assert len({one.id for one in kept}) == 30
    assert [one.id for one in kept[:3]] == ["t1", "t1a", "t1b"]
    assert len(repeated) == 29


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("statements", "speaker", "e999"),
        ("statements", "voice", "v999"),
        ("statements", "source", Span(9, 9, "")),
        ("statements", "content", (Span(75, 6, ""), Span(0, 5, "Mayor"))),
        ("figures", "part_of", "f999"),
        ("figures", "of", Span(1929, 1928, "")),
        ("events", "actors", ("e6", "e999")),
        ("events", "figures", ("f999",)),
        ("events", "place", "e6"),
        ("events", "mentions", (Span(3, 3, ""),)),
    ],
)
def test_what_leads_nowhere_is_taken_out_and_told(
    sample: Reading, kind: str, field: str, value: object
) -> None:
    first, *rest = getattr(sample, kind)
    broken = (msgspec.structs.replace(first, **{field: value}), *rest)
    found = complete(findings(sample, **{kind: broken}))
    assert proven(sample, found) == ()
    assert [notice.code for notice in found.warnings] == ["mended"]
    assert len(getattr(found, kind)) == len(broken)


def test_a_finding_without_words_is_left_out(sample: Reading) -> None:
    first, *rest = sample.figures
    empty = msgspec.structs.replace(first, start=9, end=9, text="")
    found = complete(findings(sample, figures=(empty, *rest)))
    assert [one.id for one in found.figures] == ["f88"]
    assert found.figures[0].part_of is None
    assert found.figures[0].why["part_of"] == "unresolved"
    assert proven(sample, found) == ()


def test_the_article_has_its_own_voice_always(sample: Reading) -> None:
    found = complete(findings(sample, voices=()))
    assert found.voices[0] == Voice(id="v0")


def test_a_voice_whose_source_is_lost_is_unnamed(sample: Reading) -> None:
    lost = Voice(id="v1", chain=(Link(source="e999", cue=Span(3, 3, "")),))
    found = complete(findings(sample, voices=(Voice(id="v0"), lost)))
    (link,) = found.voices[1].chain
    assert link.source is None
    assert link.why == {"source": "unresolved", "cue": "unresolved", "span": "not-stated"}
