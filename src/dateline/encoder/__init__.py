"""The encoder: what the words of a sentence tell, `Parse` to `Signals`, when it is asked.

The weights are `tables/encoder.onnx`, in eight bits (`tools/train_encoder.py` trains them,
`tools/export_encoder.py` writes them). Every later head shares the pass.
"""

from __future__ import annotations

from dateline.encoder.session import Encoder

__all__ = ["Encoder"]
