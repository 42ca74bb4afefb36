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


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(load_toml("statements_phrases.toml")["force"][name])


def find_force(parse: Parse, report: Report, content: str) -> Force:
    """Return the force of a report whose content reads `content`."""
    plain = content.lower().replace("’", "'").lstrip("“\"'‘ ")
    if report.verb >= 0:
        for decide in DECISIONS:
            found = decide(parse, report, parse.lemmas[report.verb])
            if found is not None:
                return found
    if plain.startswith(_words("declining")):
        return "declines"
    if plain.startswith(_words("retracting")):
        return "retracts"
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
    if lemma in ("want", "wish") and rule != "infinitive":
        return "demands"
    if lemma == "know" and parse.lemmas[parse.heads[report.verb]] == "want":
        return "asks"
    return "demands" if report.rule == "phrase:at" else None


def _if_ahead(parse: Parse, report: Report, lemma: str) -> Force | None:
    """Tell promises and threats from what is sworn or warned of: they lie ahead."""
    if lemma in _words("sworn"):
        near = range(report.first, min(report.end, report.first + 12))
        ahead = report.rule.endswith("infinitive") or any(parse.lowers[t] in AHEAD for t in near)
        return "promises" if ahead else "asserts"
    if lemma == "warn":
        first = report.first + (parse.lowers[report.first] == "that")
        own = first + 1 < report.end and parse.lowers[first] in PERSONS
        return "threatens" if own and parse.lowers[first + 1] in AHEAD else None
    return None


DECISIONS: tuple[Callable[[Parse, Report, str], Force | None], ...] = (
    _if_withheld,
    _if_asked,
    _if_ahead,
)


def _by_words(parse: Parse, report: Report, plain: str) -> Force:
    """Return what words in direct speech do by themselves."""
    if plain.rstrip("”\"'’").endswith("?") and report.size() < SHORT:
        return "asks"
    first = report.first
    if not report.spans or first + 1 >= report.end:
        return "asserts"
    if parse.lowers[first] in ("i", "we") and parse.lowers[first + 1] in ("will", "'ll", "shall"):
        return "promises" if report.size() < SHORT else "asserts"
    return "demands" if parse.tags[first] == "VB" and plain.endswith("!") else "asserts"
