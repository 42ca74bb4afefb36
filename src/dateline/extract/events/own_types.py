"""Event types of the user's own: found by their trigger words and by example sentences.

A trigger makes an event wherever it stands; an example wherever a candidate and its
sentence are similar enough to it (`similarity`). Where our own rules found an event there,
it is of the user's type too; elsewhere it becomes an event of its own.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.lexicon import (
    Entry,
    Group,
    Lexicon,
    compile_noun,
    compile_verb,
    ordered,
)
from dateline.extract.events.matches import AUXILIARY, Match, Matcher
from dateline.extract.events.similarity import Examples
from dateline.records.codebooks import Codebooks, OwnType

# How sure an event is that a word of the user's was found for.
TRIGGERED = 1.0


@lru_cache(maxsize=8)
def own_types_of(own: Codebooks | None) -> OwnTypes | None:
    """Return the user's types, ready to be looked for; None without any."""
    return OwnTypes(own) if own is not None and own.types else None


class OwnTypes:
    """The user's types: a lexicon of their triggers, and what their examples are like."""

    def __init__(self, own: Codebooks) -> None:
        """Compile the triggers and read the examples."""
        self.types = own.types
        self.named: dict[int, OwnType] = {}
        verbs: dict[str, list[Entry]] = {}
        nouns: dict[str, list[Entry]] = {}
        self._groups: list[Group] = []
        for kind in own.types:
            group = Group(kind.type or "OTHER", kind.mode, of="patient")
            # Entries are told apart by their group, which must therefore live as long.
            self._groups.append(group)
            self.named[id(group)] = kind
            for phrases, compile_, store in (
                ((*kind.verbs, *kind.triggers), compile_verb, verbs),
                ((*kind.nouns, *kind.triggers), compile_noun, nouns),
            ):
                for phrase in phrases:
                    head, entry = compile_(phrase.lower(), group)
                    store.setdefault(head, []).append(entry)
        self.lexicon = Lexicon(ordered(verbs), ordered(nouns))
        self.examples = {
            kind.name: Examples(
                [(one, own.parses[one.text]) for one in kind.examples],
                [(one, own.parses[one.text]) for one in kind.unlike],
                kind.threshold,
            )
            for kind in own.types
            if kind.examples or kind.unlike
        }

    def add_to(self, clauses: Clauses, matches: list[Match]) -> list[Match]:
        """Return the matches of a text with those of the user's types, in text order."""
        by_token: dict[int, Match] = {}
        for match in matches:
            for token in match.covered:
                by_token.setdefault(token, match)
            by_token[match.head] = match
        made: list[Match] = []
        taken: set[tuple[str, int]] = set()
        for own, kind in self._triggered(clauses):
            if self._is_unlike(clauses, kind, own.head):
                continue
            taken.update((kind.name, token) for token in own.covered)
            self._mark(clauses, own, kind, by_token, made)
        for token, kind, score in self._similar(clauses, matches, taken):
            found = Match(
                head=token, first=token, end=token + 1,
                group=Group(kind.type or "OTHER", kind.mode),
                demands=0, noun=clauses.parse.pos[token] == "NOUN",
                covered=frozenset({token}), score=score,
            )  # fmt: skip
            self._mark(clauses, found, kind, by_token, made)
        return sorted([*matches, *made], key=lambda match: match.head)

    def _is_guess(self, clauses: Clauses, known: Match) -> bool:
        """Return whether no entry of our lexicon fits there, so that our type is a guess."""
        ours, token = Matcher(clauses), known.head
        lemma = clauses.parse.lemmas[token].lower()
        verbs = (ours.fit_verb(token, one) for one in ours.lexicon.verbs.get(lemma, ()))
        nouns = (ours.fit_noun(token, one) for one in ours.lexicon.nouns.get(lemma, ()))
        return not any(verbs) and not any(nouns)

    def _mark(
        self,
        clauses: Clauses,
        own: Match,
        kind: OwnType,
        by_token: dict[int, Match],
        made: list[Match],
    ) -> None:
        """Name the type at the event that is there already, or make one."""
        known = by_token.get(own.head)
        if known is None:
            known = next((by_token[t] for t in sorted(own.covered) if t in by_token), None)
        if known is None:
            known = own
            made.append(own)
            by_token.update(dict.fromkeys(own.covered, own))
        if kind.name not in known.own:
            known.own = (*known.own, kind.name)
            stated = kind.type not in {None, known.group.type}
            if stated or (own.score == TRIGGERED and self._is_guess(clauses, known)):
                # Whom the words name stays as it is; what they are is the user's to say.
                known.group = replace(own.group, of=known.group.of, undergo=known.group.undergo)

    def _triggered(self, clauses: Clauses) -> list[tuple[Match, OwnType]]:
        """Return the places where a trigger of a type stands, each type once a head."""
        parse, matcher = clauses.parse, Matcher(clauses, self.lexicon)
        verbs, nouns = self.lexicon.verbs, self.lexicon.nouns
        found: list[tuple[Match, OwnType]] = []
        for token, lemma in enumerate(parse.lemmas):
            heads = {lemma.lower(), parse.lowers[token]}
            is_verb = parse.tags[token].startswith("VB") and parse.deps[token] not in AUXILIARY
            seen: set[str] = set()
            for head in heads:
                tried = [matcher.fit_verb(token, e) for e in verbs.get(head, ()) if is_verb]
                tried += [matcher.fit_noun(token, e) for e in nouns.get(head, ()) if not is_verb]
                for match in tried:
                    if match is None:
                        continue
                    kind = self.named[id(match.group)]
                    if kind.name not in seen:
                        seen.add(kind.name)
                        match.score = TRIGGERED
                        found.append((match, kind))
        return found

    def _is_unlike(self, clauses: Clauses, kind: OwnType, token: int) -> bool:
        examples = self.examples.get(kind.name)
        return examples is not None and examples.is_unlike(clauses.parse, token)

    def _similar(
        self, clauses: Clauses, matches: list[Match], taken: set[tuple[str, int]]
    ) -> list[tuple[int, OwnType, float]]:
        """Return the best candidate of each sentence that is like an example of a type."""
        parse = clauses.parse
        heads = {match.head: match.group.type for match in matches}
        candidates = [
            token
            for token, pos in enumerate(parse.pos)
            if token in heads or (pos == "VERB" and parse.deps[token] not in AUXILIARY)
        ]
        types = [heads.get(token) for token in candidates]
        found: list[tuple[int, OwnType, float]] = []
        for kind in self.types:
            examples = self.examples.get(kind.name)
            if examples is None or not examples.has_likes or not candidates:
                continue
            done = {parse.sentence_of[token] for name, token in taken if name == kind.name}
            best: dict[int, tuple[float, int]] = {}
            scores = examples.scores(parse, candidates, types)
            for token, score in zip(candidates, scores, strict=True):
                sentence = parse.sentence_of[token]
                if score >= examples.threshold and sentence not in done:
                    best[sentence] = max(best.get(sentence, (0.0, 0)), (score, token))
            found += [(token, kind, score) for score, token in best.values()]
        return found
