"""Word lists and tables as data files, and the one way to load them.

Each file says in its first lines where it comes from and under which licence; lines that
begin with `#` and blank lines are left out.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_lines(name: str) -> tuple[str, ...]:
    """Return the lines of the table `name`, without comments and blanks."""
    body = files(__package__).joinpath(name).read_text("utf-8")
    lines = (line.strip() for line in body.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def load_words(name: str) -> frozenset[str]:
    """Return the words of a table with one or more words a line, separated by commas."""
    found = (word.strip() for line in load_lines(name) for word in line.split(","))
    return frozenset(word for word in found if word)


@cache
def load_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a tab-separated table."""
    return tuple(tuple(line.split("\t")) for line in load_lines(name))


@cache
def load_toml(name: str) -> dict[str, Any]:
    """Return a TOML table; do not change what it holds."""
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
