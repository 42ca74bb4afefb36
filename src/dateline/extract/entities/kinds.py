"""What a stretch of capitalised words names: a person, a body, a group, a state, or no actor."""

from __future__ import annotations

from collections import Counter

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.spelling import same_word, skeleton
from dateline.extract.entities.stretches import LINKS, Stretch, names_person
from dateline.extract.entities.words import words
from dateline.records.parses import Parse
from dateline.records.readings import EntityKind

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Words after which a name that is both a surname and a place is the place.
_LOCAL = frozenset({"in", "at", "to", "near", "around", "outside", "across", "into"})


class _Persons:
    """The names of persons that the recogniser was sure of, to tell by who else is one."""

    def __init__(self, parse: Parse, pieces: list[Stretch], lexicon: Lexicon) -> None:
        self.surnames: set[str] = set()
        self.alone: set[str] = set()
        self.shapes: dict[str, str] = {}
        # What acts: of a given name and another one that is rarely a place.
        self.subjects = {p.key for p in pieces if parse.deps[p.end - 1] in SUBJECTS}
        for piece in pieces:
            parts = piece.key.split()
            sure = (
                _label(piece) == "PERSON"
                or _is_called_person(parse, piece, lexicon)
                or (piece.label in {"", "ORG"} and _is_like_person(piece.key, lexicon))
            )
            if not sure or not parts:
                continue
            if len(parts) == 1:
                self.alone.add(piece.key)
                continue
            # "al-Karbouly" is called "Karbouly" too.
            self.surnames.update((parts[-1], parts[-1].rpartition("-")[2]))
            if len(parts) > 2:
                # "Le Pen", "Suu Kyi"
                self.surnames.add(" ".join(parts[-2:]))
            self.shapes.setdefault(skeleton(parts[-1]), parts[-1])
            if lexicon.gender_of(parts[0]) is not None:
                self.surnames.add(parts[0])
        # Above zero where a surname stands more often where places do: "in Paris".
        self.located: Counter[str] = Counter()
        for piece in pieces:
            if piece.key in self.surnames:
                before = parse.lowers[piece.first - 1] if piece.first else ""
                self.located[piece.key] += 1 if before in _LOCAL else -1


def _label(piece: Stretch) -> str:
    return "PERSON" if piece.title and piece.label != "ORG" else piece.label


def settle_labels(parse: Parse, pieces: list[Stretch], lexicon: Lexicon) -> dict[str, str]:
    """Return one label for each name that the recogniser called by several."""
    persons = _Persons(parse, pieces, lexicon)
    votes: dict[str, Counter[str]] = {}
    for piece in pieces:
        votes.setdefault(piece.key, Counter())[_label(piece)] += 1
    settled = {}
    for key, counts in votes.items():
        best = next((label for label, _ in counts.most_common() if label), "")
        if best != "PERSON" and _is_person(key, best, counts, persons, lexicon):
            best = "PERSON"
        settled[key] = best
    return settled


def _is_person(
    key: str, best: str, counts: Counter[str], persons: _Persons, lexicon: Lexicon
) -> bool:
    """Return whether the other names of a text make a person of one that has another label."""
    if key in persons.surnames:
        return _is_surname(key, best, counts, persons, lexicon)
    if best != "GPE" and same_word(key, persons.shapes.get(skeleton(key), "")):
        return True
    parts = key.split()
    if len(parts) < 2 or key in lexicon.states or not _has_person_end(parts, lexicon):
        return False
    if parts[-1] in persons.alone:
        return True
    if best in {"GPE", "LOC"} and key not in persons.subjects:
        return False
    return best in {"", "ORG", "GPE", "LOC"} and _is_like_person(key, lexicon)


def _has_person_end(parts: list[str], lexicon: Lexicon) -> bool:
    return not (
        parts[-1] in words("impersonal")
        or parts[-1] in lexicon.name_words
        or parts[0] in lexicon.name_words
    )


def _is_like_person(key: str, lexicon: Lexicon) -> bool:
    """Return whether a name is a given name with a surname, and no sign of a body in it."""
    parts = key.split()
    if len(parts) < 2 or key in lexicon.states or lexicon.gender_of(parts[0]) is None:
        return False
    return _has_person_end(parts, lexicon) and _is_plain(parts)


def _is_surname(
    key: str, best: str, counts: Counter[str], persons: _Persons, lexicon: Lexicon
) -> bool:
    """Return whether the surname of somebody in the text is that, and no place of that name."""
    known = key in lexicon.states
    return (
        best not in {"GPE", "LOC"}
        or (counts["GPE"] <= counts["PERSON"] and not known)
        or (persons.located[key] < 0 and not known and key not in lexicon.seats)
        or persons.located[key] < -2
    )


def _is_plain(parts: list[str]) -> bool:
    """Return whether the words of a name are such as persons have: no signs, no figures."""
    return len(parts) < 5 and all(p.replace("-", "").replace("'", "").isalpha() for p in parts[1:])


