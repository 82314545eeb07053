"""What the system says about the disk, in plain words: what is wrong and, where it can be told, how to mend it."""

import errno
from typing import Final

FULL: Final = "the disk is full; free some space"
READ_ONLY: Final = "nothing can be written there; allow writing or choose another place"
UNREADABLE: Final = "it cannot be opened; see that it is there and may be read and written"
BUSY: Final = "another program is using it; try again"
NOT_LOCKED: Final = "its files cannot be locked; see that they may be read and written, and try again"
DAMAGED: Final = "the file is damaged"
FAILED: Final = "the disk failed; try again, and copy what you need elsewhere"

_WORDS: Final = {
    errno.EACCES: "permission is missing; allow reading and writing there",
    errno.EPERM: "permission is missing; allow reading and writing there",
    errno.ENOENT: "there is nothing of that name",
    errno.ENOTDIR: "this is no folder, or a part of its path is none",
    errno.EEXIST: "there is something of that name that is no folder",
    errno.EISDIR: "this is a folder, and a file is needed",
    errno.ENODEV: "this is a device, and a file is needed",
    errno.ENOSPC: FULL,
    errno.EDQUOT: "your share of the disk is full; free some space",
    errno.EROFS: READ_ONLY,
    errno.EIO: FAILED,
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead round in a circle",
    errno.EMFILE: "too many files are open; close other programs and try again",
    errno.ENFILE: "too many files are open; close other programs and try again",
    errno.EFBIG: "the file would become too large for this disk",
}


def in_plain_words(fault: OSError) -> str:
    """One line without the system's numbers: what is wrong, and where when the system named the place."""
    words = reason(fault)
    place = fault.filename if isinstance(fault.filename, str) else ""
    return f"{place}: {words}" if place else words


def reason(fault: OSError) -> str:
    """The same without the place, for who names it already."""
    return _WORDS.get(fault.errno or 0) or fault.strerror or str(fault) or "the system gives no reason"
