"""What a guided choice came to: balances, what Scrum says of it, the reasoning factor by factor."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QUrl, Signal, Slot

from studyapp.catalog.proof import Proof
from studyapp.study.choice_export import score_of
from studyapp.study.weighing import Weighing
from studyapp.ui.compare import choice_wording as wording
from studyapp.ui.compare.linked_text import LinkedText
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading


class ChoiceResult(CardFrame):
    """A text with links into the articles."""

    passage_wanted = Signal(object)
    """The ``Proof`` whose passage is to be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(24, 18, 24, 18), gap=8)
        self._title = heading(theme, "", 20)
        self.text = LinkedText(theme, 14)
        self._proofs: list[Proof] = []
        self.body.addWidget(self._title)
        self.body.addWidget(self.text)
        self.text.anchorClicked.connect(self._read)
        self.text.setAccessibleName("What your answers come to")

    def show_weighing(self, weighing: Weighing) -> None:
        """Show the result of answers that are complete."""
        self._proofs = []
        self._title.setText("What your answers come to")
        self.text.set_html("".join(self._paragraphs(weighing)))

    def _paragraphs(self, weighing: Weighing) -> Iterator[str]:
        for balance in weighing.balances:
            yield _paragraph(f"{balance.scale.title}: {score_of(balance)}", balance.outcome.text)
        for note in weighing.choice.notes:
            yield _paragraph(note.title, note.text, self._link(note.proof))
        for number, each in enumerate(weighing.given):
            if each.answer is None:
                continue
            taken = next(at for at, answer in enumerate(each.factor.answers) if answer == each.answer)
            points = wording.weights(weighing, number, taken)
            said = f"{each.answer.text}. {each.answer.why}"
            yield _paragraph(f"{each.factor.title}: {points}", said)
            yield f"<p><i>In Scrum:</i> {escape(each.factor.scrum)} {self._link(each.factor.proof)}</p>"

    def _link(self, proof: Proof | None) -> str:
        if proof is None:
            return ""
        self._proofs.append(proof)
        return f'<a href="app:{len(self._proofs) - 1}">Read the passage →</a>'

    @Slot(QUrl)
    def _read(self, url: QUrl) -> None:
        number = url.path()
        if number.isdecimal() and int(number) < len(self._proofs):
            self.passage_wanted.emit(self._proofs[int(number)])


def _paragraph(head: str, text: str, more: str = "") -> str:
    return f"<p><b>{escape(head)}</b><br>{escape(text)} {more}</p>"
