"""The layers of the package, as the import contract has them and as the docs draw them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dateline.extract import LAYERS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "dateline"
NETWORK = re.compile(r"^\s*(?:import|from) (?:urllib\.request|http\.client|socket)\b", re.MULTILINE)


def contracts() -> list[dict[str, list[str]]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        found = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    assert isinstance(found, list)
    return found


def modules() -> set[str]:
    return {
        path.stem
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and path.stem != "__init__"
    }


def test_the_import_contracts_are_kept() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_has_a_layer_and_every_layer_a_module() -> None:
    layers = {name.strip("() ") for row in contracts()[0]["layers"] for name in row.split("|")}
    assert layers == modules()


def test_the_layers_of_extract_are_those_that_must_not_import_each_other() -> None:
    named = {name.rpartition(".")[2] for name in contracts()[1]["modules"]}
    assert named == set(LAYERS)
    assert named == {path.name for path in (PACKAGE / "extract").iterdir() if path.is_dir()} - {
        "__pycache__"
    }


def test_the_tree_in_the_readme_is_the_tree_of_the_package() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    tree = re.search(r"```text\n(src/dateline/.*?)```", page, re.DOTALL)
    assert tree is not None
    drawn = re.findall(r"^[├└]── (\w+)(?:\.py|/)", tree[1], re.MULTILINE)
    assert set(drawn) - {"__init__"} == modules()
    # A listing sorts by letter; the tree is drawn in the order of the data, lowest first.
    layers = [{name.strip() for name in row.split("|")} for row in contracts()[0]["layers"]]
    rank = {name: number for number, row in enumerate(reversed(layers)) for name in row}
    order = [rank[name] for name in drawn]
    assert order == sorted(order)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.name))
def test_no_module_reads_the_environment_or_the_network(path: Path) -> None:
    source = path.read_text("utf-8")
    if path.name != "addresses.py":
        assert not NETWORK.search(source)
    if path.name != "settings.py":
        assert "os.environ" not in source
