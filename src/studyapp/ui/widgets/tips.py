"""Tool tips. ``tip`` is the only way to set one: Qt takes a bare one for HTML when it looks like it."""

from PySide6.QtWidgets import QWidget


def tip(widget: QWidget, text: str) -> None:
    """Show ``text`` as it is while the pointer rests on a widget; empty takes the tip away."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    widget.setToolTip(f"<p>{plain}</p>" if text else "")
