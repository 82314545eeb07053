"""Words that several pages use."""


def counted(number: int, one: str, many: str) -> str:
    """``1 card``, ``38 cards``."""
    return f"{number} {one if number == 1 else many}"


def whole_chance(share: float) -> int:
    """A forecast chance in whole per cent, 1 to 99: no forecast is certain."""
    return min(99, max(1, round(share * 100)))


def chance_told(share: float) -> str:
    """``62 %``."""
    return f"{whole_chance(share)} %"
