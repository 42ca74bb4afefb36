#!/usr/bin/env python3
"""Write the texts that the encoder is trained and measured on, parsed and labelled by token.

    DATELINE_SHARED=../shared PYTHONPATH=src python tools/encoder_texts.py --out build/encoder

Training: `phrases/` (ours; every fifth text, by index, is kept out and only measured on),
`corpus/train.jsonl` (Wikinews CC BY 2.5 and re3d's open licences, annotation CC BY 4.0), our
own `training/articles` and the sentences of `tables/events_examples.txt`. Writes
`train.json` and `held.json`; `tools/train_encoder.py` reads them, so that the parser and
the trainer never need one environment.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "tools"))
import quick_score as qs
from training_texts import read_texts

from dateline.encoder.pieces import load_pieces
from dateline.encoder.windows import to_windows
from dateline.language import Parser
from dateline.records.parses import Parse
from dateline.tables import load_lines

# Verbs that carry the event of their noun: the noun is the trigger.
LIGHT = frozenset({
    "carry", "stage", "launch", "hold", "make", "take", "give", "mount", "conduct", "come", "hand",
    "have", "be", "get", "issue", "open", "put", "lodge", "file", "wage", "perform", "lay", "set",
    "go", "place", "pay", "send", "do", "begin", "start", "enter", "reach", "strike", "sign",
    "impose", "suffer", "receive", "offer", "deliver", "voice", "declare", "call", "bring",
})  # fmt: skip
HELD = 0  # every fifth text, by index, as in tools/train_events.py
ROLES = ("actors", "recipients", "places", "times")


def tokens_of(parse: Parse, span: dict) -> list[int]:
    return list(range(*parse.tokens_in(span["start"], span["end"])))


def head_of(parse: Parse, tokens: list[int]) -> int | None:
    """Return the token of a span that governs the rest."""
    inside = set(tokens)
    tops = [t for t in tokens if parse.heads[t] not in inside or parse.heads[t] == t]
    named = [t for t in tops if parse.pos[t] in ("NOUN", "PROPN", "VERB", "PRON", "NUM", "ADJ")]
    return (named or tops or [None])[0]


def trigger_of(parse: Parse, tokens: list[int]) -> int | None:
    """Return the token of a trigger that stands for it: the noun where the verb is light."""
    head = head_of(parse, tokens)
    if head is not None and parse.pos[head] in ("VERB", "AUX") and parse.lemmas[head] in LIGHT:
        nouns = [
            t for t in tokens
            if parse.pos[t] == "NOUN" and parse.deps[t] in ("dobj", "pobj", "nsubjpass", "attr", "dative")
        ]  # fmt: skip
        if nouns:
            return nouns[0]
    return head


def with_circumstances(parse: Parse, known: dict) -> list[dict]:
    """Return the corpus' events with the words that tell their time and place.

    The annotation names a date and a place; the words are those nearest the trigger that
    have this value. Where a value stands in no words near, nothing is said (None).
    """

    def nearest(spans: list[dict], at: int) -> list[dict] | None:
        near = [s for s in spans if abs(s["start"] - at) < 700]
        return [min(near, key=lambda s: abs(s["start"] - at))] if near else None

    found = []
    for event in known["events"]:
        if not event.get("trigger"):
            continue
        at = event["trigger"]["start"]
        times = places = []
        if event["date"] is not None:
            times = nearest([t for t in known["times"] if t["edtf"] == event["date"]], at)
        if event["place"] is not None:
            name = event["place"]
            spots = [m.span() for m in re.finditer(re.escape(name), parse.text)]
            places = nearest([{"start": a, "end": b} for a, b in spots], at)
        found.append({**event, "times": times, "places": places})
    return found


def names_of(parse: Parse, people: list[dict]) -> list[str]:
    """Return the kind of name of each word as B-KIND, I-KIND or O.

    They are what the recogniser of en_core_web_md says, set right where a person annotated
    that a capitalised mention is a person.
    """
    kinds = list(parse.ents)
    begins = list(parse.ent_begins)
    for entity in people:
        for mention in entity["mentions"] if entity["kind"] == "person" else ():
            tokens = tokens_of(parse, mention)
            if tokens and all(parse.words[t][:1].isupper() for t in tokens):
                for token in tokens:
                    kinds[token], begins[token] = "PERSON", token == tokens[0]
                if tokens[-1] + 1 < len(parse) and kinds[tokens[-1] + 1]:
                    begins[tokens[-1] + 1] = True
    found = []
    for token, kind in enumerate(kinds):
        new = begins[token] or (kind and (token == 0 or kinds[token - 1] != kind))
        found.append(("B-" if new else "I-") + kind if kind else "O")
    return found


def example(
    source: str, parse: Parse, *, events=None, statements=None, roles=ROLES, people=()
) -> dict:
    """Return one text as words, sentences and labels; a part left None was not labelled."""
    made = to_windows(parse.words, parse.sentences, load_pieces())
    windows = [[w.first, w.end, w.ids, w.at, w.shapes] for w in made]
    out: dict = {
        "source": source,
        "words": len(parse),
        "windows": windows,
        "names": names_of(parse, people),
    }
    if events is not None:
        out["roles"] = list(roles)
        out["events"] = []
        for event in events:
            if not event.get("trigger"):
                continue
            tokens = tokens_of(parse, event["trigger"])
            head = trigger_of(parse, tokens)
            if head is None:
                continue
            found = {"head": head, "tokens": tokens, "type": event["type"],
                     "mode": event.get("mode", "?"), "status": event.get("status")}  # fmt: skip
            # Where a writer marked no party at all, some were shared with another event.
            unmarked = (
                source.startswith("ours")
                and not event.get("actors")
                and not event.get("recipients")
            )
            for role in roles:
                if event.get(role, []) is None or unmarked:
                    continue
                heads = [head_of(parse, tokens_of(parse, s)) for s in event.get(role) or []]
                found[role] = sorted({h for h in heads if h is not None})
            out["events"].append(found)
    if statements is not None:
        said = {"content": set(), "source": set(), "cue": set()}
        for statement in statements:
            for part, tokens in said.items():
                spans = statement.get(part) or []
                for span in spans if isinstance(spans, list) else [spans]:
                    tokens.update(tokens_of(parse, span))
        out["said"] = {part: sorted(tokens) for part, tokens in said.items()}
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "encoder")
    args = parser.parse_args()
    train: list[dict] = []
    held: list[dict] = []
    data = qs.SHARED / "data"

    def records(path: str):
        lines = [json.loads(line) for line in (data / path).open()]
        stem = path.replace("/", "-").split(".jsonl")[0]
        return list(zip(lines, qs.parses_of(stem, lines), strict=True))

    for i, (record, parse) in enumerate(records("phrases/events.jsonl")):
        (held if i % 5 == HELD else train).append(
            example("phrases-events", parse, events=record["events"])
        )
    for i, (record, parse) in enumerate(records("phrases/voices.jsonl")):
        (held if i % 5 == HELD else train).append(
            example("phrases-voices", parse, statements=record["voices"])
        )
    for name, into in (("train", train), ("dev", held)):
        for record, parse in records(f"corpus/{name}.jsonl"):
            known = record["annotated"]
            into.append(example(
                f"corpus-{name}", parse, events=with_circumstances(parse, known),
                statements=known["statements"], people=known["people"],
            ))  # fmt: skip
    texts = [
        t
        for path in sorted((ROOT / "training" / "articles").glob("*.txt"))
        for t in read_texts(path)
    ]
    wrong = [(t.where, t.wrong) for t in texts if t.wrong]
    if wrong:
        print(
            f"{len(wrong)} texts with errors are left out:", *wrong[:5], sep="\n  ", file=sys.stderr
        )
    texts = [t for t in texts if not t.wrong]
    said = {
        t.where.split("-")[0] for t in texts if any("content" in s for s in t.statements.values())
    }
    reader = Parser()
    for text, parse in zip(texts, reader.parse_many([(t.text, 0) for t in texts]), strict=True):
        statements = list(text.statements.values()) if text.where.split("-")[0] in said else None
        train.append(
            example(
                f"ours-{text.kind}", parse, events=list(text.events.values()), statements=statements
            )
        )
    from train_events import MARK

    plain, marks = [], []
    for line in load_lines("events_examples.txt"):
        text, events, at = "", [], 0
        for found in MARK.finditer(line):
            text += line[at : found.start()]
            events.append(
                {
                    "type": found[1],
                    "trigger": {"start": len(text), "end": len(text) + len(found[2])},
                }
            )
            text += found[2]
            at = found.end()
        plain.append((text + line[at:], 0))
        marks.append(events)
    for parse, events in zip(reader.parse_many(plain), marks, strict=True):
        train.append(example("ours-short", parse, events=events, roles=()))
    # Only for the names in them: Wikinews and reports of governments that may be trained on.
    seen: set[str] = set()
    for name in ("meantime.jsonl.gz", "timeline15.jsonl", "re3d.jsonl", "geovirus.jsonl"):
        raw = (gzip.open if name.endswith("gz") else open)(data / name, "rt", encoding="utf-8")
        lines = [json.loads(line)["text"] for line in raw]
        fresh = [text for text in dict.fromkeys(lines) if text[:200] not in seen]
        seen.update(text[:200] for text in fresh)
        parses = reader.parse_many([(text, 0) for text in fresh])
        train += [example("names", parse) for parse in parses]
    args.out.mkdir(parents=True, exist_ok=True)
    for name, found in (("train", train), ("held", held)):
        (args.out / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
        print(name, len(found), "texts", sum(x["words"] for x in found), "words",
              sum(len(x.get("events", ())) for x in found), "events")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
