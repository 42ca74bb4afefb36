#!/usr/bin/env python3
"""Train the classifier of event types; about a minute on one core, numpy only.

    DATELINE_PARSES=/tmp/parses PYTHONPATH=src python tools/train_events.py

Trains on `phrases/events.jsonl` (ours; every fifth text, by index, is kept out and only
measured on) and on `corpus/train.jsonl` (Wikinews CC BY 2.5 and re3d's open licences,
annotation CC BY 4.0). Writes `tables/events_vectors.npz` (the CC0 Explosion vectors of
en_core_web_md, reduced) and `tables/events_weights.npz`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))
sys.path.insert(0, str(ROOT / "src"))
import quick_score as qs

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.matches import Matcher
from dateline.extract.events.units import to_units
from dateline.tables import load_lines

TABLES = ROOT / "src" / "dateline" / "tables"
WIDTH = 48  # components kept of 300; 32 lost 1 point of held-out F1, 64 won none
HIDDEN = 48
LEAST = 2  # a feature seen once teaches nothing
WORDS = 30_000
MARK = re.compile(r"\[([A-Z]+)\|([^]]*)\]")
NOTHING = ("NONE", "?")
MEMBERS = 3  # networks that are averaged
HELD = 0  # every fifth text, by index


def make_vectors() -> None:
    """Write the reduced vectors of lower-case words and lemmas."""
    from dateline.language.parser import _load

    nlp = _load()
    vectors, strings = nlp.vocab.vectors, nlp.vocab.strings
    lookups = nlp.get_pipe("lemmatizer").lookups
    index = lookups.get_table("lemma_index")
    lemmas = {w for kind in ("verb", "noun", "adj") for w in index[kind]}
    known = [(strings[k], row) for k, row in vectors.key2row.items() if k in strings]
    chosen = {w: r for w, r in known if w.isalpha() and w.islower() and (w in lemmas or r < 12_000)}
    ranked = sorted(chosen, key=lambda w: (chosen[w], w))[:WORDS]
    used = sorted({chosen[w] for w in ranked})
    matrix = np.asarray(vectors.data)[used]
    matrix = matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-6)
    matrix -= matrix.mean(axis=0)
    _, _, basis = np.linalg.svd(matrix, full_matrices=False)
    reduced = matrix @ basis[:WIDTH].T
    reduced /= reduced.std()
    scale = np.float32(np.abs(reduced).max() / 127)
    position = {row: i for i, row in enumerate(used)}
    np.savez_compressed(
        TABLES / "events_vectors.npz",
        words=np.frombuffer("\n".join(ranked).encode(), dtype=np.uint8),
        index=np.asarray([position[chosen[w]] for w in ranked], dtype=np.uint16),
        rows=np.round(reduced / scale).astype(np.int8),
        scale=scale,
    )


def read_texts(fold: int | None) -> tuple[list, list]:
    """Return `(parse, events)` of the training texts and of those kept out."""
    train, held = [], []
    folder = qs.SHARED / "data"
    phrases = [json.loads(line) for line in (folder / "phrases/events.jsonl").open()]
    for i, (record, parse) in enumerate(
        zip(phrases, qs.parses_of("phrases-events", phrases), strict=False)
    ):
        if fold is not None and i % 5 == HELD:
            continue
        (held if i % 5 == (fold or HELD) else train).append((parse, record["events"]))
    train += read_examples()
    corpus = [json.loads(line) for line in (folder / "corpus/train.jsonl").open()]
    for record, parse in zip(corpus, qs.parses_of("corpus-train", corpus), strict=False):
        train.append((parse, record["annotated"]["events"]))
    return train, held


def read_examples() -> list:
    """Return `(parse, events)` of our own marked sentences."""
    from dateline.language import Parser

    texts, marks = [], []
    for line in load_lines("events_examples.txt"):
        text, events, at = "", [], 0
        for found in MARK.finditer(line):
            text += line[at : found.start()]
            start = len(text)
            text += found[2]
            events.append({"type": found[1], "trigger": {"start": start, "end": len(text)}})
            at = found.end()
        texts.append((text + line[at:], 0))
        marks.append(events)
    return list(zip(Parser().parse_many(texts), marks, strict=False))


def label(clauses, matches, owner, tokens, events):
    """Return one (type, mode) a candidate; None where open, mode "?" where not labelled."""
    parse = clauses.parse
    labels = dict.fromkeys(tokens, NOTHING)
    for event in events:
        first, end = parse.tokens_in(event["trigger"]["start"], event["trigger"]["end"])
        inside = [
            t for t in dict.fromkeys(owner.get(t, t) for t in range(first, end)) if t in labels
        ]
        if not inside:
            continue
        roots = [t for t in inside if not first <= parse.heads[t] < end or parse.heads[t] == t]
        known = [t for t in inside if t in matches and matches[t].group.type == event["type"]]
        chosen = (known or roots or inside)[0]
        for t in inside:
            if labels[t] == NOTHING:
                labels[t] = None
        labels[chosen] = (event["type"], event.get("mode", "?"))
    return labels


def examples(texts):
    """Return sparse feature lists, dense rows and labels of all candidates."""
    from dateline.extract.events.classifier import TYPES, dense_inputs
    from dateline.extract.events.features import ARTICLE, candidates, sparse

    names, dense, labels, modes = [], [], [], []
    for parse, events in texts:
        clauses = Clauses(parse)
        matches, owner = to_units(Matcher(clauses).find())
        tokens = candidates(clauses, matches, owner)
        if not tokens:
            continue
        known = label(clauses, matches, owner, tokens, events)
        kept = [t for t in tokens if known[t] is not None]
        if not kept:
            continue
        article = len(parse.sentences) > ARTICLE
        names += [sparse(clauses, t, matches, article=article) for t in kept]
        dense.append(dense_inputs(clauses, kept))
        labels += [TYPES.index(known[t][0]) for t in kept]
        modes += [known[t] for t in kept]
    return names, np.vstack(dense), np.asarray(labels), modes


def rows_of(lists, row):
    """Return the feature numbers of each candidate, padded to one width."""
    found = [[row[n] for n in set(each) if n in row] for each in lists]
    width = max(map(len, found))
    return np.asarray([f + [len(row)] * (width - len(f)) for f in found])


def forward(params, rows, inputs):
    """Return the probability of each type."""
    hidden = np.maximum(inputs @ params["hidden"] + params["hidden_bias"], 0)
    scores = params["linear"][rows].sum(axis=1) + hidden @ params["out"]
    scores -= scores.max(axis=1, keepdims=True)
    scores = np.exp(scores)
    return scores / scores.sum(axis=1, keepdims=True)


def fit(  # noqa: PLR0917 - the examples and their sizes
    rows,
    dense,
    labels,
    size,
    seed,
    epochs,
    n_types,
    *,
    drop_word=0.25,
    decay=3e-5,
    rate_linear=0.05,
    hidden_size=HIDDEN,
    drop_in=0.2,
    drop_hidden=0.4,
):
    """Return the weights after `epochs` passes; `size` is the number of features."""
    rng = np.random.default_rng(seed)
    width = dense.shape[1]
    params = {
        "linear": np.zeros((size + 1, n_types), np.float32),
        "hidden": rng.normal(0, (2 / width) ** 0.5, (width, hidden_size)).astype(np.float32),
        "hidden_bias": np.zeros(hidden_size, np.float32),
        "out": rng.normal(0, 0.05, (hidden_size, n_types)).astype(np.float32),
    }
    square = {k: np.zeros_like(v) for k, v in params.items()}
    moment = {k: np.zeros_like(v) for k, v in params.items() if k != "linear"}
    batch, step = 128, 0
    for epoch in range(epochs):
        rate = 1 - epoch / epochs
        order = rng.permutation(len(labels))
        for at in range(0, len(order), batch):
            step += 1
            chosen = order[at : at + batch]
            here, inputs, wanted = rows[chosen], dense[chosen], labels[chosen]
            here = np.where(rng.random(here.shape, dtype=np.float32) < drop_word, size, here)
            inputs = inputs * (
                (rng.random(inputs.shape, dtype=np.float32) > drop_in) / np.float32(1 - drop_in)
            )
            pre = inputs @ params["hidden"] + params["hidden_bias"]
            mask = (rng.random(pre.shape, dtype=np.float32) > drop_hidden) / np.float32(
                1 - drop_hidden
            )
            hidden = np.maximum(pre, 0) * mask
            scores = params["linear"][here].sum(axis=1) / (1 - drop_word) + hidden @ params["out"]
            scores -= scores.max(axis=1, keepdims=True)
            error = np.exp(scores)
            error /= error.sum(axis=1, keepdims=True)
            error[np.arange(len(chosen)), wanted] -= 1
            error /= len(chosen)
            back = (error @ params["out"].T) * mask * (pre > 0)
            grads = {
                "hidden": inputs.T @ back,
                "hidden_bias": back.sum(axis=0),
                "out": hidden.T @ error,
            }
            for k, g in grads.items():
                full = g + decay * params[k]
                moment[k] = 0.9 * moment[k] + 0.1 * full
                square[k] = 0.999 * square[k] + 0.001 * full * full
                fix = (1 - 0.999**step) ** 0.5 / (1 - 0.9**step)
                params[k] -= 0.002 * rate * fix * moment[k] / (np.sqrt(square[k]) + 1e-8)
            # AdaGrad on the rows that were seen.
            seen, where = np.unique(here.ravel(), return_inverse=True)
            grad = np.zeros((len(seen), n_types), np.float32)
            np.add.at(grad, where.ravel(), np.repeat(error, here.shape[1], axis=0))
            grad += decay * params["linear"][seen]
            square["linear"][seen] += grad * grad
            params["linear"][seen] -= (
                rate_linear * rate * grad / np.sqrt(square["linear"][seen] + 1e-6)
            )
            params["linear"][-1] = 0
    return params


def joined(fitted):
    """Return one network that averages several: their hidden layers side by side."""
    return {
        "linear": sum(p["linear"] for p in fitted) / len(fitted),
        "hidden": np.hstack([p["hidden"] for p in fitted]),
        "hidden_bias": np.hstack([p["hidden_bias"] for p in fitted]),
        "out": np.vstack([p["out"] for p in fitted]) / len(fitted),
    }


def measured(params, rows, dense, labels):
    """Return the best F1 over thresholds, with the threshold, precision and recall."""
    got = np.vstack(
        [
            forward(params, rows[i : i + 2000], dense[i : i + 2000])
            for i in range(0, len(labels), 2000)
        ]
    )
    best = (0.0, 0.0, 0.0, 0.0)
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7):
        kind = np.where(1 - got[:, 0] > least, got[:, 1:].argmax(axis=1) + 1, 0)
        right = ((kind == labels) & (kind > 0)).sum()
        p, r = right / max((kind > 0).sum(), 1), right / (labels > 0).sum()
        best = max(best, (2 * p * r / max(p + r, 1e-9), least, p, r))
    return best


def train_weights(seed: int, epochs: int, fold: int | None, target: Path) -> None:
    from dateline.extract.events.classifier import TYPES

    began = time.time()
    train, held = read_texts(fold)
    names, dense, labels, modes = examples(train)
    counts = Counter(name for each in names for name in set(each))
    vocabulary = sorted(name for name, n in counts.items() if n >= LEAST)
    row = {name: i for i, name in enumerate(vocabulary)}
    rows = rows_of(names, row)
    print(f"{len(labels)} candidates, {len(row)} features, {time.time() - began:.0f} s")
    fitted = [
        fit(rows, dense, labels, len(row), seed + i, epochs, len(TYPES)) for i in range(MEMBERS)
    ]
    params = joined(fitted)
    names_h, dense_h, labels_h, modes_h = examples(held)
    f1, least, p, r = measured(params, rows_of(names_h, row), dense_h, labels_h)
    print(f"held out: F1 {f1:.3f} at {least} (P {p:.3f} R {r:.3f}), {time.time() - began:.0f} s")
    kinds = sorted({m for m in modes if m[1] != "?"}, key=str)
    kind_of = {kind: i for i, kind in enumerate(kinds)}
    at = [i for i, m in enumerate(modes) if m in kind_of]
    chosen = fit(
        rows[at],
        dense[at],
        np.asarray([kind_of[modes[i]] for i in at]),
        len(row),
        seed,
        epochs,
        len(kinds),
    )
    at_h = [i for i, m in enumerate(modes_h) if m in kind_of]
    got = forward(chosen, rows_of(names_h, row)[at_h], dense_h[at_h])
    for j, i in enumerate(at_h):
        got[j, [k for k, kind in enumerate(kinds) if kind[0] != modes_h[i][0]]] = 0
    print(
        f"held out: mode right, type given {np.mean([kinds[g] == modes_h[i] for g, i in zip(got.argmax(axis=1), at_h, strict=False)]):.3f}"
    )
    linear = params["linear"][:-1]
    keep = np.abs(linear).max(axis=1) > 0.02
    linear = linear[keep]
    scale = np.float32(np.abs(linear).max() / 127)
    np.savez_compressed(
        target,
        modes=np.frombuffer("\n".join(f"{t}/{m or ''}" for t, m in kinds).encode(), np.uint8),
        mode_linear=np.round(
            chosen["linear"][:-1][keep]
            / (mode_scale := np.float32(np.abs(chosen["linear"]).max() / 127))
        ).astype(np.int8),
        mode_scale=mode_scale,
        mode_hidden=chosen["hidden"].astype(np.float16),
        mode_hidden_bias=chosen["hidden_bias"].astype(np.float16),
        mode_out=chosen["out"].astype(np.float16),
        names=np.frombuffer(
            "\n".join(n for n, k in zip(vocabulary, keep, strict=False) if k).encode(), np.uint8
        ),
        linear=np.round(linear / scale).astype(np.int8),
        linear_scale=scale,
        hidden=params["hidden"].astype(np.float16),
        hidden_bias=params["hidden_bias"].astype(np.float16),
        out=params["out"].astype(np.float16),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vectors", action="store_true", help="make the vectors again")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--fold", type=int, help="keep out this fold too; writes --weights")
    parser.add_argument("--weights", type=Path, default=TABLES / "events_weights.npz")
    parser.add_argument("--epochs", type=int, default=15)
    args = parser.parse_args()
    if args.vectors or not (TABLES / "events_vectors.npz").exists():
        make_vectors()
    train_weights(args.seed, args.epochs, args.fold, args.weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
