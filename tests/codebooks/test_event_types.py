"""Event types in TOML: what is taken, and what is said of what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebooks import load_codebooks
from dateline.errors import BadCodebook
from dateline.records.codebooks import Codebooks, Example


def load(tmp_path: Path, *texts: str) -> Codebooks:
    paths = [tmp_path / f"types{number}.toml" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    found = load_codebooks(types=paths)
    assert found is not None
    return found


def test_a_type_has_words_and_examples_with_the_telling_words_marked(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        '[[type]]\nname = "land-grab"\ntype = "COERCE"\nmode = "seize"\ntriggers = ["evict"]\n'
        'examples = ["Troops *drove off* farmers.", "They lost it."]\nthreshold = 1\n',
    )
    (kind,) = found.types
    assert (kind.name, kind.type, kind.mode, kind.triggers) == (
        "land-grab", "COERCE", "seize", ("evict",),
    )  # fmt: skip
    assert kind.examples == (
        Example("Troops drove off farmers.", (7, 16)),
        Example("They lost it."),
    )
    assert kind.threshold == 1.0
    assert kind.where == "types0.toml:1"


def test_all_that_is_wrong_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadCodebook) as caught:
        load(
            tmp_path,
            "[[type]]\nname='x'\ntrigers=['a']\n[[type]]\nname='y'\n[[type]]\nname='z'\n"
            "verbs=['shell <ships>']\nthreshold=3\ntype='OTHERS'\nexamples='one'\n"
            "unlike=['a *b']\nnouns=['<any>']\n[[type]]\nverbs=['x']\n",
        )
    told = caught.value.message.splitlines()
    numbers = [line.split("line ")[1].split(":")[0] for line in told]
    assert numbers == ["3", "4", "8", "9", "10", "11", "12", "13", "14"]
    for line, words in zip(
        told,
        ("trigers", '"y"', "<ships>", "threshold", "OTHERS", "examples", "two around", "<class>",
         "without a name"),
        strict=True,
    ):  # fmt: skip
        assert words in line


def test_a_name_is_given_once_over_all_files(tmp_path: Path) -> None:
    text = '[[type]]\nname = "x"\nverbs = ["evict"]\n'
    with pytest.raises(BadCodebook, match=r"another than in types0\.toml:1"):
        load(tmp_path, text, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("[[type]\n", "line 1: "), ("title = 'x'\n", "only tables called"), ("", "no event types")],
)
def test_what_is_no_list_of_types_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(BadCodebook, match=expected):
        load(tmp_path, text)
