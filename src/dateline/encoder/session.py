"""The session: windows in, one row of numbers a word out."""

from __future__ import annotations

import json
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
BATCH = 16  # windows that are read at once
NAMES = ("types", "kinds", "statuses", "distance")
HEADS = ("types", "kinds", "statuses", "said", "asks", "answers")


class Encoder:
    """Reads parses; the weights are loaded on first use, which takes about 50 ms."""

    def __init__(self, weights: Path | None = None) -> None:
        """Take other weights than the shipped ones where a path is given."""
        self._weights = weights or files("dateline.tables").joinpath(WEIGHTS)

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # noqa: PLC0415 - not before a text is read

        options = onnxruntime.SessionOptions()
        # One core: whoever wants more starts more processes.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(self._weights.read_bytes(), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _names(self) -> dict[str, Any]:
        meta = self._session.get_modelmeta().custom_metadata_map
        return {name: json.loads(meta[name]) for name in NAMES}

    def read(self, parse: Parse) -> Signals:
        """Return the signals of one text."""
        windows = to_windows(parse.words, parse.sentences, load_pieces())
        columns = self._run(windows)
        window_of = np.zeros(len(parse), np.int32)
        for number, window in enumerate(windows):
            window_of[window.first : window.end] = number
        names = self._names
        return Signals(
            type_names=tuple(names["types"]),
            kind_names=tuple(names["kinds"]),
            status_names=tuple(names["statuses"]),
            types=_softmax(columns["types"]),
            kinds=_softmax(columns["kinds"]),
            statuses=_softmax(columns["statuses"]),
            said=1 / (1 + np.exp(-columns["said"])),
            asks=columns["asks"],
            answers=columns["answers"],
            distance=np.asarray(names["distance"], np.float32),
            window_of=window_of,
        )

    def _run(self, windows: list[Window]) -> dict[str, Floats]:
        """Return the columns of all heads, in text order."""
        found: list[list[Floats]] = [[] for _ in windows]
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
        for start in range(0, len(order), BATCH):
            numbers = order[start : start + BATCH]
            ids, mask = _padded([windows[i] for i in numbers])
            outputs = self._session.run(list(HEADS), {"ids": ids, "mask": mask})
            for row, number in enumerate(numbers):
                found[number] = [head[row, windows[number].at] for head in outputs]
        if not windows:
            sizes = {o.name: o.shape[-1] for o in self._session.get_outputs()}
            return {name: np.zeros((0, sizes[name]), np.float32) for name in HEADS}
        return {
            name: np.concatenate([rows[i] for rows in found]).astype(np.float32)
            for i, name in enumerate(HEADS)
        }


def _padded(windows: list[Window]) -> tuple[np.ndarray, np.ndarray]:
    length = max(len(window.ids) for window in windows)
    ids = np.zeros((len(windows), length), np.int64)
    mask = np.zeros((len(windows), length), np.bool_)
    for row, window in enumerate(windows):
        ids[row, : len(window.ids)] = window.ids
        mask[row, : len(window.ids)] = True
    return ids, mask


def _softmax(scores: Floats) -> Floats:
    if not scores.size:
        return scores
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = raised / raised.sum(axis=1, keepdims=True)
    return chances
