"""Dates of publication are read where they are plain, and refused where they are not."""

from __future__ import annotations

import pytest

from dateline.text.dates import parse_published


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        ("2022-01-07", "2022-01-07"),
        (" 2022-01-07\n", "2022-01-07"),
        ("2022-01-07T23:59:59.123Z", "2022-01-07"),
        ("2022-01-07 10:00", "2022-01-07"),
        ("20220107", "2022-01-07"),
        ("20220107T1000Z", "2022-01-07"),
        ("2022-01", "2022-01"),
        ("2022", "2022"),
        ("Fri, 7 Jan 2022 09:30:00 GMT", "2022-01-07"),
    ],
)
def test_a_plain_date_is_read(stated: str, edtf: str) -> None:
    assert parse_published(stated) == edtf


@pytest.mark.parametrize(
    "stated",
    ["", "yesterday", "03/04/2022", "2022-13-01", "2022-02-29", "22-01-07", "٢٠٢٢", "0000"],
)
def test_anything_else_is_refused(stated: str) -> None:
    assert parse_published(stated) is None
