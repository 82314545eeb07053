"""Run first in the bundle: libraries and fonts that Qt wants lie beside the program for systems that lack them.

A system's own come first, since they know its screen.
"""

import ctypes
import os
import sys
from pathlib import Path

NAMES = ("libxcb.so.1", "libGLdispatch.so.0", "libGLX.so.0", "libGL.so.1", "libEGL.so.1")
"""In the order in which they need each other."""

FONTS = ("Sans", "Sans-Bold", "SansMono", "SansMono-Bold", "Serif", "Serif-Bold")
"""Of DejaVu, which Debian's own fontconfig brings along."""

if getattr(sys, "frozen", False):
    spare = Path(__file__).with_name("spare")
    if not Path("/etc/fonts/fonts.conf").exists():
        os.environ.setdefault("FONTCONFIG_FILE", str(spare / "fonts.conf"))
    for name in NAMES:
        try:
            ctypes.CDLL(name)
        except OSError:
            ctypes.CDLL(str(spare / name), mode=ctypes.RTLD_GLOBAL)
