"""Proof: whether a reading holds, checked against nothing but its own text.

A reader who doubts a record can repeat every check by hand: the words at each span, the
hash of the text, the ids. Whether a finding is right is another question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from dateline.errors import ReadingError
from dateline.records.articles import digest
from dateline.records.contract import find_violations, load_schema
from dateline.records.edtf import is_edtf
from dateline.records.readings import SCHEMA, Reading

__all__ = ["Fault", "Proof", "verify"]

KINDS = ("entities", "places", "times", "voices", "statements", "figures", "events")
# What each field of a finding refers to.
REFERENCES: dict[str, dict[str, str]] = {
    "statements": {
        "speaker": "entities", "addressee": "entities", "time": "times", "place": "places",
        "voice": "voices",
    },
    "figures": {"part_of": "figures", "time": "times", "place": "places", "voice": "voices"},
    "events": {
        "actors": "entities", "recipients": "entities", "figures": "figures", "time": "times",
        "place": "places", "voice": "voices",
    },
}  # fmt: skip
ID = re.compile(r"[a-z]\d+[a-z]*")
COUNTRY = re.compile(r"[A-Z]{3}")
SHOWN = 60

Found = Iterator[tuple[str, str]]


class Fault(msgspec.Struct, frozen=True):
    """One thing that does not hold: where (a JSON path), and what is wrong."""

    path: str
    message: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """What was proven of one reading, and what fails; it holds where nothing does."""

    article: str
    key: str | None
    spans: int
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing fails."""
        return not self.faults


def verify(reading: Reading | dict[str, Any]) -> Proof:
    """Return the proof of a reading, given as a record or as plain values.

    Raises:
        ReadingError: if it is no reading at all.
    """
    raw: object = reading.to_dict() if isinstance(reading, Reading) else reading
    article = raw.get("article") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(article, dict) or "text" not in article:
        raise ReadingError("is no reading: it has no article with a text")
    if raw.get("schema") != SCHEMA:
        raise ReadingError(f"is no reading after {SCHEMA}: its schema is {raw.get('schema')!r}")
    faults = [Fault(path, message) for path, message in find_violations(raw)]
    proven: list[str] = []
    if not faults:
        # Only a reading of the right shape can be looked through.
        found = (*_article(article), *_spans(raw, article["text"], proven), *_references(raw),
                 *_nulls(raw), *_dates(raw))  # fmt: skip
        faults = [Fault(path, message) for path, message in found]
    return Proof(
        article=str(article.get("id")),
        key=article.get("key"),
        spans=len(proven),
        faults=tuple(faults),
    )


def _article(article: dict[str, Any]) -> Found:
    found = digest(article["text"])
    if article["id"] != found:
        yield "$.article.id", f"is {article['id'][:SHOWN]!r}, the text's SHA-256 is {found}"
    done = (0, 0)
    for number, edit in enumerate((article.get("origin") or {}).get("edits", ())):
        start, end, source_start, source_end = edit
        if not (done[0] <= start <= end and done[1] <= source_start <= source_end):
            yield f"$.article.origin.edits[{number}]", "is out of order"
        done = end, source_end


def _spans(raw: Mapping[str, Any], text: str, proven: list[str]) -> Found:
    waiting: list[tuple[str, Any]] = [(f"$.{kind}", raw[kind]) for kind in reversed(KINDS)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, list):
            inner = [(f"{path}[{number}]", one) for number, one in enumerate(value)]
            waiting.extend(reversed(inner))
        elif isinstance(value, dict):
            waiting.extend((f"{path}.{name}", one) for name, one in reversed(value.items()))
            if "start" in value and "end" in value:
                wrong = _span(value, text)
                if wrong:
                    yield path, wrong
                else:
                    proven.append(path)


def _span(span: dict[str, Any], text: str) -> str | None:
    start, end, stated = span["start"], span["end"], span.get("text")
    if not 0 <= start < end <= len(text):
        return f"span {start}:{end} is not within a text of {len(text):,} characters"
    if stated is None:
        return "states no words that could be proven"
    if text[start:end] != stated:
        return f"says {stated[:SHOWN]!r}, the text has {text[start:end][:SHOWN]!r} at {start}:{end}"
    return None


def _references(raw: Mapping[str, Any]) -> Found:
    seen: dict[str, str] = {}
    ids: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for kind in KINDS:
        for number, one in enumerate(raw[kind]):
            path = f"$.{kind}[{number}].id"
            if one["id"] in seen:
                yield path, f"{one['id']!r} is the id of {seen[one['id']]} too"
            seen[one["id"]] = path.removesuffix(".id")
            ids[kind].add(one["id"])
    if not any(voice["id"] == "v0" and not voice["chain"] for voice in raw["voices"]):
        yield "$.voices", "has no v0 with an empty chain, the article's own voice"
    for path, named, kind in _named(raw):
        if named not in ids[kind]:
            yield path, f"{named!r} is the id of none of the {kind}"


def _named(raw: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each reference: where it stands, the id it names, and of which kind."""
    for kind, fields in REFERENCES.items():
        for number, one in enumerate(raw[kind]):
            for field, target in fields.items():
                named = one.get(field)
                path = f"$.{kind}[{number}].{field}"
                if isinstance(named, list):
                    yield from ((f"{path}[{at}]", each, target) for at, each in enumerate(named))
                elif named is not None:
                    yield path, named, target
    for number, voice in enumerate(raw["voices"]):
        for at, link in enumerate(voice["chain"]):
            if link["source"] is not None:
                yield f"$.voices[{number}].chain[{at}].source", link["source"], "entities"
    for number, entity in enumerate(raw["entities"]):
        for at, role in enumerate(entity.get("roles", ())):
            of = role.get("of")
            if of is not None and not COUNTRY.fullmatch(of):
                yield f"$.entities[{number}].roles[{at}].of", of, "entities"


def _nulls(raw: Mapping[str, Any]) -> Found:
    schema = load_schema()["properties"]
    for kind in KINDS:
        offered = schema[kind]["items"]["properties"]
        for number, one in enumerate(raw[kind]):
            path = f"$.{kind}[{number}]"
            if "why" in offered:
                yield from _unexplained(one, path)
            for at, link in enumerate(one.get("chain", ())):
                if "why" in link:
                    yield from _unexplained(link, f"{path}.chain[{at}]")


def _unexplained(one: dict[str, Any], path: str) -> Found:
    why = one.get("why") or {}
    for name, value in one.items():
        if value is None and not why.get(name):
            yield f"{path}.{name}", "is null and has no reason in why"


def _dates(raw: Mapping[str, Any]) -> Found:
    stated = [("$.article.published", raw["article"]["published"])]
    stated += [(f"$.times[{n}].edtf", one["edtf"]) for n, one in enumerate(raw["times"])]
    stated += [(f"$.events[{n}].date", one.get("date")) for n, one in enumerate(raw["events"])]
    for number, entity in enumerate(raw["entities"]):
        for at, role in enumerate(entity.get("roles", ())):
            stated.append((f"$.entities[{number}].roles[{at}].time", role.get("time")))
    for path, value in stated:
        if value is not None and not is_edtf(value):
            yield path, f"{value!r} is no date in EDTF"
