"""Relays: who passes a statement on, from the agency that quotes to the poll's publisher.

A relay stands before the speaker in the chain. It is the outlet that cites or quotes, the
one a speaker talks to, or the one who saw, carried or published the words.
"""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.reports import Relay, Report
from dateline.records.actors import Actors
from dateline.records.parses import Parse

CITING = frozenset({"cite", "quote"})
MEDIA = "JRN"
NEAR = 8
SPOKEN_TO = frozenset({"with", "to", "for", "in", "on"})
# An interview is given to an outlet, whatever its name; a statement often is not.
SURELY = frozenset({"interview", "column", "write"})
NOT_OUTLETS = frozenset({"DATE", "TIME", "PERSON"})


def find_relays(parse: Parse, report: Report, actors: Actors) -> None:
    """Put the relays of a report in its `relays`, and its true source in its `source`."""
    if not report.relays and report.head is not None:
        _spoken_to(parse, report, actors)
    if report.cue is None:
        return
    verb = report.verb if 0 <= report.verb < len(parse) else report.cue[0]
    if _quoted_as(parse, report, verb) or _quotes(parse, report, verb):
        return
    if report.relays:
        return
    if report.kind in ("say", "show") and report.head is not None:
        _cites(parse, report, verb)
        if not report.relays:
            _refers(parse, report, verb)
    if not report.relays:
        _passed_on(parse, report)
    if not report.relays and report.kind == "say":
        _told_to(parse, report, verb, actors)


def retell(reports: list[Report], actors: Actors) -> list[Report]:
    """Return the reports without the outlets that only pass on what another one said.

    "According to the Herald, Ada Obi said the road was closed": the Herald relays.
    """
    kept: list[Report] = []
    for number, report in enumerate(reports):
        # In text order, what an outlet passes on stands close to it.
        near = reports[max(0, number - NEAR) : number + NEAR]
        inner = _told_by_another(report, near, actors)
        if inner is None:
            kept.append(report)
        else:
            assert report.head is not None
            assert report.source is not None
            inner.relays.append(Relay(report.head, report.source, report.cue))
    return kept


def _told_by_another(report: Report, reports: list[Report], actors: Actors) -> Report | None:
    """Return the report that is all an outlet's "according to" tells."""
    if not report.rule.startswith("phrase:according") or report.head is None:
        return None
    entity = actors.at(report.head) or actors.adopt(report.head)
    if entity is None or actors.get(entity).sector != MEDIA:
        return None
    for other in reports:
        if other is report or other.kind not in ("say", "hold") or other.source is None:
            continue
        opens = report.first <= other.source[0] <= report.first + 3
        whole = other.first >= other.source[1] and other.end >= report.end - 2
        if opens and whole and not other.rule.startswith("speech"):
            return other
    return None


def _relay(parse: Parse, head: int, cue: int) -> Relay:
    before = cue if head < cue else None
    return Relay(head, grammar.phrase_of(parse, head, before=before), (cue, cue + 1))


def _cites(parse: Parse, report: Report, verb: int) -> None:
    """Turn "Interfax, citing a source, said" into the source, relayed by Interfax."""
    for child in (verb, *parse.children[verb], *parse.children[report.head or verb]):
        if parse.lowers[child] in ("citing", "quoting") and not _inside(report, child):
            for noun in parse.children[child]:
                if parse.deps[noun] in ("dobj", "nsubj") and noun > child:
                    assert report.head is not None
                    report.relays.append(_relay(parse, report.head, verb))
                    report.head = noun
                    report.source = grammar.phrase_of(
                        parse, noun, before=verb if noun < verb else None
                    )
                    report.cue = (child, child + 1)
                    return


def _refers(parse: Parse, report: Report, verb: int) -> None:
    """Turn "as the site specifies with reference to the ministry" into site and ministry."""
    for preposition in parse.children_by(verb, "prep"):
        for noun in parse.children_by(preposition, "pobj"):
            if parse.lowers[noun] != "reference" or parse.lowers[preposition] != "with":
                continue
            for to in parse.children_by(noun, "prep"):
                for named in parse.children_by(to, "pobj"):
                    if _inside(report, named) or report.head is None:
                        return
                    report.relays.append(_relay(parse, report.head, verb))
                    report.head = named
                    report.source = grammar.phrase_of(parse, named)
                    report.cue = (preposition, to + 1)
                    return


def _inside(report: Report, token: int) -> bool:
    return any(first <= token < end for first, end in report.content)


