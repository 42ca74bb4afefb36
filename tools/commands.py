#!/usr/bin/env python3
"""Write docs/commands.md from what each command's --help says."""

from __future__ import annotations

import sys
from pathlib import Path

from click.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
PAGE = ROOT / "docs" / "commands.md"


def to_page() -> str:
    """Return the page: the program's help, then each command's."""
    from dateline.cli import COMMANDS, commands

    runner = CliRunner()
    parts = ["# Commands", "", "Made by `make docs` from `dateline --help`.", ""]
    for name in ["", *COMMANDS]:
        words = [name] if name else []
        shown = runner.invoke(
            commands, [*words, "--help"], prog_name="dateline", terminal_width=100
        ).output
        title = f"dateline {name}".strip()
        parts += [f"## {title}", "", "```text", shown.rstrip(), "```", ""]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(to_page(), "utf-8")
