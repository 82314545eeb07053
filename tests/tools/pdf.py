"""Reads as much of a PDF as the tests ask for: pages, links, places, what it says of itself, colours."""

import re
import zlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pdf:
    """``links`` are the names that links inside lead to, ``places`` the names that can be led to."""

    pages: int
    links: tuple[str, ...]
    places: frozenset[str]
    addresses: tuple[str, ...]
    title: str
    creator: str
    drawing: str


def read_pdf(data: bytes) -> Pdf:
    """Take apart what Qt writes."""
    names = re.search(rb"/Names \[(.*?)\]\n>>", data, re.DOTALL)
    return Pdf(
        len(re.findall(rb"/Type /Page\n", data)),
        tuple(_text(found) for found in re.findall(rb"/Dest (\(.*?[^\\]\))\n", data, re.DOTALL)),
        frozenset(_text(found) for found in re.findall(rb"(\(.*?[^\\]\)) \d+ 0 R", names[1], re.DOTALL))
        if names
        else frozenset(),
        tuple(found.decode() for found in re.findall(rb"/URI \((.*?)\)", data)),
        _text(re.findall(rb"/Title (\(.*?[^\\]\))\n", data, re.DOTALL)[0]),
        _text(re.findall(rb"/Creator (\(.*?[^\\]\))\n", data, re.DOTALL)[0]),
        "".join(_drawing(data)),
    )


def _drawing(data: bytes) -> list[str]:
    streams = re.findall(rb"/FlateDecode\n>>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    found = []
    for stream in streams:
        text = zlib.decompress(stream).decode("latin-1")
        if " Tf" in text or " rg" in text or " scn" in text:
            found.append(text)
    return found


def _text(written: bytes) -> str:
    plain = re.sub(rb"\\([()\\])", rb"\1", written[1:-1])
    return plain[2:].decode("utf-16-be") if plain.startswith(b"\xfe\xff") else plain.decode("latin-1")
