"""A small picture, drawn without any library."""

import struct
import zlib

_WIDE, _HIGH = 360, 180
_GROUND, _BAR = b"\xf0\xef\xeb", b"\x2b\x5c\x8a"


def chart() -> bytes:
    """Five bars that rise, as PNG."""
    rows = b"".join(b"\x00" + b"".join(_pixel(x, y) for x in range(_WIDE)) for y in range(_HIGH))
    head = struct.pack(">IIBBBBB", _WIDE, _HIGH, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _pixel(x: int, y: int) -> bytes:
    bar, inside = divmod(x, _WIDE // 5)
    return _BAR if 12 <= inside < 60 and y > _HIGH - 30 * (bar + 1) else _GROUND


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
