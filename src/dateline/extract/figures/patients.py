"""Patients: whom a verb tells of, read from the tree of its clause."""

from __future__ import annotations

from dateline.extract.figures.nouns import NOUNS
from dateline.extract.figures.victims import victim_words
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

SELVES = frozenset({"himself", "herself", "self", "themselves"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PASSIVES = frozenset({"auxpass", "nsubjpass"})
PERFECTS = frozenset({"have", "has", "had", "'ve", "did"})
UNREAL_MODALS = frozenset(
    ["could", "would", "might", "may", "can", "should", "will", "'ll", "'d", "must", "ca", "wo"]
)
UNREAL_GOVERNORS = frozenset({"let", "make", "wish", "fear", "think", "hope"})
RELATIVES = frozenset({"who", "whom", "that", "which"})
SHARING = frozenset({"conj", "xcomp", "dep", "advcl", "acomp"})
# Words in which "of his head" may stand behind "the back".
OWNED = 4
# Words behind a verb in which "along with" may stand.
BESIDE = 14
FOUND = frozenset({"oprd", "ccomp", "acomp"})


def is_unreal(parse: Parse, verb: int) -> bool:
    """Return whether a verb tells of what did not, or not yet, happen."""
    head = parse.heads[verb]
    governor = parse.lemmas[head].lower()
    if parse.deps[verb] == "ccomp" and governor in UNREAL_GOVERNORS:
        return True
    for child in parse.children[verb]:
        word, dep = parse.lowers[child], parse.deps[child]
        if word in ("nearly", "almost") and dep == "advmod" and child < verb:
            return True
        if dep == "neg" or (dep == "mark" and word in ("if", "unless", "whether")):
            return True
        if dep == "aux" and word in UNREAL_MODALS:
            return True
        if dep == "aux" and word == "to" and head != verb and governor in victim_words("unreal"):
            return True
    return False


def own_subjects(parse: Parse, verb: int) -> list[int]:
    """Return the subjects that hang on a verb itself."""
    return [child for child in parse.children[verb] if parse.deps[child] in SUBJECTS]


def subjects(parse: Parse, verb: int) -> list[int]:
    """Return the subjects of a verb, also those it shares, relative pronouns resolved."""
    found = own_subjects(parse, verb) or _shared_subjects(parse, verb)
    return [_resolve(parse, token) for token in found]


def objects_behind(parse: Parse, verb: int) -> list[int]:
    """Return the objects behind a verb, also where the parser took them for subjects."""
    return [c for c in parse.children[verb] if parse.deps[c] in ("dobj", "nsubj") and c > verb]


def is_passive(parse: Parse, verb: int) -> bool:
    """Return whether a verb is in the passive."""
    return any(parse.deps[child] in PASSIVES for child in parse.children[verb])


def _beside(parse: Parse, verb: int) -> list[int]:
    """Return those who suffered the same: "was shot along with [a boy]"."""
    found: list[int] = []
    last = min(parse.right_edges[verb] + 1, verb + BESIDE)
    for token in range(verb + 1, last):
        joint = tuple(parse.lowers[token - 1 : token + 1])
        if joint in (("along", "with"), ("together", "with"), ("as", "was")):
            found.extend(
                t for t in range(token + 1, min(token + BESIDE, len(parse)))
                if parse.heads[t] == token or parse.heads[t] == token - 1
            )  # fmt: skip
    return [t for t in found if parse.tags[t] in NOUNS]


def patients(parse: Parse, verb: int) -> list[int]:
    """Return the tokens that head what a verb was done to."""
    children, deps = parse.children[verb], parse.deps
    if is_passive(parse, verb):
        return [*subjects(parse, verb), *_beside(parse, verb)]
    objects = [c for c in children if deps[c] in ("dobj", "dative") and c > verb]
    if objects:
        return _objects(parse, verb, objects)
    alone = deps[verb] == "acl" and not own_subjects(parse, verb)
    shared = [] if alone else _shared_objects(parse, verb)
    if shared:
        return shared
    if deps[verb] == "acl" and parse.tags[verb] in ("VBN", "VBD"):
        return own_subjects(parse, verb) or [parse.heads[verb]]
    if deps[verb] == "amod" and parse.heads[verb] > verb and parse.tags[verb] in ("VBN", "JJ"):
        # "the wounded teenager", also before a noun that the tree took for its head
        beside = parse.lowers[verb + 1] in victim_words("persons")
        return [verb + 1 if beside else parse.heads[verb]]
    return _headline_patients(parse, verb)


def _objects(parse: Parse, verb: int, objects: list[int]) -> list[int]:
    """Return who was hit: the objects, the owner of a limb, and "himself"."""
    children = parse.children[verb]
    if owner := _owner(parse, objects[0]):
        return [owner]
    if parse.lowers[objects[0]] in word_set("limbs"):
        # "shoots hand": who shot is who was hit.
        return [_resolve(parse, c) for c in children if parse.deps[c] == "nsubj"]
    selves = (c for c in children if c > verb and parse.lowers[c] in SELVES)
    return [*objects, *(c for c in selves if c not in objects)]


def _owner(parse: Parse, limb: int) -> int:
    """Return whose limb was hit: "struck the back of [his] head", 0 for none."""
    if parse.lowers[limb] not in word_set("limbs") | word_set("body"):
        return 0
    last = min(parse.right_edges[limb] + 1, limb + OWNED)
    for token in range(max(0, limb - 2), last):
        own = parse.lowers[token] in ("his", "her") and parse.tags[token] == "PRP$"
        if own and parse.lowers[parse.heads[token]] in word_set("limbs") | word_set("body"):
            return token
    return 0


def _headline_patients(parse: Parse, verb: int) -> list[int]:
    """Return the subject of a passive without its auxiliary: "Man shot in park"."""
    tag, deps = parse.tags[verb], parse.deps
    children = parse.children[verb]
    perfect = any(deps[c] == "aux" and parse.lowers[c] in PERFECTS for c in children)
    shot_at = any(parse.lowers[c] == "at" and deps[c] in ("prep", "agent") for c in children)
    if tag not in ("VBN", "VBD", "JJ") or perfect or (tag != "VBN" and shot_at):
        return []
    return subjects(parse, verb)


def _shared_objects(parse: Parse, verb: int) -> list[int]:
    """Return the object of a coordinated verb: "shot and killed [a man]"."""
    return [
        grandchild
        for child in parse.children[verb]
        if parse.deps[child] == "conj" and not own_subjects(parse, child)
        for grandchild in parse.children[child]
        if parse.deps[grandchild] == "dobj"
    ]


def _shared_subjects(parse: Parse, verb: int) -> list[int]:
    """Return the subject that a coordinated or complement verb takes over."""
    for _ in range(4):
        head, dep = parse.heads[verb], parse.deps[verb]
        if dep in ("acl", "relcl") and parse.tags[head] in (*NOUNS, "PRP"):
            return [head]
        found = parse.lemmas[head].lower() == "find" and dep in FOUND
        if dep not in SHARING and not found:
            return []
        verb = head
        if own := own_subjects(parse, verb):
            objects = [c for c in parse.children[verb] if parse.deps[c] == "dobj"]
            return objects[:1] if objects and parse.deps[verb] == "xcomp" else own
    return []


def _resolve(parse: Parse, token: int) -> int:
    """Return the noun that a relative pronoun stands for."""
    if parse.lowers[token] not in RELATIVES:
        # "Teen shot in the city has died": the participle was taken for the subject.
        own = own_subjects(parse, token) if parse.tags[token] in ("VBD", "VBN") else []
        return own[0] if own else token
    verb = parse.heads[token]
    for _ in range(3):
        if parse.deps[verb] == "relcl":
            return parse.heads[verb]
        if parse.deps[verb] not in ("conj", "xcomp", "ccomp"):
            break
        verb = parse.heads[verb]
    return token
