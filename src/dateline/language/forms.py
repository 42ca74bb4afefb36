"""Word forms: the coarse part of speech and the lemma of a word, looked up once a form.

spaCy's attribute ruler and lemmatiser take a sixth of a parse, and what they answer
depends on the word, its tag and its relation alone (but for a few pairs of words, named
below). So they are asked once for each such triple, with a text of one word, and their
answer is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

# Forms kept; a year of news fills about a third of this.
MOST_FORMS = 500_000
# "there is": a form of "be" after an expletive is the verb of its clause. The ruler's other
# rules on pairs ("gon na", "let 's", "y' all") only change the lemma of colloquial words.
BE = frozenset({"is", "are", "was", "were", "'s", "'re"})


class Forms:
    """Looks up `(part of speech, lemma)` by word, tag and relation."""

    def __init__(self, nlp: Language) -> None:
        """Keep the two pipes; they must not be among those that run on whole texts."""
        self._vocab = nlp.vocab
        self._ruler: Any = nlp.get_pipe("attribute_ruler")
        self._lemmatizer: Any = nlp.get_pipe("lemmatizer")
        self._known: dict[tuple[str, str, str], tuple[str, str]] = {}

    def look_up(self, word: str, tag: str, dep: str) -> tuple[str, str]:
        """Return the universal part of speech and the lemma of one word."""
        key = (word, tag, dep)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > MOST_FORMS:
                self._known.clear()
            doc = Doc(self._vocab, words=[word], tags=[tag], deps=[dep or "dep"], heads=[0])
            doc = self._lemmatizer(self._ruler(doc))
            found = doc[0].pos_, doc[0].lemma_
            self._known[key] = found
        return found