def kind_of(
    parse: Parse, piece: Stretch, labels: dict[str, str], lexicon: Lexicon
) -> EntityKind | None:
    """Return what a name names, or None where it names no actor."""
    key = piece.key
    if piece.text in lexicon.bodies:
        return "organization"
    if key in lexicon.idle or not any(c.isalpha() for c in key):
        return None
    if key in lexicon.demonyms or key in lexicon.people or key in lexicon.states:
        return _kind_of_country(parse, piece, lexicon)
    label = labels.get(key, "")
    if (piece.title and label != "ORG") or _is_called_person(parse, piece, lexicon):
        label = "PERSON"
    if label == "PERSON":
        return _kind_of_person(parse, piece, lexicon)
    if _is_noun(parse, piece, lexicon):
        return None
    return _kind_by_label(parse, piece, label, lexicon)


def _kind_of_country(parse: Parse, piece: Stretch, lexicon: Lexicon) -> EntityKind | None:
    key = piece.key
    if key in lexicon.states and not piece.title:
        return "state" if _is_state(parse, piece, lexicon) else None
    plural = key in lexicon.people and key not in lexicon.demonyms
    return "group" if plural and piece.label in {"NORP", "", "GPE", "ORG"} else None


def _kind_of_person(parse: Parse, piece: Stretch, lexicon: Lexicon) -> EntityKind | None:
    first = piece.first + piece.title
    if not piece.title and piece.end - first > 1 and _has_body_word(parse, piece, lexicon):
        return "organization"
    if not piece.title and _is_called_body(parse, piece, lexicon):
        return "organization"
    capital = parse.words[first][:1].isupper() or parse.words[piece.end - 1][:1].isupper()
    return "person" if capital else None


def _is_called_body(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    """Return whether a noun for bodies right before a name calls it: "the airline Air Zora"."""
    at = piece.first - 1
    if at < 1 or parse.tags[at] != "NN" or lexicon.gender_of(parse.lowers[piece.first]) is not None:
        return False
    noun = lexicon.nouns.get(parse.lowers[at])
    called = noun is not None and noun.kind == "organization" and noun.sector is not None
    return called and noun is not None and noun.sector not in {"GOV", "MIL", "COP", "LEG", "JUD"}


def _is_noun(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    """Return whether a capitalised stretch is a nominal: "the Foreign Secretary", "Police"."""
    last = parse.lowers[piece.end - 1]
    noun = lexicon.nouns.get(last)
    if piece.end - piece.first - piece.title == 1:
        return noun is not None or last in lexicon.persons
    return noun is not None and noun.kind == "person"


def _kind_by_label(parse: Parse, piece: Stretch, label: str, lexicon: Lexicon) -> EntityKind | None:
    if piece.key in lexicon.seats and _is_acting(parse, piece):
        return "state"
    if label == "ORG":
        return "organization"
    first, head = piece.first + piece.title, piece.end - 1
    subject = parse.deps[head] in SUBJECTS
    if label == "NORP":
        plural = parse.tags[head] in {"NNPS", "NNS"} or subject
        return "group" if plural and parse.tags[head] != "JJ" else None
    if label in {"GPE", "LOC"}:
        return None
    if piece.end - first > 1 and parse.words[first][:1].isupper():
        return "organization" if _has_body_word(parse, piece, lexicon) else None
    spelled = not label and piece.text.isupper() and 2 <= len(piece.text) <= 6
    return "organization" if spelled and subject and _is_mixed(parse, first) else None


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
    return _follows_calling(parse, piece, lexicon)


# Tags of the words between a calling and the comma before the name.
_BETWEEN = frozenset(
    {"IN", "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "HYPH", "CD", "CC"}
)


def _follows_calling(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    """Return whether a name closes what calls it: "the head of the ministry, Aya Nur, said"."""
    first, end = piece.first, piece.end
    start, last = parse.sentences[parse.sentence_of[first]]
    closed = end >= last or parse.lowers[end] in {",", ".", ":"} or parse.tags[end][:2] == "VB"
    if first - 2 < start or parse.lowers[first - 1] != "," or not closed or end - first < 2:
        return False
    if any(word in lexicon.name_words for word in parse.lowers[first:end]):
        return False
    if piece.label in {"GPE", "LOC", "FAC"} and lexicon.gender_of(parse.lowers[first]) is None:
        # "a girl from Buffalo, New York"
        return False
    for at in range(first - 2, max(start, first - 14) - 1, -1):
        if parse.tags[at] not in _BETWEEN:
            return False
        if parse.tags[at] == "NN" and names_person(parse.lowers[at], lexicon):
            return True
    return False


def _is_state(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    if piece.key == "us" and parse.words[piece.end - 1] != "US":
        return False
    if piece.end - piece.first == 1 and piece.key in lexicon.demonyms:
        # "US" as an adjective: "US forces".
        return parse.deps[piece.end - 1] not in {"amod", "compound", "nmod"}
    return piece.label != "PERSON" or piece.key not in {"jordan", "chad", "georgia", "israel"}


def _has_body_word(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    parts = parse.lowers[piece.first + piece.title : piece.end]
    stop = next((n for n, word in enumerate(parts) if word in LINKS), len(parts))
    return stop > 0 and parts[stop - 1] in lexicon.name_words


def _is_mixed(parse: Parse, token: int) -> bool:
    first, end = parse.sentences[parse.sentence_of[token]]
    return any(word[:1].islower() for word in parse.words[first:end])
