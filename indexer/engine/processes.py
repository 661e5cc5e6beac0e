"""Pools of processes that never outlive the one that started them."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait


def process_pool(count: int, start: Callable[..., None] | None = None, *arguments: object) -> ProcessPoolExecutor:
    """A pool of fresh processes, each of which first calls `start` with the arguments, and ends when this process does, however it ends."""
    return ProcessPoolExecutor(
        count, mp_context=multiprocessing.get_context("spawn"), initializer=_begin, initargs=(start, arguments)
    )


def _begin(start: Callable[..., None] | None, arguments: tuple[object, ...]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if start is not None:
        start(*arguments)


def _end_with_parent() -> None:
    """A process that was killed cannot tell its pool: the pool watches it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
