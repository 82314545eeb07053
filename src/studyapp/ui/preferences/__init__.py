"""Preferences: what is learned for, and how the window looks."""
