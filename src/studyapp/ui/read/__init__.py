"""The Read page: library, article, and what belongs to it."""
