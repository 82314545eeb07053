"""The forecast as Today tells it: the one that was told last, while there is evidence for it."""

from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.learning.evidence import TooLittle
from studyapp.store.forecast_rows import AreaCost, Told, last_told
from studyapp.store.ledger import Ledger
from studyapp.study.day_rows import ChanceRow
from studyapp.study.evidence import missing_evidence
from studyapp.study.mocks import forecast_mock

_RECENT_DAYS: Final = 14
"""A forecast older than this is not told again."""

_TELLING_GAIN: Final = 0.005
"""An hour that gains less is not worth a word."""

_NO_COST: Final = AreaCost("", 0.0, 0.0)


def told_chance(catalog: Catalog, ledger: Ledger, certification: str) -> ChanceRow | TooLittle | None:
    """The forecast that was told last, while it is recent enough to mean something; none is worked out here.

    Where disputes or an undo have left too little evidence it is withdrawn at once: then, as before the first one, the
    evidence that there is. None without a mock, and while the forecast has yet to be worked out.
    """
    mock = forecast_mock(certification, catalog.profiles())
    if mock is None:
        return None
    missing = missing_evidence(catalog, ledger, mock)
    if missing is not None:
        return missing
    told = last_told(ledger, mock.id)
    if told is None or (ledger.today().date - told.day).days > _RECENT_DAYS:
        return None
    return _row(catalog, told)


def _row(catalog: Catalog, told: Told) -> ChanceRow:
    dearest = max(told.areas, key=lambda a: a.lost, default=_NO_COST)
    best = max(told.areas, key=lambda a: a.gain, default=_NO_COST)
    gains = best if best.gain >= _TELLING_GAIN else _NO_COST
    named = _named(catalog, dearest.area), _named(catalog, gains.area)
    return ChanceRow(told.chance, *told.near, told.answers, *named, gains.gain)


def _named(catalog: Catalog, area: str) -> tuple[str, str]:
    found = catalog.area(area)
    return (area, found.title) if found else ("", "")
