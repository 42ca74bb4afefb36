"""The command as a whole: quick help, quiet endings, no traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli import COMMANDS, run
from dateline.records.contract import load_schema

SRC = Path(__file__).resolve().parent.parent.parent / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SRC)}
PYTHON = [sys.executable, "-m", "dateline"]


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from dateline.cli import run; run(['--help']); run(['read', '--help']);"
        "heavy = {'spacy', 'numpy', 'msgspec', 'rich', 'trafilatura', 'ftfy'} & set(sys.modules);"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "verify" in done.stdout


def test_importing_dateline_imports_nothing_heavy() -> None:
    code = (
        "import sys, dateline; assert 'Reader' in dir(dateline);"
        "sys.exit(bool({'spacy', 'numpy', 'msgspec', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--help"]) == 0
    assert "Usage: dateline" in capsys.readouterr().out


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == load_schema()


def test_the_version_is_known_from_a_checkout_that_is_not_installed(tmp_path: Path) -> None:
    copy = tmp_path / "dateline"
    shutil.copytree(SRC / "dateline", copy, ignore=shutil.ignore_patterns("__pycache__", "tables"))
    # Without the packages of the environment nothing can tell the version but the source.
    code = (
        "import importlib.metadata as m; m.version = lambda _: 1 / 0;"
        "from dateline.cli import run; run(['--version'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**ENVIRONMENT, "PYTHONPATH": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert re.fullmatch(r"dateline \d+\.\d+\.\d+\n", done.stdout), done.stderr


def test_a_closed_pipe_ends_without_a_traceback() -> None:
    running = subprocess.Popen(
        [*PYTHON, "schema"], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    assert running.wait() == 1
    assert said == b""


def test_closed_standard_input_is_said() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$0" -m dateline read - --format jsonl <&-', sys.executable],
        env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "standard input" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_interrupt_ends_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.records.contract.schema_text", interrupted)
    assert run(["schema"]) == 130
    assert capsys.readouterr().err.strip() == "dateline: interrupted"


def test_debug_shows_the_traceback() -> None:
    from dateline.errors import UsageError

    with pytest.raises(UsageError):
        run(["read", "x", "--published", "never", "--debug"])
