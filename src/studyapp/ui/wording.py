"""Words that several pages use."""


def counted(number: int, one: str, many: str) -> str:
    """``1 card``, ``38 cards``."""
    return f"{number} {one if number == 1 else many}"
