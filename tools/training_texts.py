#!/usr/bin/env python3
"""Read and check the texts of `training/` (its README tells the marks).

    python tools/training_texts.py training/articles/*.txt

Prints what is wrong with file and line, then counts; exits 1 where anything is wrong.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

MODES = {
    "AGREE": (), "SUPPORT": (), "CONCEDE": (), "COOPERATE": (), "AID": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport",
               "withhold", "misinformation", "cyber"),
    "ASSAULT": ("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive",
                "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons",
                "crowd-control", "unconventional"),
    "OTHER": ("disaster", "accident", "disease", "election", "appointment", "dismissal", "court",
              "death", "business", "crime", "sport", "other"),
}  # fmt: skip
STATUSES = ("happened", "ongoing", "planned", "demanded", "possible", "denied")
ROLES = {"A": "actors", "R": "recipients", "L": "places", "T": "times"}
PARTS = {"Q": "content", "S": "source", "C": "cue"}
EVENT = re.compile(r"(\d+):([A-Z]+)\.([a-z-]+)\.([a-z]+)$")
TAGS = re.compile(r"([A-Z])(\d+)$")
HEADER = re.compile(r"# (\d{4}-\d{2}-\d{2}) (short|article)$")


@dataclass
class Text:
    """One text with its marks; offsets count code points of `text`."""

    where: str
    date: str
    kind: str
    text: str = ""
    events: dict[int, dict] = field(default_factory=dict)
    statements: dict[int, dict] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def read_texts(path: Path) -> list[Text]:
    """Return the texts of one file; what is wrong with one stands in its `wrong`."""
    found, line_number = [], 1
    for block in path.read_text(encoding="utf-8").split("\n---"):
        lines = block.lstrip("-").strip("\n").split("\n")
        where = f"{path.name}:{line_number + 1}"
        line_number += block.count("\n") + 1
        if not "".join(lines).strip():
            continue
        head = HEADER.match(lines[0].strip())
        text = Text(where, head[1] if head else "", head[2] if head else "")
        if not head:
            text.wrong.append(f"expected '# YYYY-MM-DD short|article', found {lines[0][:60]!r}")
        else:
            unmark("\n".join(line.strip() for line in lines[1:] if line.strip()), text)
        found.append(text)
    return found


def unmark(marked: str, into: Text) -> None:
    """Fill a text with the words, events and statements of a marked one."""
    words: list[str] = []
    open_marks: list[tuple[str, int]] = []
    at = length = 0
    while at < len(marked):
        letter = marked[at]
        if letter == "[":
            bar = marked.find("|", at)
            if bar < 0 or bar - at > 80:
                into.wrong.append(f"no '|' after {marked[at : at + 40]!r}")
                return
            open_marks.append((marked[at + 1 : bar], length))
            at = bar + 1
        elif letter == "]":
            if not open_marks:
                into.wrong.append(f"']' closes nothing before {marked[at : at + 30]!r}")
                return
            label, start = open_marks.pop()
            _keep(into, label, {"start": start, "end": length, "text": "".join(words)[start:]})
            at += 1
        else:
            words.append(letter)
            length += 1
            at += 1
    into.text = "".join(words)
    into.wrong += [f"'[{label}|' is not closed" for label, _ in open_marks]
    for n, event in into.events.items():
        if "trigger" not in event:
            into.wrong.append(f"event {n} has roles and no trigger")
    for n, statement in into.statements.items():
        if "content" not in statement:
            into.wrong.append(f"statement {n} has no content")


def _keep(into: Text, label: str, span: dict) -> None:
    if not span["text"].strip():
        into.wrong.append(f"[{label}|] is empty")
    event = EVENT.match(label)
    if event:
        kind, mode, status = event[2], event[3], event[4]
        if kind not in MODES or (mode != "-" and mode not in MODES[kind]) or status not in STATUSES:
            into.wrong.append(f"no such type, mode or status: {label}")
        entry = into.events.setdefault(int(event[1]), {})
        if "trigger" in entry:
            into.wrong.append(f"event {event[1]} has two triggers")
        entry.update(type=kind, mode=None if mode == "-" else mode, status=status, trigger=span)
        return
    for tag in label.split(","):
        part = TAGS.match(tag.strip())
        if part is None or part[1] not in ROLES | PARTS:
            into.wrong.append(f"no such mark: [{label}|")
        elif part[1] in ROLES:
            into.events.setdefault(int(part[2]), {}).setdefault(ROLES[part[1]], []).append(span)
        else:
            into.statements.setdefault(int(part[2]), {}).setdefault(PARTS[part[1]], []).append(span)


def main() -> int:
    texts = [text for name in sys.argv[1:] for text in read_texts(Path(name))]
    wrong = 0
    for text in texts:
        for each in text.wrong:
            print(f"{text.where}: {each}")
            wrong += 1
    kinds = Counter(
        f"{e['type']}.{e['mode'] or '-'}" for t in texts for e in t.events.values() if "type" in e
    )
    print(" ".join(f"{kind} {n}" for kind, n in sorted(kinds.items())))
    print(
        f"{len(texts)} texts, {sum(len(t.text.split()) for t in texts)} words, "
        f"{sum(kinds.values())} events, {sum(len(t.statements) for t in texts)} statements, "
        f"{sum(not t.events for t in texts)} without events, {wrong} wrong"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
