"""Reads the learner's settings."""

import json
from typing import Any

from studyapp.store.ledger import Ledger


def all_settings(ledger: Ledger) -> dict[str, Any]:
    """Every setting that was ever changed, by name."""
    return {name: json.loads(value) for name, value in ledger.rows("SELECT name, value FROM setting")}
