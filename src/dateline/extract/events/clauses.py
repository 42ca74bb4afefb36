"""Clauses: the logical subject and object of a verb, however the sentence is built.

Passives, relative clauses, participles, shared subjects of coordinated verbs and
infinitives are undone here, so that the rules above see one shape.
"""

from __future__ import annotations

from dateline.records.parses import Parse

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# Verbs whose subject, not object, does what their infinitive says.
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge"})
# "Kenya is about to VERB": who is about to do it does it.
OF_SUBJECT = frozenset(
    {"about", "set", "ready", "due", "likely", "unlikely", "willing", "unwilling", "able", "unable",
     "prepared", "poised", "bound", "keen", "eager", "determined", "reluctant", "anxious", "free",
     "certain", "sure", "first", "last", "next"}
)  # fmt: skip
# Nouns that only measure or group the one behind "of": "hundreds of protesters".
MEASURES = frozenset(
    {
        "hundred", "thousand", "dozen", "score", "million", "number", "group", "crowd", "handful",
        "ten", "majority", "couple", "pair", "lot", "part", "series", "hundreds", "thousands",
        "dozens", "scores", "tens", "members", "some", "many", "most", "several", "one", "two",
        "three", "four", "five", "six", "seven", "eight", "nine", "half", "all", "each", "band",
        "wave", "procession", "column", "total", "bunch", "gang", "team", "convoy",
    }
)  # fmt: skip
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Clauses:
    """Looks up who does what in one parse; answers are kept."""

    __slots__ = ("_objects", "_passive", "_subjects", "parse")

    def __init__(self, parse: Parse) -> None:
        """Start with nothing looked up."""
        self.parse = parse
        self._subjects: dict[int, int | None] = {}
        self._objects: dict[int, int | None] = {}
        self._passive: dict[int, bool] = {}

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first child with one of the relations."""
        parse = self.parse
        for child in parse.children[token]:
            if parse.deps[child] in deps:
                return child
        return None

    def is_passive(self, verb: int) -> bool:
        """Return whether the surface subject of `verb` undergoes it."""
        known = self._passive.get(verb)
        if known is None:
            known = self._passive[verb] = self._find_passive(verb)
        return known

    def _find_passive(self, verb: int) -> bool:
        parse = self.parse
        active = False
        for child in parse.children[verb]:
            dep = parse.deps[child]
            if dep in ("nsubjpass", "auxpass", "agent"):
                return True
            if dep in ("dobj", "aux", "nsubj"):
                active = True
        if parse.tags[verb] != "VBN" or active:
            return False
        dep = parse.deps[verb]
        if dep == "conj":
            return self.is_passive(parse.heads[verb]) if parse.heads[verb] < verb else False
        return dep in ("acl", "advcl", "amod", "ROOT", "relcl", "oprd", "ccomp", "xcomp")

    def surface_subject(self, verb: int, depth: int = 0) -> int | None:
        """Return the noun that stands, or is understood, as the subject of `verb`."""
        if verb in self._subjects:
            return self._subjects[verb]
        self._subjects[verb] = None  # trees may be odd: no endless search
        found = self._find_subject(verb, depth)
        self._subjects[verb] = found
        return found

    def _find_subject(self, verb: int, depth: int) -> int | None:  # noqa: PLR0911 - one case after the other
        parse = self.parse
        own = self.child(verb, "nsubj", "nsubjpass")
        head, dep = parse.heads[verb], parse.deps[verb]
        if own is not None:
            if parse.lowers[own] in RELATIVE and dep == "relcl":
                return head
            return own
        if depth > 8 or head == verb:
            return None
        if dep in ("conj", "advcl", "dep", "parataxis"):
            if parse.pos[head] in ("VERB", "AUX"):
                return self.surface_subject(head, depth + 1)
            return head if parse.pos[head] in NOMINAL and dep == "advcl" else None
        if dep in ("xcomp", "ccomp", "oprd"):
            return self._controller(verb, head, depth)
        if dep == "pcomp":
            return self._preposition_subject(head, depth)
        if dep in ("acl", "relcl", "amod"):
            if dep == "acl" and parse.tags[verb] == "VB":
                return self.owner(head, depth)
            return head
        return None

    def _controller(self, verb: int, head: int, depth: int) -> int | None:
        parse = self.parse
        if parse.pos[head] not in ("VERB", "AUX"):
            above = parse.heads[head]
            if parse.lowers[head] in OF_SUBJECT and parse.pos[above] in ("VERB", "AUX"):
                return self.surface_subject(above, depth + 1)
            return self.owner(head, depth) if parse.pos[head] in NOMINAL else None
        told = self.child(head, "dobj", "dative")
        if told is not None and told < verb and parse.lemmas[head] not in SUBJECT_CONTROL:
            return told
        return self.surface_subject(head, depth + 1)

    def _preposition_subject(self, preposition: int, depth: int) -> int | None:
        parse = self.parse
        head = parse.heads[preposition]
        if parse.pos[head] not in ("VERB", "AUX"):
            return self.owner(head, depth) if parse.pos[head] in NOMINAL else None
        if parse.lowers[preposition] in ("of", "for", "from", "with"):
            told = self.child(head, "dobj")
            if told is not None:
                return told
        return self.surface_subject(head, depth + 1)

    def owner(self, noun: int, depth: int = 0) -> int | None:
        """Return whose plan or threat a noun is: "his threat to attack"."""
        parse = self.parse
        owner = self.child(noun, "poss")
        if owner is not None:
            return owner
        head = parse.heads[noun]
        if parse.deps[noun] in ("dobj", "attr", "pobj", "nsubjpass"):
            if parse.pos[head] == "ADP":
                head = parse.heads[head]
            if parse.pos[head] in ("VERB", "AUX") and depth < 8:
                return self.surface_subject(head, depth + 1)
        return None

    def logical_subject(self, verb: int) -> int | None:
        """Return who does it."""
        if not self.is_passive(verb):
            return self.surface_subject(verb)
        agent = self.child(verb, "agent")
        if agent is not None:
            return self.child(agent, "pobj")
        parse = self.parse
        for child in parse.children[verb]:
            if parse.deps[child] == "prep" and parse.lowers[child] == "by":
                return self.child(child, "pobj")
        return None

    def logical_object(self, verb: int) -> int | None:
        """Return whom or what it is done to."""
        if verb in self._objects:
            return self._objects[verb]
        self._objects[verb] = None
        self._objects[verb] = found = self._find_object(verb)
        return found

    def _find_object(self, verb: int) -> int | None:  # noqa: PLR0911 - one case after the other
        parse = self.parse
        if self.is_passive(verb):
            return self.surface_subject(verb)
        own = self.child(verb, "dobj")
        if own is not None:
            if parse.lowers[own] in RELATIVE and parse.deps[verb] == "relcl":
                return parse.heads[verb]
            return own
        if parse.deps[verb] == "relcl":
            subject = self.child(verb, "nsubj")
            if (
                subject is not None
                and parse.lowers[subject] not in RELATIVE
                and not any(parse.deps[c] == "prep" for c in parse.children[verb] if c < verb)
            ):
                return parse.heads[verb]
        if parse.deps[verb] == "conj" and parse.heads[verb] < verb:
            return None
        # "attacked and looted shops": the object stands with the last verb.
        for child in parse.children[verb]:
            if parse.deps[child] == "conj" and child > verb and parse.pos[child] == "VERB":
                later = self.child(child, "dobj")
                between = parse.right_edges[verb] > child and all(
                    parse.deps[c] not in ("prep", "ccomp", "xcomp", "dobj")
                    for c in parse.children[verb]
                    if verb < c < child
                )
                if later is not None and between and child - verb <= 3:
                    return later
        return None

    def through_measure(self, noun: int) -> int:
        """Return the noun that is meant: "hundreds of protesters" means protesters."""
        parse = self.parse
        for _ in range(3):
            if parse.lemmas[noun].lower() not in MEASURES and parse.pos[noun] != "NUM":
                return noun
            inner = None
            for child in parse.children[noun]:
                if parse.deps[child] == "prep" and parse.lowers[child] in ("of", "among"):
                    inner = self.child(child, "pobj")
            if inner is None:
                return noun
            noun = inner
        return noun

    def conjuncts(self, noun: int) -> list[int]:
        """Return a noun with the nouns coordinated with it."""
        parse = self.parse
        found, at = [noun], 0
        while at < len(found) and len(found) < 12:
            found += [
                child
                for child in parse.children[found[at]]
                if parse.deps[child] == "conj" and parse.pos[child] in NOMINAL
            ]
            at += 1
        return found
