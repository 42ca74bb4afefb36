"""Implicit figures: people told without a number, "a man was shot", "his wife and son"."""

from __future__ import annotations

from dateline.extract.figures.drafts import Draft
from dateline.records.parses import Parse


def find_implicit(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Return the killed and injured that no number counts."""
    return []
