#!/usr/bin/env python3
"""Score the extraction layers on labelled sets, from parses that are kept between runs.

    python tools/quick_score.py timebank aquaint --errors 20

Reads `../shared/data`, parses each set once into `.cache/parses` (or $DATELINE_PARSES) and
from then on runs only the layers, so that a rule is measured seconds after it was written.
`make quality` measures the whole program through its command line.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import sys
import time
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
from scorers import find_shared, load_scorers

SHARED = find_shared()
load_scorers(SHARED)

from scoring.files import to_article
from scoring.readings import broken_spans
from scoring.tasks import READING_TASKS, read_set, read_sets

from dateline.encoder import Encoder
from dateline.extract import find
from dateline.language.copies import paragraphs  # noqa: F401
from dateline.records.articles import Article, digest
from dateline.records.parses import Parse
from dateline.records.readings import Reading
from dateline.text.headers import find_header

PARSES = Path(os.environ.get("DATELINE_PARSES", ROOT / ".cache" / "parses"))
COLUMNS = [
    "text",
    "words",
    "lowers",
    "lemmas",
    "pos",
    "tags",
    "deps",
    "heads",
    "starts",
    "ends",
    "ents",
    "ent_begins",
    "sentences",
    "paragraphs",
]


def parses_of(stem: str, labelled: list[dict]) -> list[Parse]:
    """Return the parses of a set, made on the first call and kept."""
    from dateline import language

    folder = Path(language.__file__).parent
    source = b"".join(path.read_bytes() for path in sorted(folder.glob("*.py")))
    path = PARSES / f"{stem}.{digest(source.decode())[:8]}.pickle"
    if not path.exists():
        PARSES.mkdir(parents=True, exist_ok=True)
        from dateline.language import Parser

        texts = [(r["text"], find_header(r["text"])[1]) for r in labelled]
        made = list(Parser().parse_many(texts))
        kept = [{name: getattr(p, name) for name in COLUMNS} for p in made]
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(pickle.dumps(kept, protocol=5))
        temporary.rename(path)
    return [Parse(**columns) for columns in pickle.loads(path.read_bytes())]


def main() -> int:
    """Score the sets named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--show", help="print the reading of one article id as JSON")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--thorough", action="store_true", help="ask the encoder too")
    args = parser.parse_args()
    for entry in read_sets(SHARED / "data"):
        name, task = entry["set"], entry["task"]
        if task == "stories" or (args.sets and not {name, task} & set(args.sets)):
            continue
        labelled = read_set(SHARED / "data" / entry["file"], task)
        stem = entry["file"].strip("/").replace("/", "-").split(".jsonl")[0]
        parses = parses_of(stem, labelled)
        labelled, parses = labelled[: args.limit], parses[: args.limit]
        if args.thorough:
            encoder = Encoder()
            parses = [parse.with_senses(encoder) for parse in parses]
        readings, words, broken = {}, 0, 0
        if args.profile:
            import cProfile

            profile = cProfile.Profile()
            profile.enable()
        began = time.process_time()
        for record, parse in zip(labelled, parses, strict=True):
            article = to_article(record)
            header, _ = find_header(record["text"])
            published = article.get("published") or header
            found = find(parse, published)
            reading = Reading(
                article=Article(
                    id=digest(record["text"]), text=record["text"], key=record["id"],
                    published=published,
                ),
                **{f: getattr(found, f) for f in found.__struct_fields__},
            )  # fmt: skip
            raw = msgspec.to_builtins(reading)
            broken += broken_spans(raw)
            readings[record["id"]] = raw
            words += len(record["text"].split())
            if args.show == record["id"]:
                print(json.dumps(raw, indent=1, ensure_ascii=False))
        spent = time.process_time() - began
        if args.profile:
            import pstats

            profile.disable()
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        result = READING_TASKS[task](labelled, readings)
        result.task = f"{name} ({task})"
        print(result.to_table(args.errors))
        print(f"  {words} words, layers {words / spent:.0f} words/s, broken spans {broken}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
