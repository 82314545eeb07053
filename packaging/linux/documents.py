"""Writes what Debian's policy asks of a package: ``documents.py manual|changelog|release SECONDS``, to the output.

``manual`` is studyapp(1), made from the program's own help; ``changelog`` is CHANGELOG.md in Debian's form; ``release``
is the kind of release for the AppStream data. SECONDS is the time of the sources.
"""

import os
import re
import sys
import textwrap
from contextlib import redirect_stdout
from datetime import UTC, datetime
from email.utils import format_datetime
from io import StringIO
from pathlib import Path

from studyapp import bundle
from studyapp.cli.main import COMMANDS, main

MAINTAINER = "The studyapp authors <studyapp@users.noreply.github.com>"
CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def manual(at: datetime) -> str:
    """The manual page: what the program's own help says, of all and of each command."""
    lines = [
        f'.TH STUDYAPP 1 "{at:%Y-%m-%d}" "studyapp {bundle.version()}" "User Commands"',
        ".SH NAME",
        r"studyapp \- study companion for Product Owners",
        ".SH DESCRIPTION",
        *_as_it_is(_help()),
        ".SH COMMANDS",
    ]
    for command in COMMANDS:
        name = command.__name__.rpartition(".")[2]
        lines += [f".SS {name}", *_as_it_is(_help(name))]
    lines += [".SH FILES", ".TP", r".I \(ti/.local/share/studyapp"]
    lines += [r"All progress, unless STUDYAPP_HOME or \-\-profile name another place.", ""]
    return "\n".join(lines)


def _help(*command: str) -> str:
    os.environ["COLUMNS"] = "75"
    with redirect_stdout(StringIO()) as said:
        main([*command, "--help"])
    return said.getvalue()


def _as_it_is(text: str) -> list[str]:
    escaped = text.rstrip().replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return [".nf", *re.sub(r"^\.", r"\\&.", escaped, flags=re.MULTILINE).split("\n"), ".fi"]


def changelog(at: datetime) -> str:
    """CHANGELOG.md's newest heading and its lines in the form of Debian's changelogs."""
    entries = re.split(r"^## ", CHANGELOG.read_text(encoding="utf-8"), flags=re.MULTILINE)[1]
    items = re.findall(r"^- (.*(?:\n  .*)*)", entries, flags=re.MULTILINE)
    lines = [
        textwrap.fill(" ".join(item.split()), 78, initial_indent="  * ", subsequent_indent="    ")
        for item in items
    ]
    suite = "unstable" if released() else "UNRELEASED"
    head = f"studyapp ({bundle.version()}) {suite}; urgency=medium"
    return "\n".join([head, "", *lines, "", f" -- {MAINTAINER}  {format_datetime(at)}", ""])


def released() -> bool:
    """Whether CHANGELOG.md has a heading for this version."""
    return f"## [{bundle.version()}]" in CHANGELOG.read_text(encoding="utf-8")


def release(_: datetime) -> str:
    """AppStream's word: a version under *Unreleased* is one in development."""
    return "stable" if released() else "development"


if __name__ == "__main__":
    writers = {"manual": manual, "changelog": changelog, "release": release}
    document = writers[sys.argv[1]](datetime.fromtimestamp(int(sys.argv[2]), UTC))
    sys.stdout.buffer.write(document.encode())
