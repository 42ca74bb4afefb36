"""A user's event types, in TOML: `docs/own-codebooks.md` has the format and examples."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, get_args

from dateline.codebooks.pages import CodebookPage, quoted
from dateline.records.codebooks import Example, OwnType
from dateline.records.readings import EventType
from dateline.tables import load_toml

WORDS = ("triggers", "verbs", "nouns")
SENTENCES = ("examples", "unlike")
TEXTS = ("name", "description", "type", "mode")
KEYS = (*TEXTS, *WORDS, *SENTENCES, "threshold")
TYPES = get_args(EventType)
# Classes of nouns that are no lists, in triggers such as "shell <name>".
_CLASSES = frozenset({"any", "none", "name", "actor"})
_HEADER = re.compile(r"\s*\[\[\s*type\s*\]\]")
_LINE = re.compile(r"at line (\d+)")


def read_types(page: CodebookPage, known: Mapping[str, str]) -> list[OwnType]:
    """Return the types of a file; what is wrong is noted in `page`.

    `known` holds the names that other files have given, with where they stand.
    """
    try:
        raw = tomllib.loads(page.text)
    except tomllib.TOMLDecodeError as error:
        at = _LINE.search(str(error))
        page.refuse(int(at[1]) if at else len(page.lines), str(error), "TOML")
        return []
    blocks = [number for number, line in enumerate(page.lines, 1) if _HEADER.match(line)]
    tables = raw.get("type")
    for key in raw:
        if key != "type":
            page.refuse(_line_of(page, key, 1), quoted(key), "only tables called [[type]]")
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        page.refuse(1, "no event types", "tables called [[type]], each with a name")
        return []
    names = dict(known)
    found: list[OwnType] = []
    for number, table in enumerate(tables):
        line = blocks[number] if number < len(blocks) else 1
        kind = _to_type(page, line, table)
        if kind is None:
            continue
        if kind.name in names:
            page.refuse(
                line, f"the name {quoted(kind.name)} again", f"another than in {names[kind.name]}"
            )
        names[kind.name] = kind.where
        found.append(kind)
    return found


def to_example(sentence: str) -> Example:
    """Return an example, with the words that stand between two asterisks marked.

    >>> to_example("Soldiers *drove* villagers off their fields.")
    Example(text='Soldiers drove villagers off their fields.', marked=(9, 14))
    """
    before, *rest = sentence.split("*")
    if len(rest) != 2:
        return Example(sentence)
    marked, after = rest
    return Example(before + marked + after, (len(before), len(before) + len(marked)))


def _line_of(page: CodebookPage, key: str, first: int) -> int:
    """Return the line that sets a key, from the line `first` on; that one if there is none."""
    table = "" if key == "type" else rf"|\s*\[+{re.escape(key)}\]"
    wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*={table}")
    for number, line in enumerate(page.lines[first - 1 :], first):
        if wanted.match(line):
            return number
        if number > first and _HEADER.match(line):
            break
    return first


def _to_type(page: CodebookPage, line: int, table: dict[str, Any]) -> OwnType | None:
    before = len(page.problems)
    for key, value in table.items():
        _check(page, _line_of(page, key, line), key, value)
    if len(page.problems) > before:
        return None
    name = table.get("name", "").strip()
    if not name:
        page.refuse(line, "a type without a name", 'name = "…"')
        return None
    if not any(table.get(key) for key in ("triggers", "verbs", "nouns", "examples")):
        page.refuse(line, f"{quoted(name)} without any words", "triggers, verbs, nouns or examples")
        return None
    return OwnType(
        name=name, where=page.where(line), description=table.get("description", ""),
        type=table.get("type"), mode=table.get("mode"),
        threshold=float(table.get("threshold", 0.0)),
        triggers=tuple(table.get("triggers", ())), verbs=tuple(table.get("verbs", ())),
        nouns=tuple(table.get("nouns", ())),
        examples=tuple(map(to_example, table.get("examples", ()))),
        unlike=tuple(map(to_example, table.get("unlike", ()))),
    )  # fmt: skip


def _check(page: CodebookPage, line: int, key: str, value: object) -> None:
    if key not in KEYS:
        page.refuse(line, f"the key {quoted(key)}", f"one of {', '.join(KEYS)}")
    elif key == "threshold":
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not 0 < value <= 1:  # type: ignore[operator]
            page.refuse(line, f"threshold = {value}", "a number above 0, up to 1")
    elif key in TEXTS:
        if not isinstance(value, str):
            page.refuse(line, f"{key} = {value}", "a text in quotation marks")
        elif key == "type" and value not in TYPES:
            page.refuse(line, f"the type {quoted(value)}", f"one of {', '.join(TYPES)}")
    elif not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        page.refuse(line, f"{key} = {value}", 'a list of texts, such as ["evict", "eviction"]')
    else:
        for one in value:
            _check_words(page, line, key, one)


def _check_words(page: CodebookPage, line: int, key: str, words: str) -> None:
    if not any(map(str.isalnum, words)):
        page.refuse(line, f"{quoted(words)} in {key}", "words")
        return
    if key in SENTENCES:
        if words.count("*") not in {0, 2} or "**" in words:
            page.refuse(line, quoted(words), "no *, or two around the words that tell the event")
        return
    for name in re.findall(r"<([^<>]*)>", words):
        if name not in _CLASSES and name not in load_toml("events_classes.toml"):
            page.refuse(
                line,
                f"the class <{name}>",
                "a class of events_classes.toml, or <any>, <name>, <actor>, <none>",
            )
    bare = re.sub(r"<[^<>]*>", "", words)
    if "<" in bare or ">" in bare or not any(map(str.isalnum, bare)):
        page.refuse(line, quoted(words), "a word beside a <class>")
