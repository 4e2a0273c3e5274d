"""Which printer, which pages: Qt's or the system's own question, and what was answered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from beiguan_desktop.core.typesetting import SetPage


def full_page(title: str) -> QPrinter:
    """Return a printer set to A4 without margins of its own: the page has them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("北关审议")
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    return printer


def ask_printer(
    parent: QWidget, printer: QPrinter, count: int, chosen: Callable[[QPrinter], object]
) -> None:
    """Ask which printer and which of so many pages."""
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("打印")
    options = QPrintDialog.PrintDialogOption
    dialog.setOption(options.PrintPageRange, on=True)
    dialog.setOption(options.PrintSelection, on=False)
    dialog.setMinMax(1, count)
    dialog.setFromTo(1, count)
    dialog.setPrintRange(QPrintDialog.PrintRange.AllPages)
    yes = QDialog.DialogCode.Accepted
    dialog.finished.connect(lambda how: chosen(printer) if how == yes else None)
    QDialog.open(dialog)  # its own one wants a slot by name


def chosen_pages(printer: QPrinter, pages: Sequence[SetPage]) -> Sequence[SetPage]:
    """Return the pages that were asked for, all where no range was."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return pages
    return pages[printer.fromPage() - 1 : printer.toPage()]
