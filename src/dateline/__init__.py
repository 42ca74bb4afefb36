"""dateline reads news articles into an auditable record.

    import dateline
    reading = dateline.read(text, published="2022-01-07")

Names are loaded when they are first used, so that `import dateline` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.errors import DatelineError
    from dateline.proof import verify
    from dateline.reader import Reader, read
    from dateline.records.failures import Failure
    from dateline.records.readings import Reading

__all__ = ["DatelineError", "Failure", "Reader", "Reading", "read", "verify"]

_HOMES = {
    "DatelineError": "dateline.errors",
    "Failure": "dateline.records.failures",
    "Reader": "dateline.reader",
    "Reading": "dateline.records.readings",
    "read": "dateline.reader",
    "verify": "dateline.proof",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
