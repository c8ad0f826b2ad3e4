"""Build the small world and be killed at the nth step that writes; run by test_store as a process of its own.

python broken_build.py STORE N [BULK]
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
from world import WORLD, read

from kg.graph import build as build_module
from kg.graph import change
from kg.graph.build import Options, build
from kg.graph.readings import Piece, Readings, Row

_left = int(sys.argv[2]) if __name__ == "__main__" else 0


def step() -> None:
    """Count a step down, and die at the last as if the plug were pulled."""
    global _left
    _left -= 1
    if _left == 0:
        os.kill(os.getpid(), signal.SIGKILL)


def hook() -> None:
    """Let every write be a step, before it and after it."""
    put, set_setting, set_pieces, text = Readings.put, Readings.set_setting, Readings.set_pieces, change.to_update

    def put_with_steps(self: Readings, row: Row) -> None:
        step()
        put(self, row)
        step()

    def set_setting_with_steps(self: Readings, name: str, value: str) -> None:
        step()
        set_setting(self, name, value)
        step()

    def set_pieces_with_steps(self: Readings, pieces: Iterable[Piece], drop: Iterable[str] = ()) -> None:
        step()
        set_pieces(self, pieces, drop)
        step()

    def to_update_with_steps(gone: Iterable[Piece], removed: Iterable[ox.Quad], added: Iterable[str]) -> str:
        step()
        return text(gone, removed, added)

    replace: Callable[[object, str, object], None] = setattr
    replace(Readings, "put", put_with_steps)
    replace(Readings, "set_setting", set_setting_with_steps)
    replace(Readings, "set_pieces", set_pieces_with_steps)
    replace(change, "to_update", to_update_with_steps)
    replace(build_module, "fingerprint_reader", lambda *_: "reader")


if __name__ == "__main__":
    hook()
    if len(sys.argv) > 3:
        change.AT_ONCE, change.BULK = 0, int(sys.argv[3])
    build(Path(sys.argv[1]), [reading.document for reading in WORLD], Options(reference=False), read=read)
    sys.stdout.write(f"{int(sys.argv[2]) - _left}\n")
