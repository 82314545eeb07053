"""One learner's progress in SQLite."""
