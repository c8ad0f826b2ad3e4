"""What goes to standard output, to files and to standard error: data whole or not at all, words without surprises."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from kg.errors import StoreError

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters but for tabs and ends of lines, and those that turn the direction of writing."""


def write_output(output: str, content: str | bytes) -> None:
    """Write to standard output, or to a file that is there whole or not at all.

    A link is followed; what is no plain file (a device, a pipe) is written to as it is.
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        if output == "-":
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        elif Path(output).exists() and not Path(output).is_file():
            Path(output).write_bytes(data)
        else:
            _replace(Path(os.path.realpath(output)), data)
    except BrokenPipeError:
        raise  # whoever reads has read enough
    except OSError as error:
        name = "standard output" if output == "-" else output
        raise StoreError(name, f"cannot be written: {error.strerror}") from error


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name[:100]}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def say(message: str, *, quiet: bool = False) -> None:
    """Say something on standard error."""
    if not quiet:
        sys.stderr.write(f"{escape(message)}\n")
        sys.stderr.flush()


def escape(message: str) -> str:
    r"""Spell out characters that would steer the terminal: names of files and words of texts may have any.

    >>> print(escape("a\x1b[2Jb.txt: empty"))
    a\x1b[2Jb.txt: empty
    """
    return _STEERING.sub(lambda found: found[0].encode("unicode_escape").decode(), message)


def count(number: int, word: str) -> str:
    """Word how many there are.

    >>> count(1, "tie"), count(1200, "tie")
    ('1 tie', '1,200 ties')
    """
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
