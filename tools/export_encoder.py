#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "numpy", "safetensors", "tokenizers==0.23.3", "onnx", "onnxruntime"]
# ///
"""Write a trained encoder as ONNX with eight-bit weights.

    python tools/export_encoder.py build/encoder/model.pt src/dateline/tables/encoder.onnx
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import nn
from train_encoder import ATTENTION_HEADS, ROLES, STATUSES, TYPES, WIDTH, Block, Encoder

HEADS = ("types", "kinds", "statuses", "said", "asks", "answers")


def attend(block: Block, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """Return what a block does, written so that the runtime can fuse its attention."""
    batch, length = x.shape[0], x.shape[1]

    def split(y: torch.Tensor) -> torch.Tensor:
        return y.reshape(batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).permute(0, 2, 1, 3)

    scores = torch.matmul(split(block.q(x)), split(block.k(x)).transpose(-1, -2)) / 32**0.5 + bias
    seen = torch.matmul(scores.softmax(-1), split(block.v(x)))
    x = block.after_attention(x + block.o(seen.permute(0, 2, 1, 3).reshape(batch, length, WIDTH)))
    return block.after_inner(x + block.outer(nn.functional.gelu(block.inner(x))))


class Exported(nn.Module):
    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        model = self.model
        bias = (1.0 - mask.float())[:, None, None, :] * -10000.0
        x = model.norm(model.words(ids) + model.positions.weight[: ids.shape[1]] + model.segment)
        for block in model.blocks:
            x = attend(block, x, bias)
        return tuple(model.heads[name](x) for name in HEADS)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights")
    args = parser.parse_args()
    kept = torch.load(args.model)
    model = Encoder(kept["layers"], len(kept["kinds"]))
    model.load_state_dict(kept["model"])
    model.eval()
    ids, mask = torch.randint(0, 30000, (2, 17)), torch.ones(2, 17, dtype=torch.bool)
    axes = {0: "batch", 1: "length"}
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            Exported(model), (ids, mask), str(plain), input_names=["ids", "mask"], output_names=list(HEADS),
            dynamic_axes={name: axes for name in ("ids", "mask", *HEADS)}, opset_version=17, dynamo=False,
        )  # fmt: skip
        fused = optimizer.optimize_model(
            str(plain), model_type="bert", num_heads=ATTENTION_HEADS, hidden_size=WIDTH, opt_level=0
        )
        print(fused.get_fused_operator_statistics())
        fused.save_model_to_file(str(plain))
        if args.float:
            small = plain
        else:
            quantize_dynamic(plain, small, extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT}, weight_type=QuantType.QInt8, per_channel=True,
                             op_types_to_quantize=["MatMul", "Gather", "Attention"])  # fmt: skip
        made = onnx.load(small)
        for name, value in (("types", TYPES), ("kinds", kept["kinds"]), ("statuses", STATUSES), ("roles", ROLES),
                            ("distance", model.distance.detach().round(decimals=4).tolist())):
            entry = made.metadata_props.add()
            entry.key, entry.value = name, json.dumps(value)
        onnx.save(made, args.target)
    print(args.target, f"{args.target.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
