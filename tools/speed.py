#!/usr/bin/env python3
"""Measure the whole reading against the bare parse, in one run, and write docs/speed.md.

    python tools/speed.py [--shared ../shared] [--words 40000] [--rounds 5]

The bare parse is spaCy's pipeline as it comes, `nlp.pipe` over whole articles at the batch
size that is fastest for it; the whole reading is `Reader.read_many` over the same articles,
from text to finished record. Both run in turn in one process on one core, and the figure is
the median of the ratios round by round, so that a machine that speeds up or slows down does
not change it. Memory and start-up are those of whole processes. Exits 1 beyond the limits.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

ROOT = Path(__file__).resolve().parent.parent
MOST_RATIO, MOST_MEMORY_MB, MOST_COLD_S, MOST_HELP_S = 1.5, 1200, 3.0, 0.3
SETS = ("polnear.jsonl.gz", "corpus/train.jsonl", "muc4.jsonl", "gva.jsonl.gz")


def read_texts(shared: Path, words: int) -> list[dict]:
    """Return articles from several sets, about `words` words in all; the samples without them."""
    found: list[dict] = []
    for name in SETS:
        path = shared / "data" / name
        if not path.exists():
            continue
        taken = 0
        with gzip.open(path, "rt") if name.endswith(".gz") else path.open() as lines:
            for line in lines:
                record = json.loads(line)
                found.append(
                    {"key": record["id"], "text": record["text"], "published": record.get("date")}
                )
                taken += len(record["text"].split())
                if taken > words / len(SETS):
                    break
    if not found:
        texts = [path.read_text("utf8") for path in sorted((ROOT / "examples").glob("*.txt"))]
        while sum(len(a["text"].split()) for a in found) < words:
            found += [
                {"key": f"{len(found)}-{n}", "text": text, "published": None}
                for n, text in enumerate(texts)
            ]
    return found


def time_layers(reader: object, articles: list[dict]) -> dict[str, float]:
    """Return the CPU seconds of each stage over `articles`."""
    from dateline import extract
    from dateline.encoder import Encoder

    spent: dict[str, float] = defaultdict(float)
    kept = {}
    for layer in extract.LAYERS:
        name = f"find_{layer}"
        kept[name] = getattr(extract, name)

        def timed(*args, _f=kept[name], _layer=layer, **options):
            began = time.process_time()
            try:
                return _f(*args, **options)
            finally:
                spent[_layer] += time.process_time() - began

        setattr(extract, name, timed)
    read = Encoder.read

    def timed_encoder(self, parse, sentences=None):
        began = time.process_time()
        try:
            return read(self, parse, sentences)
        finally:
            spent["encoder"] += time.process_time() - began

    Encoder.read = timed_encoder
    began = time.process_time()
    for _ in reader.read_many(articles):
        pass
    spent["whole"] = time.process_time() - began
    Encoder.read = read
    for name, function in kept.items():
        setattr(extract, name, function)
    spent["events"] -= spent["encoder"]
    return spent


def whole_process(command: list[str], runs: int = 3) -> tuple[float, float]:
    """Return the median wall seconds of a command and the largest memory of all, in MB."""
    seconds = []
    for _ in range(runs):
        began = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds.append(time.monotonic() - began)
    return statistics.median(seconds), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3


def main() -> int:
    """Measure, write the page, and check the limits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()

    articles = read_texts(args.shared, args.words)
    texts = [article["text"] for article in articles]
    words = sum(len(text.split()) for text in texts)
    dateline = [sys.executable, "-m", "dateline"]
    with tempfile.TemporaryDirectory() as folder:
        short = Path(folder) / "short.txt"
        short.write_text(
            "Police in Almaty arrested 12 protesters on Friday, the ministry said.", "utf8"
        )
        help_s, _ = whole_process([*dateline, "--help"], 5)
        cold_s, _ = whole_process([*dateline, "read", str(short), "--format", "json"])
        corpus = Path(folder) / "corpus.jsonl"
        corpus.write_text("".join(json.dumps(a) + "\n" for a in articles), "utf8")
        _, memory = whole_process(
            [*dateline, "read", str(corpus), "--format", "jsonl", "-o", str(Path(folder) / "out")],
            1,
        )

    from dateline import Reader

    reader = Reader()
    nlp = reader.parser.nlp
    list(nlp.pipe(texts[:4]))
    list(reader.read_many(articles[:4]))
    trial = {}
    for size in (4, 16, 64, 256):
        began = time.process_time()
        for _ in nlp.pipe(texts, batch_size=size):
            pass
        trial[size] = time.process_time() - began
    best = min(trial, key=trial.__getitem__)
    bare, whole, stages = [], [], []
    for _ in range(args.rounds):
        began = time.process_time()
        for _ in nlp.pipe(texts, batch_size=best):
            pass
        bare.append(time.process_time() - began)
        stages.append(time_layers(reader, articles))
        whole.append(stages[-1]["whole"])
    ratio = statistics.median(w / b for w, b in zip(whole, bare, strict=True))
    share = {
        layer: statistics.median(s[layer] / b for s, b in zip(stages, bare, strict=True))
        for layer in stages[0]
        if layer != "whole"
    }
    parse_share = ratio - sum(share.values())
    page = [
        "# Speed",
        "",
        "Made by `make speed`; every figure is measured in one run on one machine "
        f"({platform.machine()}, {os.cpu_count()} cores), one core, Python "
        f"{platform.python_version()}.",
        f"Read: {len(articles)} articles, {words} words, {args.rounds} rounds, the bare parse and "
        "the whole reading in turn; ratios are the median over the rounds.",
        "",
        "| what | figure | limit |",
        "| --- | ---: | ---: |",
        f"| bare spaCy pipeline (en_core_web_md), words/s, batch of {best} | "
        f"{words / statistics.median(bare):.0f} | |",
        f"| whole reading, words/s | {words / statistics.median(whole):.0f} | |",
        f"| whole reading, times the bare parse | {ratio:.2f} | {MOST_RATIO} |",
        f"| memory of `dateline read` over all of it, MB | {memory:.0f} | {MOST_MEMORY_MB} |",
        f"| cold start, `dateline read` on one short article, s | {cold_s:.2f} | {MOST_COLD_S} |",
        f"| `dateline --help`, s | {help_s:.2f} | {MOST_HELP_S} |",
        "",
        "## Where the time goes",
        "",
        "Each stage as a share of the bare parse.",
        "The parse of a reading is cheaper than the bare one where paragraphs make better batches "
        "than whole articles.",
        "",
        "| stage | share |",
        "| --- | ---: |",
        f"| parse, finishing and the rest | {parse_share:.2f} |",
        *(f"| {layer} | {value:.3f} |" for layer, value in share.items() if value),
        "",
    ]
    (ROOT / "docs" / "speed.md").write_text("\n".join(page), "utf8")
    print("\n".join(page))
    limits = (
        (ratio, MOST_RATIO), (memory, MOST_MEMORY_MB), (cold_s, MOST_COLD_S), (help_s, MOST_HELP_S)
    )  # fmt: skip
    return int(any(value > limit for value, limit in limits))


if __name__ == "__main__":
    sys.exit(main())
