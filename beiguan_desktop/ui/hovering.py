"""Whether the pointer is over a row of a list or a tree."""

from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem


def is_hovered(view: QAbstractItemView, option: QStyleOptionViewItem) -> bool:
    """Tell it; QStyle is asked only when the pointer is over the view at all.

    Making QStyle's enumerations takes 4 ms, for which the first paint need not wait.
    """
    if not view.viewport().underMouse():
        return False
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - see above

    return bool(option.state & QStyle.StateFlag.State_MouseOver)
