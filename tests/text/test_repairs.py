"""Damage is mended, what is no damage stays, and every change is on record."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.edits import to_source
from dateline.text.repairs import repair


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"),
        ("Pre\u00adsi\u00addent", "President"),
        ("demon\u00ad\n  stration", "demonstration"),
        ("zero\u200bwidth\ufeff \u200eleft\u202a", "zerowidth left"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        (
            "Marks &amp; Spencer said &quot;no&quot; &#8211; twice",
            'Marks & Spencer said "no" – twice',
        ),
        ("twice escaped &amp;quot;", 'twice escaped "'),
        ("doesnâ€™t â€œworkâ€\x9d in SÃ£o Paulo", "doesn’t “work” in São Paulo"),
        ("and so on\x85", "and so on…"),
        ("it\x92s \x93fine\x94 \x96 he said", "it’s “fine” – he said"),
        ("don´t, won`t", "don't, won't"),
        ("it\ufffds what they\ufffdre saying", "it’s what they’re saying"),
        ("Cafe\u0301 Mu\u0308ller", "Café Müller"),
        ("oﬃce ﬁre", "office fire"),
        ("Ｆｉｒｅ １２", "Fire 12"),
        ("a\u2003b\u3000c", "a b c"),
        ("\ud83d\ude00 \ud800", "😀 \ufffd"),
        ("hidden\U000e0041\U000e0042 words", "hidden words"),
    ],
)
def test_damage_is_mended(damaged: str, mended: str) -> None:
    assert repair(damaged)[0] == mended


@pytest.mark.parametrize(
    "sound",
    [
        "“No,” he said – ‘never’ … it’s 10\u00a0000 or 10\u202f000 €, £5",
        "``old marks'' and `single' ones",
        "a < b && c; AT&T; R&D &c; x &notanentity; y",
        "👨\u200d👩\u200d👧 came",
        "می\u200cخواهم",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f won",
        "São Paulo, Łódź, Kraków, Nguyễn, Ōsaka",
        "two  blanks\n\n\tand a tab ",
        "",
    ],
)
def test_what_is_no_damage_stays(sound: str) -> None:
    assert repair(sound) == (sound, ())


def test_the_changes_of_one_line_do_not_touch_its_other_words() -> None:
    source = "Four men in SÃ£o Paulo saw it, she said, and did nothing about it at all."
    text, edits = repair(source)
    start = text.index("nothing")
    assert to_source(edits, start, start + 7) == (
        source.index("nothing"),
        source.index("nothing") + 7,
    )
    assert len(edits) == 1
    assert edits[0][1] - edits[0][0] <= len("São Paulo")


ODD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "\u00ad\u200b\u200c\u200d\ufeff\r\n\x85\x92\u0301&;#x2\ud83d\ude00ÃâÂ€™œ\ufffds`´ﬁ"
        ),
    ),
    max_size=60,
)


@given(ODD)
def test_mended_text_is_composed_and_clean(source: str) -> None:
    text, _ = repair(source)
    assert unicodedata.is_normalized("NFC", text)
    assert not any("\ud800" <= c <= "\udfff" or c in "\r\x00\u00ad\ufeff\x92" for c in text)


@given(ODD)
def test_mending_twice_changes_nothing_more(source: str) -> None:
    text, _ = repair(source)
    assert repair(text) == (text, ())


@given(ODD)
def test_every_span_leads_back_into_the_source(source: str) -> None:
    text, edits = repair(source)
    touched = {at for start, end, _, _ in edits for at in range(start, end)}
    last = 0
    for at, character in enumerate(text):
        start, end = to_source(edits, at, at + 1)
        assert last <= end <= len(source)
        last = end
        if at not in touched:
            assert source[start:end] == character
