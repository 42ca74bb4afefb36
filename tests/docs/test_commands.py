"""The pages that commands make are not stale."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_commands_is_what_help_says_now() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "commands.py"))["to_page"]()
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == made
