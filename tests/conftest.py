"""What the tests share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dateline.records.parses import Parse

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def read_parse() -> Callable[[str], Parse]:
    """Return a function that parses a text with the real parser, loaded once."""
    from dateline.language import Parser

    parser = Parser()
    return cache(parser.parse)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of labelled data and scorers; skip visibly where it is missing."""
    if not (SHARED / "score" / "score.py").exists():
        pytest.skip(f"needs {SHARED}, the labelled data and its scorers")
    path = str(SHARED / "score")
    if path not in sys.path:
        sys.path.insert(0, path)
    return SHARED
