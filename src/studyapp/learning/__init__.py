"""Rules of learning, strangers to content and storage."""
