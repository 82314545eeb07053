"""A pack small enough to know by heart: two articles, a card of every kind, a question, a comparison, a term.

Its five cards are cancel, orders, orders~reversed, planning and goal.
"""

import shutil
from pathlib import Path

SMALL = Path(__file__).parent / "small"


def write_small_pack(root: Path) -> Path:
    """Lay a copy of the pack into a folder, to be changed there, and give the folder."""
    shutil.copytree(SMALL, root)
    return root
