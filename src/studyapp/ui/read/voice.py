"""The voice of the platform, where Qt's speech module is installed and has an engine with a voice."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal, Slot

MODULE = "PySide6.QtTextToSpeech"
_PRETENDING = "mock"
"""An engine of Qt's own tests: it says nothing."""


class Voice(QObject):
    """Speaks one piece of text after the other."""

    spoken = Signal()
    """The piece has been said to its end, or cannot be said."""

    def __init__(self, speech: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._speech, self._speaking = speech, False
        speech.setParent(self)
        speech.stateChanged.connect(self._follow)

    def say(self, text: str, language: str = "") -> None:
        """Begin to speak, in this language where the voice knows it."""
        locale = QLocale(language)
        if language and locale in self._speech.availableLocales():
            self._speech.setLocale(locale)
        self._speaking = True
        self._speech.say(text)

    def stop(self) -> None:
        """Be silent at once."""
        self._speaking = False
        self._speech.stop()

    @Slot(object)
    def _follow(self, state: Any) -> None:
        if self._speaking and state.name in ("Ready", "Error"):
            self._speaking = False
            self.spoken.emit()


def installed() -> bool:
    """Whether Qt's speech module is there; it is not loaded for the answer."""
    return find_spec(MODULE) is not None


def usable(engines: Sequence[str]) -> list[str]:
    """The engines that make a sound."""
    return [engine for engine in engines if engine != _PRETENDING]


def find_voice(parent: QObject) -> Voice | None:
    """The platform's voice, or None where there is none. Loads the speech module, so ask when there is time."""
    if not installed():
        return None
    try:
        module = import_module(MODULE)
    except ImportError:  # it is there, but a library of the system that it needs is not
        return None
    for engine in usable(module.QTextToSpeech.availableEngines()):
        speech = module.QTextToSpeech(engine)
        if speech.availableVoices():  # an engine whose service does not run has none
            return Voice(speech, parent)
    return None
