"""The report's claims: who says what, and how many."""

from __future__ import annotations

from rich.text import Text

from dateline.export.amounts import amount
from dateline.export.clean import to_line
from dateline.export.excerpts import is_cut, widen
from dateline.export.facts import time_words
from dateline.export.groups import by_measure, by_speaker, counted
from dateline.export.lines import Sheet, join, line
from dateline.export.lookups import Lookup, words
from dateline.records.readings import Figure, Statement
from dateline.records.texts import Span

OWN_VOICE = "the article"


def add_statements(sheet: Sheet, lookup: Lookup) -> None:
    """Add who says what."""
    groups = by_speaker(lookup)
    if not groups:
        return
    sheet.heading("Who says what")
    for name, statements in groups:
        sheet.blank()
        sheet.add(speaker_line(lookup, name, statements[0].speaker), hang=2)
        for statement in statements:
            _add_statement(sheet, lookup, statement)


def speaker_line(lookup: Lookup, name: str, speaker: str | None) -> Text:
    """Return a speaker with office and country."""
    entity = lookup.entities.get(speaker) if speaker else None
    if entity is None:
        return join([(name, "statement"), ("not identified", "dim")])
    return join([(to_line(entity.name), "statement"), *lookup.about(entity)])


def _add_statement(sheet: Sheet, lookup: Lookup, statement: Statement) -> None:
    manner = words("manners")[statement.manner]
    act = words("forces")[statement.force]
    chain = lookup.statement_chain(statement)
    relayed = chain != lookup.speaker(statement)
    cue = to_line(statement.cue.text) if statement.cue else ""
    sheet.add(
        join(
            [
                (chain, "statement") if relayed else None,
                (act, "" if statement.force == "asserts" else "alarm"),
                f"“{cue}”" if cue and cue.lower() != act else None,
                manner,
                f"to {lookup.name(statement.addressee)}" if statement.addressee else None,
                (time_words(lookup, statement.time), "time"),
                (lookup.place_name(statement.place) or "", "place"),
            ]
        ),
        indent=2,
        hang=2,
    )
    for span in statement.content:
        sheet.quote(lookup.text, span)


def add_figures(sheet: Sheet, lookup: Lookup) -> None:
    """Add how many: a table by measure and counted group."""
    groups = by_measure(lookup)
    if not groups:
        return
    sheet.heading("How many")
    room = sheet.width - 2 - 4
    number = max(14, min(22, room // 5))
    widths = [number, (room - number) // 2, room - number - (room - number) // 2]
    if sheet.width >= 96:
        widths = [number, (room - number - 24) // 2, (room - number - 24) // 2, 22]
    for measure, figures in groups:
        sheet.blank()
        sheet.add(line((words("measures")[measure].capitalize(), "figure")))
        waiting: list[Figure] = []
        for figure in figures:
            # Figures of one clause ("from 60 tenge to 120") share its words.
            if waiting and not _is_within(figure, _excerpt(lookup, waiting[0])):
                _add_quote(sheet, lookup, waiting)
                waiting = []
            _add_figure(sheet, lookup, figure, widths)
            waiting.append(figure)
        _add_quote(sheet, lookup, waiting)


def _add_figure(sheet: Sheet, lookup: Lookup, figure: Figure, widths: list[int]) -> None:
    as_of = (time_words(lookup, figure.time), "time")
    claim = (lookup.says_so(figure.voice) or OWN_VOICE, "statement")
    cells = [line((amount(figure), "figure")), line(counted(figure) or "–"), line(claim)]
    if len(widths) == 4:
        cells.append(line(as_of))
    sheet.columns(cells, widths, indent=2)
    whole = lookup.figures.get(figure.part_of) if figure.part_of else None
    details = join(
        [
            as_of if len(widths) == 3 else None,
            (lookup.place_name(figure.place) or "", "place"),
            words("sectors").get(figure.population or "", figure.population),
            f"part of {amount(whole)} [{whole.start}–{whole.end}]" if whole else None,
            "not a number in the text" if figure.implicit else None,
        ]
    )
    if details:
        sheet.add(details, indent=4)


def _excerpt(lookup: Lookup, figure: Figure) -> Span:
    return widen(lookup.text, Span(figure.start, figure.end, figure.text), 60)


def _is_within(figure: Figure, excerpt: Span) -> bool:
    return excerpt.start <= figure.start and figure.end <= excerpt.end


def _add_quote(sheet: Sheet, lookup: Lookup, figures: list[Figure]) -> None:
    marked = [(figure.start, figure.end) for figure in figures]
    shown = _excerpt(lookup, figures[0])
    cut = is_cut(lookup.text, shown)
    sheet.quote(lookup.text, shown, marked, style="figure", cut=cut)
