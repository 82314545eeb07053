"""What to do when a profile cannot be opened: said in plain words, with the way on."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from studyapp.store.trouble import Trouble, TroubleKind
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import Button, DangerButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.dialog import Dialog, ask
from studyapp.ui.widgets.labels import plain_label

_AGAIN, _BACKUP, _ANEW = 2, 3, 4
_TOLD = 2
"""So many packs are named; further ones are counted."""


def settle_trouble(
    theme: Theme, trouble: Trouble, backup_of: datetime | None, recover: Callable[[Path | None], None]
) -> bool:
    """Ask what to do and do it; whether opening is worth another try.

    ``backup_of`` is when the backup on offer was made. ``recover`` decides about a damaged database: with a backup,
    or with None to begin anew.
    """
    dialog = _dialog(theme, trouble, backup_of)
    dialog.present()
    answer = dialog.exec()
    if answer == _BACKUP:
        recover(trouble.backup)
    elif answer == _ANEW:
        recover(None)
    return answer in (_AGAIN, _BACKUP, _ANEW)


def left_out(packs: Sequence[tuple[Path, str, str]]) -> str:
    """Words about the places that gave no pack: each with the reason and the way to mend it."""
    lines = [not_opened(*pack) for pack in packs[:_TOLD]]
    if len(packs) > _TOLD:
        lines.append(f"{len(packs) - _TOLD} more could not be opened either.")
    return "\n".join([*lines, "Everything else is open."])


def not_opened(root: Path, why: str, mend: str) -> str:
    """Words about a place that gave no pack."""
    return f"{root} could not be opened: {why}. To mend it, {mend}."


def words(trouble: Trouble, backup_of: datetime | None) -> tuple[str, str]:
    """Title and text for a trouble."""
    match trouble.kind:
        case TroubleKind.IN_USE:
            who = f" (process {trouble.pid})" if trouble.pid else ""
            return "Your progress is in use", (
                f"Another program{who} is writing to it, for example `studyapp drill` in a terminal. "
                "End it there, then try again. Nothing has been changed."
            )
        case TroubleKind.NEWER:
            return "Your progress is from a newer version", (
                "A newer version of this program has written your progress. It has been left exactly as it is. "
                "Install the newer version to go on."
            )
        case TroubleKind.DAMAGED if trouble.put_aside is None:
            return "Your progress has vanished", (
                f"The file {trouble.path} was there and is not any more. " + _offer(backup_of)
            )
        case TroubleKind.DAMAGED:
            return "Your progress is damaged", (
                f"The file cannot be read any more. It was put aside untouched, as {trouble.put_aside}. "
                + _offer(backup_of)
            )
        case _:
            return "Your progress cannot be opened", (
                f"The folder {trouble.path.parent} cannot be used – {trouble.detail or 'no reason was given'}. "
                "Mend that and try again, or start the program with another folder (--profile)."
            )


def _offer(made: datetime | None) -> str:
    if made is None:
        return "There is no backup; you can begin anew or quit."
    at = made.astimezone()
    return f"The newest good backup is of {at.day} {at:%B %Y, %H:%M}. What you answered later is not in it."


def _dialog(theme: Theme, trouble: Trouble, backup_of: datetime | None) -> Dialog:
    title, text = words(trouble, backup_of)
    dialog = Dialog(theme, title)
    dialog.body.addWidget(plain_label(theme, text))
    dialog.body.addStretch(1)
    dialog.offer(QuietButton(theme, "Quit"), closes=True)
    if trouble.kind in (TroubleKind.IN_USE, TroubleKind.UNUSABLE):
        _add(dialog, PrimaryButton(theme, "Try again"), _AGAIN)
    if trouble.kind is TroubleKind.DAMAGED:
        anew = dialog.offer(DangerButton(theme, "Begin anew…"))
        anew.clicked.connect(lambda: _ask_anew(theme, dialog, trouble, backed=backup_of is not None))
        if backup_of is not None:
            _add(dialog, PrimaryButton(theme, "Restore the backup"), _BACKUP)
    return dialog


def _ask_anew(theme: Theme, dialog: Dialog, trouble: Trouble, *, backed: bool) -> None:
    """Beginning anew leaves everything behind, so it is asked once more, with what that means."""
    text = "All is empty then: answers, exams, notes, marks and the plan are not taken along."
    if trouble.put_aside is not None:
        text += f" The damaged file stays as it is, as {trouble.put_aside}."
    if backed:
        text += " The backups stay as well; the menu can restore one later."
    asked = ask(theme, dialog, "Begin without your progress?", text, "Begin anew")
    asked.accepted.connect(lambda: dialog.done(_ANEW))


def _add(dialog: Dialog, button: Button, answer: int) -> None:
    dialog.offer(button).clicked.connect(lambda: dialog.done(answer))
