"""What Qt needs of the system besides its own libraries, and what is said where it is missing."""

import re
from typing import Final

PACKAGES: Final = (
    "libglib2.0-0",
    "libegl1",
    "libgl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
"""By Debian's names; ``packaging/linux/system-packages.txt`` is the same list with reasons."""

_SHARED: Final = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")


def cannot_load(fault: ImportError) -> str:
    """Why Qt could not be loaded, and how to mend it, in one line."""
    shared = _SHARED.search(str(fault))
    if shared:
        return library_missing(shared[1])
    return f"Qt cannot be loaded ({str(fault).splitlines()[0]}); installing the program again may mend that"


def library_missing(name: str) -> str:
    """What is said where a library of the system is missing."""
    return f"Qt needs {name}, which is missing here; on Debian and Ubuntu `apt install {' '.join(PACKAGES)}` brings it"