def _quoted_as(parse: Parse, report: Report, verb: int) -> bool:
    """Read "Tass quoted the marshal as saying", "was quoted by Tass as saying"."""
    as_ = parse.heads[verb]
    if parse.lowers[as_] != "as" or parse.lemmas[parse.heads[as_]] not in CITING:
        return False
    quoting = parse.heads[as_]
    if grammar.is_passive(parse, quoting) or parse.deps[quoting] == "acl":
        relay = grammar.agent_of(parse, quoting)
        speaker = grammar.subject_of(parse, quoting)
    else:
        relay = grammar.subject_of(parse, quoting)
        objects = parse.children_by(quoting, "dobj")
        speaker = objects[0] if objects else None
    if speaker is not None:
        report.head = speaker
        report.source = grammar.phrase_of(
            parse, speaker, before=quoting if speaker < quoting else as_
        )
    if relay is not None:
        report.relays.append(_relay(parse, relay, quoting))
    return True


def _quotes(parse: Parse, report: Report, verb: int) -> bool:
    """Read "…, the agency quotes him": whom it quotes speaks, the agency relays."""
    if parse.lemmas[verb] != "quote" or report.head is None or grammar.is_passive(parse, verb):
        return False
    objects = [c for c in parse.children_by(verb, "dobj") if not _inside(report, c)]
    if not objects or parse.pos[objects[0]] not in ("PROPN", "PRON", "NOUN"):
        return False
    report.relays.append(_relay(parse, report.head, verb))
    report.head = objects[0]
    report.source = grammar.phrase_of(parse, objects[0])
    return True


def _passed_on(parse: Parse, report: Report) -> None:
    """Find "documents seen by the Guardian", "a statement carried by the state agency"."""
    if report.source is None:
        return
    low, high = grammar.sentence_of(parse, report.source[0])
    for token in range(max(low, report.source[0]), min(high, report.source[1] + 8)):
        if (
            parse.tags[token] == "VBN"
            and parse.lemmas[token] in lexicon.phrases("passing")
            and parse.deps[token] in ("acl", "relcl")
            and not _inside(report, token)
            and (agent := grammar.agent_of(parse, token)) is not None
            and not _inside(report, agent)
        ):
            report.relays.append(_relay(parse, agent, token))
            return


def _is_outlet(parse: Parse, noun: int, entity: str | None, actors: Actors) -> bool:
    """Return whether a noun names a newspaper, an agency, a station."""
    if entity is not None and actors.get(entity).sector == MEDIA:
        return True
    first, end = parse.base_phrase(noun)
    words = parse.lowers[first:end]
    named = any(parse.pos[t] == "PROPN" for t in range(first, end))
    return named and any(word in lexicon.phrases("outlets") for word in words)


def _spoken_to(parse: Parse, report: Report, actors: Actors) -> None:
    """Find the outlet of "in an interview with La Sera", "in a column for", "wrote in"."""
    at = report.cue[0] if report.cue else max(report.first - 2, 0)
    low, high = grammar.sentence_of(parse, at)
    for noun in range(low, min(high, low + 60)):
        written = parse.lemmas[noun] == "write" and noun == report.verb
        if not written and parse.lemmas[noun].lower() not in lexicon.phrases("spoken"):
            continue
        for prep in parse.children_by(noun, "prep"):
            wanted = parse.lowers[prep] == "in" if written else parse.lowers[prep] in SPOKEN_TO
            for named in parse.children_by(prep, "pobj") if wanted else ():
                inside = _inside(report, named) or named == report.head
                outlet = _is_outlet(parse, named, actors.at(named), actors)
                told = parse.pos[named] == "PROPN" and parse.lemmas[noun] in SURELY
                if not inside and parse.ents[named] not in NOT_OUTLETS and (outlet or told):
                    report.relays.append(_relay(parse, named, noun))
                    return


def _told_to(parse: Parse, report: Report, verb: int, actors: Actors) -> None:
    """Find the outlet that somebody told, wrote in or gave an interview to."""
    low, high = grammar.sentence_of(parse, verb)
    for token in range(max(low, verb - 25), min(high, verb + 15)):
        if (
            parse.pos[token] not in ("PROPN", "NOUN")
            or token == report.head
            or _inside(report, token)
        ):
            continue
        if parse.deps[token] not in ("dobj", "dative", "pobj", "nsubj", "ccomp"):
            continue
        if report.source and report.source[0] <= token < report.source[1]:
            continue
        entity = actors.at(token)
        if not _is_outlet(parse, token, entity, actors):
            continue
        above, steps = token, 0
        while above != verb and parse.heads[above] != above and steps < 6:
            above, steps = parse.heads[above], steps + 1
        if above == verb:
            report.relays.append(_relay(parse, token, verb))
            return
