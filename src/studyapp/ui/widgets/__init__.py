"""The window's own building blocks: labels, buttons, chips, cards, bars."""
