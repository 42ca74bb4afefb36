"""Failure: what could not be read, at which stage, and why."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.errors import DatelineError

Stage = Literal["sources", "text", "language", "extract"]


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """One article that gave no reading; `code` is the stable code of the error.

    `trace` holds the traceback of a defect of ours (code "rule-broken"), else None.
    """

    where: str
    stage: Stage
    code: str
    message: str
    hint: str | None = None
    key: str | None = None
    trace: str | None = None


def to_failure(
    error: DatelineError, *, where: str, stage: Stage, key: str | None = None
) -> Failure:
    """Return an error of ours as a value."""
    return Failure(
        where=where,
        stage=stage,
        code=error.code,
        message=error.message,
        hint=error.hint,
        key=key,
        trace=error.trace,
    )
