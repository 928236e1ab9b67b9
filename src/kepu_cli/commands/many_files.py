"""Many files of a checking run, spread over several processes; the answers come back in the order of the files."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kepu_cli.commands.one_file import answer
from kepu_cli.errors import KepuError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.context import BaseContext

    from kepu_cli.commands.one_file import Answer, FoundFile, Question
    from kepu_cli.findings import Said

# Files that one process has checked before a second one has started; with large ones it is the bytes that count.
WORTHWHILE = 100
WORTHWHILE_BYTES = 400_000
LARGE_BYTES = 4_000_000
# Where a process has to start from nothing (Windows, macOS) and import everything again.
SPAWNING = 3
# Files that travel together: each journey costs more than checking one of them.
CHUNK = 50
# Windows cannot wait for more processes.
MOST = 61


def processes_for(files: Sequence[FoundFile]) -> int:
    """How many processes these files are worth; 1: no others."""
    dearer = 1 if _can_fork() else SPAWNING
    # Few files are the usual case, and not to be asked for their sizes.
    if len(files) < 2:
        return 1
    size = sum(map(_size, files))
    is_many = len(files) >= WORTHWHILE * dearer and size >= WORTHWHILE_BYTES * dearer
    if not (is_many or size >= LARGE_BYTES * dearer):
        return 1
    return min(_processors(), MOST)


def answers(files: Sequence[FoundFile], question: Question, processes: int) -> Iterator[Answer]:
    """An answer for each file, in order. Raises KepuError for the first named one that cannot be read."""
    from concurrent.futures import ProcessPoolExecutor

    _get_ready()
    pool = ProcessPoolExecutor(processes, _context(), initializer=_begin)
    size = max(1, min(CHUNK, len(files) // (processes * 4)))
    chunks = [files[at : at + size] for at in range(0, len(files), size)]
    try:
        with _deaf_to_ctrl_c():
            mapped = pool.map(_answer_chunk, chunks, [question] * len(chunks))
        for answered in mapped:
            for one in answered:
                if isinstance(one, _Refusal):
                    raise KepuError(one.said)
                yield one
    finally:
        # Interrupted or refused: what has not begun is not begun any more.
        pool.shutdown(cancel_futures=True)


class _Refusal:
    """A KepuError on its way home: an exception's own way through a pipe would lose what it was made of."""

    def __init__(self, said: Said) -> None:
        self.said = said


def _answer_chunk(files: Sequence[FoundFile], question: Question) -> list[Answer | _Refusal]:
    answered: list[Answer | _Refusal] = []
    for file in files:
        try:
            answered.append(answer(file, question))
        except KepuError as error:
            # Nobody will ask for what follows.
            return [*answered, _Refusal(error.said)]
    return answered


def _size(file: FoundFile) -> int:
    try:
        return os.stat(file.name).st_size  # noqa: PTH116 - thousands of them, by name
    except (OSError, ValueError):
        return 0


def _processors() -> int:
    """Those that this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_fork() -> bool:
    # macOS can, but its own libraries do not survive it.
    return sys.platform == "linux"


def _context() -> BaseContext:
    import multiprocessing

    return multiprocessing.get_context("fork" if _can_fork() else "spawn")


def _get_ready() -> None:
    """Imports what all processes need before they part, and keeps the collector from touching, so copying, it."""
    import gc

    from kepu_cli import checking, rules
    from kepu_cli.loading import load

    assert checking
    assert load
    rules.plan_rules()
    gc.freeze()


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Ctrl-C waits until all processes have begun: one that has not yet would end with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """A process that helps: Ctrl-C ends it without a word, and so does the end of the one that it helps."""
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
