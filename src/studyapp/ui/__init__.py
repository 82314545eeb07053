"""The screen: the only floor with Qt."""
