"""A clock of milliseconds that a test moves on by hand."""


class Hand:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = 0

    def __call__(self) -> int:
        """Where it stands, in milliseconds."""
        return self.at

    def move(self, seconds: float) -> None:
        """Let so much time go by."""
        self.at += round(seconds * 1000)
