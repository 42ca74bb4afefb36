"""What a speaker does with the words, from asserting to threatening.

The cue decides first ("vowed" promises); then its negation, what it governs ("asked the
court to" demands, "asked whether" asks) and the words themselves, where they say it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dateline.extract.statements import grammar
from dateline.extract.statements.reports import Report
from dateline.records.parses import Parse
from dateline.records.readings import Force
from dateline.tables import load_toml

AHEAD = frozenset({"will", "'ll", "would", "shall", "wo", "going"})
PERSONS = frozenset({"it", "they", "he", "she", "we", "i"})
# Words of direct speech within which "we will" is a promise and not one point of many.
SHORT = 30
# A denial shows its "not" within so many words.
DENIAL = 7


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(load_toml("statements_phrases.toml")["force"][name])


def find_force(parse: Parse, report: Report, content: str) -> Force:
    """Return the force of a report whose content reads `content`."""
    plain = content.lower().replace("’", "'").lstrip("“\"'‘ ").removeprefix("that ")
    if report.verb >= 0:
        for decide in DECISIONS:
            found = decide(parse, report, parse.lemmas[report.verb])
            if found is not None:
                return found
    if plain.startswith(_words("declining")):
        return "declines"
    if plain.startswith(_words("retracting")):
        return "retracts"
    if report.force == "asserts" and _is_denied(parse, report, plain):
        return "denies"
    if report.force == "asserts" and report.kind in ("say", "turn", "headline"):
        return _by_words(parse, report, plain)
    return report.force


def _if_withheld(parse: Parse, report: Report, lemma: str) -> Force | None:
    """Read "would not say", "declined to confirm", "neither answered"."""
    verb = report.verb
    if report.force == "denies":
        return "asserts" if grammar.is_negated(parse, verb) else None
    if lemma not in _words("withheld"):
        return None
    refused = parse.deps[verb] == "xcomp" and parse.lemmas[parse.heads[verb]] in (
        "decline",
        "refuse",
    )
    subject = grammar.subject_of(parse, verb)
    none = subject is not None and any(
        parse.lowers[child] in ("neither", "no") for child in parse.children[subject]
    )
    return "declines" if refused or none or grammar.is_negated(parse, verb) else None


def _if_asked(parse: Parse, report: Report, lemma: str) -> Force | None:
    """Tell demands from questions: "asked him to go", "called for calm", "wants it gone"."""
    rule = report.rule.split(":")[-1]
    directed = rule in ("preposition", "object-infinitive")
    if report.force == "asks" and (directed or rule == "infinitive"):
        about = parse.lowers[max(0, report.first - 1)] == "about"
        return "asks" if about else "demands"
    if lemma in ("call", "tell", "push", "press") and directed:
        return "demands"
    if lemma in ("want", "wish"):
        return _wanted(parse, report, rule)
    if lemma == "know" and parse.lemmas[parse.heads[report.verb]] == "want":
        return "asks"
    return "demands" if report.rule == "phrase:at" else None


def _wanted(parse: Parse, report: Report, rule: str) -> Force:
    """Tell "wants the barges gone" from "wants to know" and "wants to go"."""
    if rule != "infinitive":
        return "demands"
    asked = parse.lowers[report.first : report.first + 2] in (["to", "know"], ["to", "hear"])
    return "asks" if asked else "asserts"


def _if_taken_back(parse: Parse, report: Report, lemma: str) -> Force | None:
    """Read "an earlier version stated wrongly that …"."""
    for child in parse.children_by(report.verb, "advmod"):
        if parse.lowers[child] in _words("wrongly") and report.source is not None:
            own = {parse.lowers[t] for t in range(*report.source)}
            return "retracts" if own & set(_words("versions")) else None
    if lemma == "word" and parse.lemmas[parse.heads[report.verb]] == "give":
        return "promises"
    return None


def _if_ahead(parse: Parse, report: Report, lemma: str) -> Force | None:
    """Tell promises and threats from what is sworn or warned of: they lie ahead."""
    if lemma in _words("sworn"):
        near = range(report.first, min(report.end, report.first + 12))
        ahead = report.rule.endswith("infinitive") or any(parse.lowers[t] in AHEAD for t in near)
        if not ahead and _is_denied(parse, report, ""):
            return "denies"
        return "promises" if ahead else "asserts"
    if lemma == "warn":
        first = report.first + (parse.lowers[report.first] == "that")
        own = first + 1 < report.end and parse.lowers[first] in PERSONS
        return "threatens" if own and parse.lowers[first + 1] in AHEAD else None
    return None


DECISIONS: tuple[Callable[[Parse, Report, str], Force | None], ...] = (
    _if_withheld,
    _if_taken_back,
    _if_asked,
    _if_ahead,
)


def _is_denied(parse: Parse, report: Report, plain: str) -> bool:
    """Return whether words deny by themselves: "I have never …", "swore he had not …"."""
    if report.spans and plain.startswith(_words("denying")):
        return True
    if report.verb < 0 or parse.lemmas[report.verb] not in _words("protesting"):
        return False
    near = parse.lowers[report.first : min(report.end, report.first + DENIAL)]
    return "never" in near or "not" in near or "n't" in near


def _by_words(parse: Parse, report: Report, plain: str) -> Force:
    """Return what words in direct speech do by themselves."""
    if plain.rstrip("”\"'’").endswith("?") and report.size() < SHORT:
        return "asks"
    first = report.first
    spoken = report.spans or report.kind == "turn"
    if not spoken or first + 1 >= report.end:
        return "asserts"
    if plain.startswith("if ") and any(own in plain for own in _words("warning")):
        return "threatens"
    if parse.lowers[first] in ("i", "we") and parse.lowers[first + 1] in ("will", "'ll", "shall"):
        return "promises" if report.size() < SHORT else "asserts"
    return "demands" if parse.tags[first] == "VB" and plain.endswith("!") else "asserts"
