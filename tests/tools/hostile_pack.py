"""A pack in which everything that can be written names a file outside it or a host, and a walk past all of it.

``… hostile_pack FOLDER`` writes the pack and walks through the window on it, for a trace of system calls.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.ui.main_window import MainWindow
from studyapp.ui.search.palette import SearchPalette
from tests.tools.packs import PACK, PROOF, SOURCES, write_pack

HOST = "bait.invalid"
BAITS = ("bait.png", "bait.svg", "bait.css", "bait.md")
PAGES = ("today", "read", "compare", "cards", "exam", "progress")

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db00000"
    "000049454e44ae426082"
)


def write_hostile_pack(folder: Path) -> Path:
    """The pack in ``folder/own``; the files it names lie in ``folder/bait``."""
    bait = folder / "bait"
    write_pack(bait, dict.fromkeys(BAITS, _PIXEL))
    tag = f'<img src="{bait}/bait.png"><link rel="stylesheet" type="text/css" href="{bait}/bait.css">'
    words = f"Bait {tag}".replace('"', "'")
    article = (
        "---\n"
        f'title: "{words} one"\nslug: cancelling\ntags: ["{words}"]\nareas: ["{words}"]\n---\n{_body(bait)}'
    )
    root = write_pack(
        folder / "own",
        {
            "pack.yaml": PACK.replace("Our own", f'"{words}"').replace("Events", f'"{words}"'),
            "sources.yaml": SOURCES,
            "articles/events/cancelling.md": article,
            "articles/events/two.md": f'---\ntitle: "{words} two"\n---\n<base href="{bait.as_uri()}/">\n\n{_body(Path("../../../bait"))}',
            "articles/events/three.txt": f"Bait three\n\n{tag}\n{_body(bait)}",
            "cards/events.yaml": _CARD.format(words=words, proof=PROOF),
            "glossary.yaml": _TERM.format(words=words, proof=PROOF),
            "comparisons/t.yaml": _TABLE.format(words=words, proof=PROOF),
            "questions/a.yaml": _QUESTION.format(words=words, proof=PROOF),
            "evil.yaml": f"!!python/object/apply:os.system ['cat {bait}/bait.txt']\n",
        },
    )
    for name, target in {"link.md": "bait.md", "link.png": "bait.png"}.items():
        (root / "articles" / "events" / name).symlink_to(bait / target)
    return root


def walk(window: MainWindow, until: Callable[[Callable[[], bool]], None]) -> None:
    """See every page, article and hit of the pack, hover over everything; ``until`` waits for a condition."""
    catalog = window.desks.library.catalog
    addresses = [f"page:{page}" for page in PAGES] + [f"studyapp:{item}" for item in catalog.articles()]
    for address in [*addresses, *(f"page:cards?scope=card:{card}" for card in catalog.cards())]:
        window.go(address)
        QApplication.processEvents()
        _hover(window)
    palette = SearchPalette(window.desks, window.theme, window)
    palette.ask(window.commands())
    until(lambda: not palette.busy())
    palette.field.setText("bait")
    QApplication.processEvents()
    palette.dismiss()


def _hover(window: MainWindow) -> None:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.toolTip():
            place = QPoint(2, 2)
            QApplication.sendEvent(
                widget, QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place))
            )
    QApplication.processEvents()


def _body(bait: Path) -> str:
    """Markdown and HTML that reach for the files, as paths, as addresses, and for the host."""
    addresses = [
        f"{start}/{name}"
        for name in BAITS
        for start in (bait, f"file://{bait}", f"//{HOST}", f"http://{HOST}")
    ]
    parts = [_REACHING.format(address=address, host=HOST) for address in addresses]
    return "## Who {#who}\n\nOnly the Product Owner may cancel a Sprint.\n\n" + "\n\n".join(parts)


_REACHING = """![bait]({address}) [bait]({address}) <img src="{address}" srcset="{address} 2x"> {{{{< figure src="{address}" >}}}}

<link rel="stylesheet" type="text/css" href="{address}"><style>@import url("{address}"); p {{ background: url({address}) }}</style>
<div style="background-image: url('{address}')">bait</div><table background="{address}"><tr><td>bait</td></tr></table>
<iframe src="{address}"></iframe><object data="{address}"></object><embed src="{address}"><video src="{address}" poster="{address}">
</video><script src="{address}"></script><svg><image xlink:href="{address}"/></svg><input type="image" src="{address}">
<img src="\\\\\\\\{host}\\\\share\\\\bait.png"> [bait](javascript:alert) {{{{< include "{address}" >}}}} --8<-- "{address}" """

_CARD = """topic: events
area: events
cards:
  - name: who
    type: basic
    front: "{words}"
    back: "{words}"
    why: "{words}"
    {proof}
    source: unsettled
"""
_TERM = """terms:
  - {{name: bait, term: "{words}", definition: "{words}", area: events, {proof}, source: unsettled}}
"""
_TABLE = """name: t
title: "{words}"
columns: [{{name: po, title: "{words}", short: "{words}"}}, {{name: sm, title: Other}}]
themes: [{{name: th, title: "{words}"}}]
rows:
  - name: r
    title: "{words}"
    theme: th
    cells:
      po: {{text: "{words}", note: "{words}", kind: view, {proof}, source: unsettled}}
      sm: {{text: "{words}", kind: view, {proof}, source: unsettled}}
"""
_QUESTION = """area: events
questions:
  - name: q
    kind: single
    stem: "{words}"
    {proof}
    source: unsettled
    options:
      - {{text: "{words}", right: true, reason: "{words}"}}
      - {{text: "No", reason: "{words}"}}
"""


def main() -> None:
    from tests.journeys.reading_house import window
    from tests.ui.exam_house import light_theme

    folder = Path(sys.argv[1])
    write_hostile_pack(folder)
    app = QApplication([])

    def until(done: Callable[[], bool]) -> None:
        while not done():
            app.processEvents()

    print("open", flush=True)
    with window(folder, light_theme(), pack=folder / "own") as opened:
        walk(opened, until)


if __name__ == "__main__":
    main()
