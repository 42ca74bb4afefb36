"""Crews: many articles read by several processes, in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

import msgspec

from dateline.errors import ExtractError
from dateline.records.failures import Failure
from dateline.records.pages import Page
from dateline.records.readings import Reading

# Articles a parcel: enough to fill a batch of the parser, few enough to keep all hands busy.
PARCEL = 16
# Parcels under way for each process, so that none waits for the next.
AHEAD = 3

Parcel = list[Page | Failure]
# Each answer says whether it is a reading, and holds it or the failure in MessagePack.
Answers = list[tuple[bool, bytes]]
Results = Iterator[Reading | Failure]
# What a process does with a parcel; a function of a module, so that it can be sent there.
Work = Callable[[Parcel], Results]


def read_in_processes(pages: Iterator[Page | Failure], work: Work, processes: int) -> Results:
    """Yield what `work` makes of each article, in order, in `processes` (0: one a core).

    Each process loads its own models, so this pays from some hundred articles on. As with
    all of `multiprocessing`, a script that calls it needs `if __name__ == "__main__":`.

    Raises:
        ExtractError: if a process dies, as it does when memory runs out.
    """
    hands = processes or _cores()
    pool = ProcessPoolExecutor(
        hands, mp_context=multiprocessing.get_context("spawn"), initializer=_begin
    )
    under_way: deque[Future[Answers]] = deque()
    try:
        while True:
            while len(under_way) < hands * AHEAD and (parcel := list(islice(pages, PARCEL))):
                under_way.append(pool.submit(_pack, work, parcel))
            if not under_way:
                return
            for is_reading, packed in under_way.popleft().result():
                yield _unpack(packed, is_reading=is_reading)
    except BrokenProcessPool as error:
        raise ExtractError(
            "a reading process died", hint="memory may have run out; try fewer --processes"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pack(work: Work, parcel: Parcel) -> Answers:
    return [(isinstance(one, Reading), msgspec.msgpack.encode(one)) for one in work(parcel)]


def _unpack(packed: bytes, *, is_reading: bool) -> Reading | Failure:
    if is_reading:
        return msgspec.msgpack.decode(packed, type=Reading)
    return msgspec.msgpack.decode(packed, type=Failure)


def _begin() -> None:
    # Ctrl-C is for the process that hands out the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
