#!/usr/bin/env python3
"""Write a trained encoder as ONNX with eight-bit weights.

    python tools/export_encoder.py build/encoder/model.pt src/dateline/tables/encoder.onnx

The graph is written node by node, with the runtime's fused attention, which is a third
faster than what the exporter of torch makes of the same model.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from train_encoder import ATTENTION_HEADS, ROLES, STATUSES, TYPES, Encoder

HEADS = ("types", "kinds", "statuses", "said", "names", "asks", "answers")
FUSED = "com.microsoft"


class Graph:
    """Collects the nodes and constants of a graph."""

    def __init__(self) -> None:
        self.nodes, self.constants = [], []

    def constant(self, name: str, value: torch.Tensor | np.ndarray) -> str:
        array = value.detach().numpy() if isinstance(value, torch.Tensor) else value
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(
        self, operator: str, inputs: list[str], name: str, domain: str = "", **attributes
    ) -> str:
        self.nodes.append(
            helper.make_node(operator, inputs, [name], name=name, domain=domain, **attributes)
        )
        return name

    def linear(self, x: str, name: str, part: torch.nn.Linear) -> tuple[str, str]:
        """Return the product of `x` with a layer's weights, and the name of its bias."""
        weight = self.constant(name + ".weight", part.weight.T)
        return self.add("MatMul", [x, weight], name + ".out"), self.constant(
            name + ".bias", part.bias
        )


def to_graph(model: Encoder) -> onnx.ModelProto:
    g = Graph()
    words = g.add("Gather", [g.constant("words", model.words.weight), "ids"], "word_rows")
    # The mark of a segment is the same everywhere: it is added to the shapes.
    shapes = g.add(
        "Gather",
        [g.constant("shape_table", model.shapes.weight + model.segment), "shapes"],
        "shape_rows",
    )
    length = g.add(
        "Gather", [g.add("Shape", ["ids"], "size"), g.constant("one", np.asarray([1]))], "length"
    )
    places = g.add(
        "Slice",
        [
            g.constant("places", model.positions.weight[:160]),
            g.constant("zero", np.asarray([0])),
            length,
        ],
        "place_rows",
    )
    x = g.add("Add", [g.add("Add", [words, shapes], "with_shapes"), places], "with_places")
    x = g.add("LayerNormalization", [x, g.constant("norm.w", model.norm.weight), g.constant("norm.b", model.norm.bias)],
              "normed", epsilon=1e-12)  # fmt: skip
    mask = g.add("Cast", ["mask"], "mask_numbers", to=TensorProto.INT32)
    for i, block in enumerate(model.blocks):
        name = f"block{i}"
        weight = torch.cat([block.q.weight, block.k.weight, block.v.weight]).T
        bias = torch.cat([block.q.bias, block.k.bias, block.v.bias])
        seen = g.add("Attention", [x, g.constant(name + ".qkv", weight), g.constant(name + ".qkv_bias", bias), mask],
                     name + ".seen", FUSED, num_heads=ATTENTION_HEADS)  # fmt: skip
        out = g.linear(seen, name + ".o", block.o)
        x = normed(g, name + ".a", out, x, block.after_attention)
        inner = g.add(
            "BiasGelu", list(g.linear(x, name + ".inner", block.inner)), name + ".gelu", FUSED
        )
        x = normed(
            g, name + ".b", g.linear(inner, name + ".outer", block.outer), x, block.after_inner
        )
    heads = [model.heads[name] for name in HEADS]
    weight = g.constant("heads.weight", torch.cat([head.weight for head in heads]).T)
    bias = g.constant("heads.bias", torch.cat([head.bias for head in heads]))
    g.add("Add", [g.add("MatMul", [x, weight], "heads.out"), bias], "heads")
    graph = helper.make_graph(
        g.nodes, "encoder",
        [helper.make_tensor_value_info(n, t, ["batch", "length"])
         for n, t in (("ids", TensorProto.INT64), ("shapes", TensorProto.INT64), ("mask", TensorProto.BOOL))],
        [helper.make_tensor_value_info("heads", TensorProto.FLOAT, ["batch", "length", sum(h.out_features for h in heads)])],
        g.constants,
    )  # fmt: skip
    return helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)],
        ir_version=9,
    )


def normed(
    g: Graph, name: str, linear: tuple[str, str], skip: str, norm: torch.nn.LayerNorm
) -> str:
    """Return the normed sum of a layer's output, its bias and what went into the block.

    Three plain operators: the runtime's fused one takes a fifth longer on one core.
    """
    summed = g.add("Add", [g.add("Add", list(linear), name + ".biased"), skip], name + ".summed")
    inputs = [summed, g.constant(name + ".w", norm.weight), g.constant(name + ".b", norm.bias)]
    return g.add("LayerNormalization", inputs, name, epsilon=1e-12)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights")
    args = parser.parse_args()
    kept = torch.load(args.model)
    model = Encoder(kept["layers"], len(kept["kinds"]), len(kept["names"]))
    model.load_state_dict(kept["model"])
    model.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        onnx.save(to_graph(model), plain)
        check(model, plain)
        if args.float:
            small = plain
        else:
            quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True,
                             op_types_to_quantize=["MatMul", "Attention", "Gather"],
                             extra_options={"DefaultTensorType": TensorProto.FLOAT})  # fmt: skip
        made = onnx.load(small)
    sizes = [model.heads[name].out_features for name in HEADS]
    for name, value in (
        ("heads", dict(zip(HEADS, sizes, strict=True))), ("types", TYPES), ("kinds", kept["kinds"]), ("statuses", STATUSES),
        ("roles", ROLES), ("names", kept["names"]), ("distance", np.round(model.distance.detach().numpy(), 4).tolist()),
    ):  # fmt: skip
        entry = made.metadata_props.add()
        entry.key, entry.value = name, json.dumps(value)
    onnx.save(made, args.target)
    print(args.target, f"{args.target.stat().st_size / 1e6:.1f} MB")
    return 0


def check(model: Encoder, path: Path) -> None:
    """Raise if the graph says anything else than the model."""
    import onnxruntime

    torch.manual_seed(1)
    ids, shapes = torch.randint(1000, 20000, (3, 19)), torch.randint(0, 6, (3, 19))
    mask = torch.ones(3, 19, dtype=torch.bool)
    mask[1, 11:] = False
    with torch.no_grad():
        wanted = torch.cat([model(ids, mask, shapes)[name] for name in HEADS], dim=-1)[mask].numpy()
    session = onnxruntime.InferenceSession(str(path))
    got = session.run(None, {"ids": ids.numpy(), "shapes": shapes.numpy(), "mask": mask.numpy()})[
        0
    ][mask.numpy()]
    assert np.abs(got - wanted).max() < 1e-3, f"the graph is off by {np.abs(got - wanted).max()}"


if __name__ == "__main__":
    raise SystemExit(main())
