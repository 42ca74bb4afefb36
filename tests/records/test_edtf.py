"""EDTF values are told from other strings."""

from __future__ import annotations

import pytest

from dateline.records.edtf import is_edtf

VALUES = (
    "2022", "2022-01", "2022-01-07", "2022-01-07T09", "2022-01-07T09:30", "2022-01-07T09:30:15Z",
    "2022-01-07T24:00", "2022-01-07T09:30+05:30", "199X", "19XX", "XXXX-06-08", "2022-XX-15",
    "2022-01-XX", "2022-21", "2022-41", "2004-02-29", "XXXX-02-29", "2004-02~", "1998?", "1998%",
    "../2022-01-19", "2022-01-19/..", "2021-12-31/2022-01-02", "2022-01-07T10:00/2022-01-07T12:00",
)  # fmt: skip
OTHERS = (
    "", "/", "..", "../..", "2022/", "/2022", "7 January 2022", "2022-1-7", "20220107", "2022-13",
    "2022-20", "2022-42", "2022-00-01", "2022-01-32", "2023-02-29", "2022-21-03", "2022-01T10",
    "2022-01-07T25", "2022-01-07T10:60", "X022", "2X22", "2022-1X", "2022-01-07 ", "２０２２",
    "2022/2023/2024", "yesterday", "2022-01-0X",
)  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_a_value_is_known(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize("value", OTHERS)
def test_another_string_is_refused(value: str) -> None:
    assert not is_edtf(value)


@pytest.mark.usefixtures("shared")
def test_every_value_that_is_known_here_is_understood_by_the_scorer() -> None:
    from scoring.edtf import cover  # type: ignore[import-not-found]

    fixed = [value for value in VALUES if not value.startswith(("XXXX", "2022-XX"))]
    assert [value for value in fixed if cover(value) is None] == []
