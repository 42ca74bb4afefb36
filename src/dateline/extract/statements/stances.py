"""Whether a cue verb claims anything where it stands, or only could."""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.lexicon import Cue
from dateline.records.parses import Parse

# Subjects that hold no views of their own.
EMPTY = frozenset({"it", "there", "this", "that", "what"})
# Kinds of cue that are nothing without somebody who has them.
OF_A_MIND = frozenset({"hold", "want", "judge", "know"})
ASKING = frozenset({"what", "whether", "if", "how", "why", "who", "where", "when", "which"})


def only_passes_on(parse: Parse, verb: int) -> bool:
    """Return whether "citing" names the source of what another cue tells."""
    if parse.lowers[verb] not in ("citing", "quoting") or parse.deps[verb] != "advcl":
        return False
    if parse.children_by(verb, "ccomp"):
        # "said, citing the ministry, that …": the clause hangs on "citing" in the tree.
        return False
    cue = lexicon.verb_cue(parse.lemmas[parse.heads[verb]], parse.lowers[parse.heads[verb]])
    return cue is not None and cue.kind in ("say", "show")


def takes_a_stand(parse: Parse, verb: int, cue: Cue) -> bool:
    """Return False for help that is given, not a stand that is taken: "will support troops"."""
    if cue.lemma not in ("support", "promote"):
        return True
    if parse.tags[verb] not in ("VBZ", "VBP", "VBD") or parse.children_by(verb, "aux"):
        return False
    subject = grammar.subject_of(parse, verb)
    if subject is None or parse.tags[subject] == "NN":
        return False
    return parse.ents[subject] != "ORG"


def is_sought(parse: Parse, verb: int, cue: Cue, *, passive: bool, agent: int | None) -> bool:
    """Return whether something is still asked: "to find out what happened", "is not known"."""
    if cue.lemma in lexicon.phrases("weighing") and parse.deps[verb] in ("acl", "advcl"):
        # "met to consider changing the flag"
        return grammar.is_infinitive(parse, verb)
    if cue.kind not in ("show", "know"):
        return False
    if passive and agent is None and cue.kind == "know":
        return cue.lemma == "know" or grammar.is_negated(parse, verb)
    bare = parse.tags[verb] == "VB" and parse.deps[verb] == "conj"
    return (bare or grammar.is_infinitive(parse, verb)) and any(
        word in ASKING for word in parse.lowers[verb + 1 : verb + 3]
    )


def is_held(parse: Parse, verb: int, cue: Cue, head: int | None) -> bool:
    """Return whether a belief or a wish has somebody who has it, and is no mere question."""
    if cue.kind not in OF_A_MIND:
        return True
    if head is None:
        return cue.kind == "hold"
    # "to find out whether voters would prefer a change"
    asked = any(parse.lowers[c] in ("whether", "if") for c in parse.children_by(verb, "mark"))
    return not asked and parse.lowers[head] not in EMPTY


def is_attribute(parse: Parse, token: int) -> bool:
    """Return whether a participle stands before its noun: "103 *reported* deaths"."""
    if token == 0 or token + 1 >= len(parse) or parse.tags[token] not in ("VBN", "VBD"):
        return False
    counted = parse.tags[token - 1] in ("CD", "DT", "PRP$", "POS", "JJ")
    return (
        counted
        and parse.tags[token + 1] in ("NN", "NNS")
        and not parse.children_by(token, "nsubj", "aux")
    )


def is_implied(parse: Parse, verb: int, cue: Cue) -> bool:
    """Return whether a fact suggests something, not a person: "volume was low, suggesting …"."""
    if cue.lemma not in lexicon.phrases("implying") or parse.tags[verb] != "VBG":
        return False
    host = parse.heads[verb]
    if parse.deps[verb] != "advcl" or parse.words[parse.left_edges[verb] - 1] != ",":
        return False
    told = lexicon.verb_cue(parse.lemmas[host], parse.lowers[host])
    subject = grammar.subject_of(parse, host)
    person = subject is not None and parse.ents[subject] == "PERSON"
    return told is None and not person and parse.left_edges[verb] > host


def is_misread(parse: Parse, token: int) -> bool:
    """Return whether a word tagged as a noun has the subject and the clause of a verb."""
    if parse.deps[token] != "ROOT" or parse.tags[token] not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    deps = {parse.deps[child] for child in parse.children[token]}
    return "nsubj" in deps and "ccomp" in deps
