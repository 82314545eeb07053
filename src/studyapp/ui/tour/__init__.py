"""A walk through the real window: for pictures, and to see that everything works where there is no display."""
