"""The innermost scope holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.records.scopes import ARTICLE_VOICE, Scope, Scopes

SCOPES = st.lists(
    st.builds(
        lambda start, width, voice: Scope(start, start + width, f"v{voice}"),
        st.integers(0, 50),
        st.integers(1, 50),
        st.integers(1, 9),
    ),
    max_size=8,
)


def test_outside_every_scope_the_article_speaks() -> None:
    assert Scopes([Scope(5, 9, "v5")]).voice_at(9) == ARTICLE_VOICE


@given(SCOPES, st.integers(0, 110))
def test_the_voice_is_that_of_a_shortest_scope_around_the_offset(
    scopes: list[Scope], offset: int
) -> None:
    around = [s for s in scopes if s.start <= offset < s.end]
    voice = Scopes(scopes).voice_at(offset)
    if not around:
        assert voice == ARTICLE_VOICE
    else:
        least = min(s.end - s.start for s in around)
        assert voice in {s.voice for s in around if s.end - s.start == least}
