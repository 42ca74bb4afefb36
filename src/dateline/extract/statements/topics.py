"""Topics: objects of verbs of saying that tell what somebody spoke about, not what they said."""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.lexicon import Cue
from dateline.records.parses import Parse

# With these a definite noun is what is spoken about: "commented on the profits".
ABOUT = frozenset({"about", "on", "at"})
TOPICAL = frozenset({"speak", "talk", "comment", "remark", "expound", "hint", "pontificate"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "it", "them", "him", "her", "us"})
# What makes words about a topic a claim: "talked about how …", "spoke about the need for".
CLAIMING = frozenset({"WRB", "WP", "WDT", "MD", "VBD", "VBZ", "VBP", "CD"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})


def is_topic(parse: Parse, verb: int, preposition: int, cue: Cue) -> bool:
    """Return whether "spoke about *the incident*" tells no more than a topic."""
    if cue.lemma not in TOPICAL or parse.lowers[preposition] not in ABOUT:
        return False
    if grammar.is_negated(parse, verb):
        # "would not comment on the talks" declines.
        return False
    first, end = preposition + 1, parse.right_edges[preposition] + 1
    if first >= end or any(parse.tags[t] in CLAIMING for t in range(first, end)):
        return False
    noun = next(iter(parse.children_by(preposition, "pobj")), None)
    if noun is None or parse.lemmas[noun].lower() in lexicon.phrases("claimed"):
        return False
    named = parse.pos[noun] == "PROPN" or parse.tags[noun] == "NN"
    owned = parse.tags[first] == "PRP$" or bool(parse.children_by(noun, "poss"))
    return parse.lowers[first] in DEFINITE or owned or (named and first == noun)


def is_empty(parse: Parse, verb: int, object_: int, cue: Cue) -> bool:
    """Return whether an object claims nothing: "offered no evidence", "questioned the cook"."""
    noun = parse.lemmas[object_].lower()
    if cue.lemma == "dismiss":
        # A claim is dismissed in words, a government by decree.
        return noun not in lexicon.nouns() and noun not in lexicon.phrases("dismissible")
    if cue.lemma == "question":
        return not _may_be_doubted(parse, object_, noun)
    if cue.lemma == "thank":
        behind = [*parse.children_by(verb, "prep"), *parse.children_by(object_, "prep")]
        return all(parse.lowers[token] != "for" for token in behind)
    if noun in lexicon.not_said(cue.lemma):
        return True
    return (
        cue.force in ("asserts", "promises")
        and cue.kind == "say"
        and (
            parse.lowers[object_] in REFLEXIVE
            or _is_own_account(parse, object_, noun)
            or any(parse.lowers[c] == "no" for c in parse.children_by(object_, "det"))
            or grammar.is_negated(parse, verb)
        )
    )


def _is_own_account(parse: Parse, object_: int, noun: str) -> bool:
    """Return whether a body only tells of its own books: "reported *its January sales*"."""
    first, end = parse.subtree(object_)
    own = any(parse.tags[c] == "PRP$" for c in parse.children_by(object_, "poss"))
    return own and noun in lexicon.phrases("accounts") and "CD" not in parse.tags[first:end]


def _may_be_doubted(parse: Parse, object_: int, noun: str) -> bool:
    """Return whether "questioned" means doubt here: of a quality or a claim, not of a person."""
    if parse.ents[object_] == "PERSON" or parse.tags[object_] in ("PRP", "NNP"):
        return False
    if noun.endswith(grammar.ABSTRACT) or noun in lexicon.nouns():
        return True
    return noun in lexicon.phrases("doubtful") or bool(parse.children_by(object_, "poss", "acl"))
