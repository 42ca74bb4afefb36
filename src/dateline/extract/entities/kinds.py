"""What a stretch of capitalised words names: a person, a body, a group, a state, or no actor."""

from __future__ import annotations

from collections import Counter

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.spelling import same_word, skeleton
from dateline.extract.entities.stretches import LINKS, Stretch
from dateline.extract.entities.words import words
from dateline.records.parses import Parse
from dateline.records.readings import EntityKind

# Words after which a name that is both a surname and a place is the place.
_LOCAL = frozenset("in at to near around outside across into".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def settle_labels(parse: Parse, pieces: list[Stretch], lexicon: Lexicon) -> dict[str, str]:
    """Return one label for each name that the recogniser called by several."""
    votes: dict[str, Counter[str]] = {}
    surnames: set[str] = set()
    alone: set[str] = set()
    shapes: dict[str, str] = {}
    for piece in pieces:
        label = "PERSON" if piece.title and piece.label != "ORG" else piece.label
        votes.setdefault(piece.key, Counter())[label] += 1
        if label == "PERSON" and " " in piece.key:
            parts = piece.key.split()
            surnames.add(parts[-1])
            shapes.setdefault(skeleton(parts[-1]), parts[-1])
            if parts[0] in lexicon.genders:
                surnames.add(parts[0])
        elif label == "PERSON":
            alone.add(piece.key)
    located: Counter[str] = Counter()
    for piece in pieces:
        if piece.key in surnames:
            before = parse.lowers[piece.first - 1] if piece.first else ""
            located[piece.key] += 1 if before in _LOCAL else -1
    settled = {}
    for key, counts in votes.items():
        named = [(n, label) for label, n in counts.most_common() if label]
        best = named[0][1] if named else ""
        if best not in {"PERSON", "GPE"} and same_word(key, shapes.get(skeleton(key), "")):
            best = "PERSON"
        if key in surnames and (
            best not in {"GPE", "LOC"}
            or (counts["GPE"] <= counts["PERSON"] and key not in lexicon.states)
            or (located[key] < 0 and key not in lexicon.states and key not in lexicon.seats)
            or located[key] < -2
        ):
            best = "PERSON"
        if best != "PERSON" and " " in key and key not in lexicon.states:
            parts = key.split()
            if parts[-1] not in lexicon.name_words and parts[0] not in lexicon.name_words:
                if parts[-1] in alone or (not best and parts[0] in lexicon.genders):
                    best = "PERSON"
        settled[key] = best
    return settled


def kind_of(
    parse: Parse, piece: Stretch, labels: dict[str, str], lexicon: Lexicon
) -> EntityKind | None:
    """Return what a name names, or None where it names no actor."""
    first, end, text, key = piece.first + piece.title, piece.end, piece.text, piece.key
    if text in lexicon.bodies:
        return "organization"
    if key in lexicon.idle or not any(c.isalpha() for c in key):
        return None
    if key in lexicon.states and not piece.title:
        return "state" if _is_state(parse, piece, lexicon) else None
    if key in lexicon.demonyms or key in lexicon.people:
        plural = key in lexicon.people and key not in lexicon.demonyms
        return "group" if plural and piece.label in {"NORP", "", "GPE", "ORG"} else None
    label = labels.get(key) or ("PERSON" if piece.title else "")
    if piece.title and label != "ORG":
        label = "PERSON"
    if label != "PERSON" and _is_called_person(parse, piece, lexicon):
        label = "PERSON"
    last = parse.lowers[end - 1]
    noun = lexicon.nouns.get(last)
    if end - first == 1 and label != "PERSON" and (noun or last in lexicon.persons):
        return None
    if noun and noun.kind == "person" and label != "PERSON":
        return None
    organised = _has_body_word(parse, first, end, lexicon)
    if label == "PERSON":
        if organised and not piece.title and end - first > 1:
            return "organization"
        return "person" if _is_person_like(parse, first, end) else None
    if label == "ORG":
        return "organization"
    if label == "NORP":
        plural = parse.tags[end - 1] in {"NNPS", "NNS"} or parse.deps[end - 1] in SUBJECTS
        return "group" if plural and parse.tags[end - 1] != "JJ" else None
    if label in {"GPE", "LOC"}:
        return "state" if key in lexicon.seats and _is_acting(parse, piece) else None
    if organised and parse.words[first][:1].isupper() and end - first > 1:
        return "organization"
    if not label and text.isupper() and 2 <= len(text) <= 6 and _is_mixed(parse, first):
        return "organization" if parse.deps[end - 1] in SUBJECTS else None
    return None


def _is_acting(parse: Parse, piece: Stretch) -> bool:
    """Return whether a capital stands for its government: "Moscow said", "by Tehran"."""
    head = piece.end - 1
    governor = parse.heads[head]
    if parse.deps[head] == "nsubj":
        return parse.lemmas[governor] not in words("stative") and parse.tags[governor].startswith(
            "VB"
        )
    if parse.deps[head] == "pobj" and parse.lowers[governor] in {"by", "between"}:
        return parse.deps[governor] == "agent" or parse.lowers[governor] == "between"
    return False


def _is_called_person(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    """Return whether an apposition calls the name a person: "the president, Aya Nur, ..."."""
    head = piece.end - 1
    others = [child for child in parse.children[head] if parse.deps[child] == "appos"]
    if parse.deps[head] == "appos":
        others.append(parse.heads[head])
    for other in others:
        noun = lexicon.nouns.get(parse.lemmas[other].lower())
        if noun and noun.kind == "person" and not noun.either and parse.tags[other] != "NNS":
            return True
    return False


def _is_state(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    if piece.key == "us" and parse.words[piece.end - 1] != "US":
        return False
    if piece.end - piece.first == 1 and piece.key in lexicon.demonyms:
        # "US" as an adjective: "US forces".
        return parse.deps[piece.end - 1] not in {"amod", "compound", "nmod"}
    return piece.label != "PERSON" or piece.key not in {"jordan", "chad", "georgia", "israel"}


def _has_body_word(parse: Parse, first: int, end: int, lexicon: Lexicon) -> bool:
    parts = parse.lowers[first:end]
    stop = next((n for n, w in enumerate(parts) if w in LINKS), len(parts))
    return stop > 0 and parts[stop - 1] in lexicon.name_words


def _is_person_like(parse: Parse, first: int, end: int) -> bool:
    return parse.words[first][:1].isupper() or parse.words[end - 1][:1].isupper()


def _is_mixed(parse: Parse, token: int) -> bool:
    first, end = parse.sentences[parse.sentence_of[token]]
    return any(word[:1].islower() for word in parse.words[first:end])
