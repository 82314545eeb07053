"""Looks as data: colours, sizes, fonts and icons."""

from studyapp.ui.theme.theme import Theme

__all__ = ["Theme"]
