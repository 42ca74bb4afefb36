"""Who speaks is not looked for inside what is said; a group is named without its bound."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract import find
from dateline.extract.entities.quoted import Quotations
from dateline.records.parses import Parse

ReadParse = Callable[[str], Parse]


def test_the_speaker_of_a_quotation_is_not_somebody_in_it(read_parse: ReadParse) -> None:
    found = find(
        read_parse(
            "His lawyer, Claire Uwase, said he would appeal. "
            "“My client was not even in the country,” she told reporters."
        )
    )
    names = {entity.id: entity.name for entity in found.entities}
    assert [names.get(s.speaker or "") for s in found.statements] == ["Claire Uwase"] * 2


def test_quoted_words_are_those_between_the_marks(read_parse: ReadParse) -> None:
    parse = read_parse('He said “no more” twice.\nThen "enough", and left.')
    quoted = Quotations(parse).of
    words = [word for word, number in zip(parse.words, quoted, strict=True) if number]
    assert words == ["no", "more", "enough"]


def test_the_bound_of_a_number_is_no_part_of_the_name_of_a_group(read_parse: ReadParse) -> None:
    found = find(read_parse("At least 19 people have died in floods, officials said."))
    assert [entity.name for entity in found.entities] == ["19 people", "officials"]
