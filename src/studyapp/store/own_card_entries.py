"""What the log says about cards of the learner's own. Nothing is derived from it: the cards stand in a file."""

from typing import Final

OWN_CARD: Final = "own-card"
"""``{"before", "after", "step"}``: a card of the learner's own was added, reworded or taken away; None where there
was none. Entries with the same ``step`` were one action.
"""
