"""Focus: whom a nominal or a pronoun that says something stands for, where nothing names it.

The layer of entities joins "the colonel" with a person who was introduced as one. Copy
also does it without an introduction: "Hussein Barre came back. Within an hour the colonel
demanded …". The person named alone, as a subject, in the sentences just before is meant,
unless an office of theirs, or another one of that calling, stands in the text.
"""

from __future__ import annotations

from bisect import bisect_left

from dateline.extract.statements import lexicon
from dateline.records.actors import Cast
from dateline.records.parses import Parse
from dateline.records.readings import Entity

# So many sentences back somebody is still in focus.
REACH = 3
PRONOUNS = frozenset({"he", "she", "him"})
DEFINITE = frozenset({"the", "its", "their"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Focus:
    """The persons of one text whom the sentences before a token are about."""

    def __init__(self, parse: Parse, actors: Cast) -> None:
        """Order the mentions of named persons by their start."""
        self._parse = parse
        self.actors = actors
        self._same: dict[str, str] = {}
        # The paragraph of the last speaker, and who it was.
        self._last: tuple[int, str] | None = None
        self._named = sorted(
            (mention.start, mention.end, entity.id)
            for entity in actors.entities()
            if entity.kind == "person" and _has_name(entity)
            for mention in entity.mentions
            if mention.form == "name"
        )
        self._starts = [start for start, _, _ in self._named]

    def speaker(self, head: int) -> str | None:
        """Return the id of the entity that the source headed by `head` stands for."""
        found = self.actors.adopt(head)
        if found in self._same:
            return self._same[found]
        entity = self.actors.get(found) if found else None
        if entity is not None and entity.kind == "person" and _has_name(entity):
            self._last = (self._parse.paragraph_of[head], entity.id)
            return found
        if self._parse.lowers[head] in PRONOUNS:
            return self._of_pronoun(head, entity)
        if entity is None or entity.kind != "person" or not self._is_called(head):
            return found
        person = self._alone(head)
        if person is None or not self._may_be(head, person):
            return found
        self._same[entity.id] = person
        self.actors.merge(entity.id, person)
        self._last = (self._parse.paragraph_of[head], person)
        return person

    def _of_pronoun(self, head: int, entity: Entity | None) -> str | None:
        """Return the person of "he" or "she" where it stands for no person by itself."""
        if entity is not None and entity.kind == "person":
            return entity.id
        paragraph = self._parse.paragraph_of[head]
        if self._last is not None and 0 <= paragraph - self._last[0] <= 1:
            return self._last[1]
        return self._alone(head) or (entity.id if entity is not None else None)

    def _is_called(self, head: int) -> bool:
        """Return whether a source is one definite person, called by what they are."""
        parse = self._parse
        single = parse.tags[head] in ("NN", "NNP") and parse.words[head].islower()
        if not single or parse.lowers[head] in lexicon.phrases("others"):
            return False
        return parse.lowers[parse.left_edges[head]] in DEFINITE

    def _alone(self, head: int) -> str | None:
        """Return the only person named in the sentences before, if one of them is about it."""
        parse = self._parse
        sentence = parse.sentence_of[head]
        begin = parse.starts[parse.sentences[max(0, sentence - REACH)][0]]
        stop = parse.starts[parse.sentences[sentence][0]]
        near = self._named[bisect_left(self._starts, begin) : bisect_left(self._starts, stop)]
        if len({entity for _, _, entity in near}) != 1:
            return None
        for start, end, entity in near:
            tokens = range(*parse.tokens_in(start, end))
            if any(parse.deps[token] in SUBJECTS for token in tokens):
                return entity
        return None

    def _may_be(self, head: int, person: str) -> bool:
        """Return whether nothing speaks against calling a person by the noun at `head`."""
        noun = self._parse.lemmas[head].lower()
        titles = [role.title.lower() for role in self.actors.get(person).roles]
        if titles:
            return any(title.split()[-1] == noun for title in titles if title)
        # "A lawyer" who was introduced before is the one that is meant.
        return self._parse.lemmas.index(self._parse.lemmas[head]) == head


def _has_name(entity: Entity) -> bool:
    return any(mention.form == "name" for mention in entity.mentions)
