"""Content files become a read-only catalog of values."""
