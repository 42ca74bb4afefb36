"""Features: what the classifier is told about a candidate trigger.

Sparse features are strings ("lemma=attack"), dense ones are the word vectors of the
candidate, its subject, its object, its governor and its sentence. The layer that trains
(`tools/train_events.py`) and the one that predicts share this module.

A later encoder replaces the dense part: it has to give one vector a candidate, of any
width, in place of `Vectors.rows`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import numpy.typing as npt

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.lexicon import load_lexicon, word_class
from dateline.extract.events.matches import Match

VECTORS = "events_vectors.npz"
CANDIDATES = frozenset({"VERB"})
# Classes told of subjects and objects; the others are too fine to be seen often.
TOLD = ("troops", "police", "weapons", "shells", "protesters", "workers", "people", "aid", "money",
        "restrictions", "meetings", "agreements", "relations", "proposals", "laws", "prisoners",
        "officials", "buildings", "territory", "media", "governments", "posts", "goods", "diseases",
        "disasters", "vehicles", "teams", "roads", "bombs", "guns", "gas")  # fmt: skip
# Texts of more sentences than this are articles: many of their verbs report nothing.
ARTICLE = 6

Floats = npt.NDArray[np.float32]


@cache
def _memberships() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in TOLD:
        for word in word_class(name):
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


class Vectors:
    """Word vectors of a fixed list of words, as eight-bit rows."""

    def __init__(self) -> None:
        """Load the table."""
        body = files("dateline.tables").joinpath(VECTORS).read_bytes()
        with np.load(BytesIO(body)) as table:
            words = bytes(table["words"]).decode("utf-8").split("\n")
            self._row: dict[str, int] = dict(zip(words, table["index"].tolist(), strict=True))
            self._rows = table["rows"].astype(np.float32) * table["scale"]
        self._rows = np.vstack([self._rows, np.zeros((1, self._rows.shape[1]), np.float32)])
        self.width = self._rows.shape[1]
        self.unknown = len(self._rows) - 1

    def at(self, word: str) -> int:
        """Return the row of a lower-case word; the last, of zeros, for an unknown one."""
        return self._row.get(word, self.unknown)

    def rows(self, indices: npt.NDArray[np.int64]) -> Floats:
        """Return the vectors of rows of any shape."""
        found: Floats = self._rows[indices]
        return found


@cache
def load_vectors() -> Vectors:
    """Return the vectors, loaded once."""
    return Vectors()


def candidates(clauses: Clauses, matches: dict[int, Match], owner: dict[int, int]) -> list[int]:
    """Return the tokens that may report an event: verbs, nouns, and what the lexicon knows."""
    parse = clauses.parse
    return [
        token
        for token, pos in enumerate(parse.pos)
        if token in matches
        or (pos in CANDIDATES and parse.ents[token] != "DATE" and token not in owner)
    ]


@cache
def _possible(lemma: str, pos: str) -> tuple[str, ...]:
    """Return every type that the lexicon gives a head, whatever its conditions."""
    lexicon = load_lexicon()
    entries = (lexicon.verbs if pos in ("VERB", "AUX") else lexicon.nouns).get(lemma, ())
    return tuple(sorted({entry.group.type for entry in entries}))


def sparse(clauses: Clauses, token: int, matches: dict[int, Match], *, article: bool) -> list[str]:
    """Return the sparse features of a candidate."""
    parse = clauses.parse
    match = matches.get(token)
    lemma, pos, dep = parse.lemmas[token].lower(), parse.pos[token], parse.deps[token]
    head = parse.heads[token]
    governor = parse.lemmas[head].lower() if head != token else "-"
    length = "A" if article else "P"
    found = [
        "b", "b" + length, "l=" + lemma, "lp=" + lemma + "/" + parse.tags[token],
        "t=" + parse.tags[token], "d=" + dep, "td=" + parse.tags[token] + dep,
        "g=" + governor, "gd=" + governor + "/" + dep, "lA=" + lemma + length,
    ]  # fmt: skip
    if len(lemma) > 5:
        found.append("s=" + lemma[-4:])
        found.append("p=" + lemma[:5])
    if match is not None:
        group = match.group
        kind = group.type + "/" + (group.mode or "-")
        level = str(min(match.demands, 4))
        noun = "n" if match.noun else "v"
        found += [
            "x", "x=" + group.type, "xm=" + kind, "xd=" + level + noun,
            "xt=" + group.type + level + noun, "x" + length, "xm" + length + "=" + kind,
            "xD=" + group.type + dep, "xl=" + group.type + lemma,
        ]  # fmt: skip
    else:
        found.append("x0" + length)
    for kind in _possible(lemma, pos):
        found.append("a=" + kind)
        found.append("aD=" + kind + dep)
    above = matches.get(head) if head != token else None
    if above is not None:
        found += ["gx=" + above.group.type, "gxd=" + above.group.type + dep]
        if token in above.covered:
            found.append("covered")
    found += _of_children(clauses, token, lemma, matches)
    found += _of_arguments(clauses, token)
    before = parse.lowers[token - 1] if token else "^"
    after = parse.lowers[token + 1] if token + 1 < len(parse) else "$"
    found += ["w-1=" + before, "w+1=" + after, "lw=" + lemma + "/" + after]
    if token + 2 < len(parse):
        found.append("w+2=" + parse.lowers[token + 2])
    if parse.paragraph_of[token] == 0 and article:
        found.append("head")
    return found


def _of_children(clauses: Clauses, token: int, lemma: str, matches: dict[int, Match]) -> list[str]:
    """Return what the words that depend on a candidate tell."""
    parse = clauses.parse
    pos = parse.pos[token]
    found: list[str] = []
    for child in parse.children[token]:
        kind = parse.deps[child]
        below = matches.get(child)
        if below is not None:
            found += ["hx=" + below.group.type, "hxd=" + below.group.type + kind]
        word = parse.lemmas[child].lower()
        if kind in ("prt", "prep", "aux", "auxpass", "neg", "mark", "agent"):
            found.append(kind + "=" + word)
            if kind in ("prt", "prep"):
                found.append("l" + kind + "=" + lemma + "/" + word)
        elif kind in ("compound", "amod", "det", "advmod", "acomp", "attr", "dobj", "pobj"):
            found.append("c" + kind[0] + "=" + word)
            if kind == "dobj" or pos == "NOUN":
                found.append("lc=" + lemma + "/" + word)
        else:
            found.append("k=" + kind)
    return found


def _of_arguments(clauses: Clauses, token: int) -> list[str]:
    """Return what the parties of a candidate tell: their words, names and classes."""
    parse = clauses.parse
    found: list[str] = []
    for name, noun in _arguments(clauses, token):
        if noun is None:
            found.append(name + "0")
            continue
        word = parse.lemmas[noun].lower()
        found.append(name + "=" + word)
        found.append(name + "e=" + parse.ents[noun] + parse.pos[noun])
        found += [name + "c=" + each for each in _memberships().get(word, ())]
    return found


def _arguments(clauses: Clauses, token: int) -> tuple[tuple[str, int | None], ...]:
    if clauses.parse.pos[token] in ("VERB", "AUX"):
        return (
            ("S", clauses.logical_subject(token)),
            ("O", clauses.logical_object(token)),
        )
    parse = clauses.parse
    of = owner = None
    for child in parse.children[token]:
        if parse.deps[child] == "poss":
            owner = child
        elif parse.deps[child] == "prep" and of is None:
            of = clauses.child(child, "pobj")
    return (("B", owner), ("F", of))


def dense_rows(clauses: Clauses, token: int, vectors: Vectors) -> list[int]:
    """Return the vector rows of a candidate, its two arguments and its governor."""
    parse = clauses.parse
    arguments = _arguments(clauses, token)
    tokens = [token, arguments[0][1], arguments[1][1]]
    tokens.append(parse.heads[token] if parse.heads[token] != token else None)
    return [vectors.unknown if t is None else vectors.at(parse.lemmas[t].lower()) for t in tokens]


def sentence_means(clauses: Clauses, vectors: Vectors) -> Floats:
    """Return the mean vector of the content words of each sentence."""
    parse = clauses.parse
    at = [
        vectors.at(lemma.lower()) if pos in ("VERB", "NOUN", "ADJ") else vectors.unknown
        for lemma, pos in zip(parse.lemmas, parse.pos, strict=True)
    ]
    rows = vectors.rows(np.asarray(at, dtype=np.int64))
    starts = [start for start, _ in parse.sentences]
    sums = np.add.reduceat(rows, starts, axis=0) if starts else rows[:0]
    known = np.asarray(at) != vectors.unknown
    counts = np.add.reduceat(known, starts) if starts else np.zeros(0)
    means: Floats = (sums / np.maximum(counts, 1)[:, None]).astype(np.float32)
    return means
