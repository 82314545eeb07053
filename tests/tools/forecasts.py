"""Made-up forecasts."""

from studyapp.learning.forecast import Forecast, Interval, Outlook
from studyapp.study.day_rows import ChanceRow

EVEN = Forecast(0.5, Interval(0.4, 0.6), Interval(0.3, 0.7), 50, ())
"""As likely as not, with nothing known of any area."""

CERTAIN = Forecast(
    0.9999,
    Interval(0.9978, 1.0),
    Interval(0.0001, 1.0),
    300,
    tuple(Outlook(name, 0.9, 1.0, 0.0) for name in ("events", "value", "done")),
)
"""As good as certain, while the real exam may be anything."""

TOLD = ChanceRow(0.58, 0.3, 0.83, 220, ("events", "Events"), ("value", "Value"), 0.11)
"""Told on Today: Events cost most, an hour gains most in Value."""
