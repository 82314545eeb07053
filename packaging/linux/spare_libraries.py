"""Run first in the bundle: what Qt wants of the system is taken from beside the program where a bare system lacks it.

A system's own come first, since they know its screen.
"""

import ctypes
import sys
from pathlib import Path

NAMES = ("libxcb.so.1", "libGLdispatch.so.0", "libGLX.so.0", "libGL.so.1", "libEGL.so.1")
"""In the order in which they need each other."""

if getattr(sys, "frozen", False):
    for name in NAMES:
        try:
            ctypes.CDLL(name)
        except OSError:
            ctypes.CDLL(str(Path(__file__).with_name("spare") / name), mode=ctypes.RTLD_GLOBAL)
