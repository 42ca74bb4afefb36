"""The figures of the labelled sets do not fall below their floors.

`floors.json` holds a floor for each figure; a lowered floor is a changelog line with its
reason. The quick sets are read in the default run, the long ones behind the marker `slow`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from dateline.reader import Reader
from dateline.records.readings import Reading

FLOORS: dict[str, dict[str, float]] = json.loads(
    Path(__file__).with_name("floors.json").read_text("utf-8")
)
QUICK = {
    "gold", "corpus_dev", "phrases_figures", "phrases_times", "phrases_voices", "petrarch_unit",
    "plover_gsr",
}  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=[] if n in QUICK else pytest.mark.slow) for n in sorted(FLOORS)],
)
def test_no_figure_falls_below_its_floor(name: str, shared: Path, reader: Reader) -> None:
    found, broken = score(name, shared, reader)
    assert broken == 0
    fallen = {
        figure: (found[figure], floor)
        for figure, floor in FLOORS[name].items()
        if found[figure] < floor
    }
    assert not fallen


def score(name: str, shared: Path, reader: Reader) -> tuple[dict[str, float], int]:
    """Return the figures of a labelled set, and how many spans of its readings are broken."""
    # The scorers are not part of the project: `shared` puts them on the path.
    from scoring.files import to_article  # type: ignore[import-not-found]
    from scoring.readings import broken_spans  # type: ignore[import-not-found]
    from scoring.tasks import READING_TASKS, read_set, read_sets  # type: ignore[import-not-found]

    entry = next(e for e in read_sets(shared / "data") if e["set"] == name)
    labelled = read_set(shared / "data" / entry["file"], entry["task"])
    if limit := os.environ.get("DATELINE_QUALITY_LIMIT"):
        labelled = labelled[: int(limit)]
    readings: dict[str, Any] = {}
    broken = 0
    articles = [to_article(record) for record in labelled]
    for article, reading in zip(articles, reader.read_many(articles), strict=True):
        assert isinstance(reading, Reading)
        raw = reading.to_dict()
        broken += broken_spans(raw)
        readings[article["key"]] = raw
    return READING_TASKS[entry["task"]](labelled, readings).figures, broken
