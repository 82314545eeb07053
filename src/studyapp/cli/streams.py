"""What goes in and out, whatever the terminal is like."""

import argparse
import codecs
import os
import sys
from typing import TYPE_CHECKING

from studyapp.cli.letters import NEAREST, nearest

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """Raises OSError when help or version cannot be written; the plain one goes on as if they had been.

    That shows where output is not buffered, as with ``PYTHONUNBUFFERED``; otherwise the last flush fails.
    """

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        if file is not None and file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)


def open_streams() -> None:
    """Have all three streams, whatever the caller closed; a terminal that lacks a letter gets one like it."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - lasts as long as the program
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    codecs.register_error(NEAREST, nearest)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, NEAREST), (sys.stderr, NEAREST)):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=errors)
