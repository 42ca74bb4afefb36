"""The session: windows in, one row of numbers a word out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from dateline.encoder.pieces import load_pieces
from dateline.encoder.windows import Window, to_windows
from dateline.records.parses import Parse
from dateline.records.signals import Floats, Signals

WEIGHTS = "encoder.onnx"
BATCH = 4  # windows that are read at once: more leave the cache, and a word costs a tenth more
NAMES = ("heads", "types", "kinds", "statuses", "distance")


class Encoder:
    """Reads parses; the weights are loaded on first use, which takes about 50 ms."""

    def __init__(self, weights: Path | None = None) -> None:
        """Take other weights than the shipped ones where a path is given."""
        self._weights = weights or files("dateline.tables").joinpath(WEIGHTS)

    @cached_property
    def digest(self) -> str:
        """What a record says of these weights."""
        return f"encoder sha256:{hashlib.sha256(self._weights.read_bytes()).hexdigest()}"

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # noqa: PLC0415 - not before a text is read

        options = onnxruntime.SessionOptions()
        # One core: whoever wants more starts more processes.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self._weights.read_bytes(),
            options,
            providers=["CPUExecutionProvider"],
            # The fused operator is slower on one core than the two it stands for.
            disabled_optimizers=["SkipLayerNormFusion"],
        )

    @cached_property
    def _names(self) -> dict[str, Any]:
        meta = self._session.get_modelmeta().custom_metadata_map
        return {name: json.loads(meta[name]) for name in NAMES}

    def read(self, parse: Parse, sentences: Collection[int] | None = None) -> Signals:
        """Return the signals of a text, or of its sentences of these numbers."""
        windows = to_windows(parse.words, parse.sentences, load_pieces(), sentences)
        columns = self._run(windows)
        window_of = np.full(len(parse), -1, np.int32)
        for number, window in enumerate(windows):
            window_of[window.first : window.end] = number
        read = window_of >= 0

        def spread(rows: Floats) -> Floats:
            whole = np.zeros((len(parse), rows.shape[1]), np.float32)
            whole[read] = rows
            return whole

        names = self._names
        types = spread(_softmax(columns["types"]))
        types[~read, 0] = 1
        return Signals(
            type_names=tuple(names["types"]),
            kind_names=tuple(names["kinds"]),
            status_names=tuple(names["statuses"]),
            types=types,
            kinds=spread(_softmax(columns["kinds"])),
            statuses=spread(_softmax(columns["statuses"])),
            asks=spread(columns["asks"]),
            answers=spread(columns["answers"]),
            distance=np.asarray(names["distance"], np.float32),
            window_of=window_of,
        )

    def _run(self, windows: list[Window]) -> dict[str, Floats]:
        """Return the columns of all heads, in text order."""
        sizes: dict[str, int] = self._names["heads"]
        found: list[Floats] = [np.zeros((0, sum(sizes.values())), np.float32) for _ in windows]
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
        for start in range(0, len(order), BATCH):
            numbers = order[start : start + BATCH]
            (heads,) = self._session.run(None, _padded([windows[i] for i in numbers]))
            for row, number in enumerate(numbers):
                found[number] = heads[row, windows[number].at]
        whole = (
            np.concatenate([found[0][:0], *found]) if found else np.zeros((0, sum(sizes.values())))
        )
        ends = np.cumsum(list(sizes.values()))[:-1]
        return dict(zip(sizes, np.split(whole.astype(np.float32), ends, axis=1), strict=True))


def _padded(windows: list[Window]) -> dict[str, np.ndarray]:
    size = (len(windows), max(len(window.ids) for window in windows))
    ids, shapes = np.zeros(size, np.int64), np.zeros(size, np.int64)
    mask = np.zeros(size, np.bool_)
    for row, window in enumerate(windows):
        ids[row, : len(window.ids)] = window.ids
        shapes[row, : len(window.ids)] = window.shapes
        mask[row, : len(window.ids)] = True
    return {"ids": ids, "shapes": shapes, "mask": mask}


def _softmax(scores: Floats) -> Floats:
    if not scores.size:
        return scores
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = raised / raised.sum(axis=1, keepdims=True)
    return chances
