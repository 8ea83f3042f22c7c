"""The image list with its filter and its count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tas_desktop.ui.empty_hint import EmptyHint
from tas_desktop.ui.images.delegate import ImageDelegate
from tas_desktop.ui.images.filter_box import FilterBox
from tas_desktop.ui.images.filter_help import FilterHelp
from tas_desktop.ui.images.filter_wording import describe_refusal
from tas_desktop.ui.images.order_button import OrderButton
from tas_desktop.ui.images.pace_line import PaceLine
from tas_desktop.ui.long_row_list import LongRowList

if TYPE_CHECKING:
    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.ui.theme import Theme


class ImagesPanel(QWidget):
    """Left of the window.

    Signals:
        work_wanted: the annotator has chosen a picture, or left the filter: on with the expressions.
    """

    work_wanted = Signal()

    def __init__(self, session: AnnotationSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._model, self._queue = session.project.images, session.project.queue
        self._list_awaited = False  # the annotator went on to the list before it was there
        self._make_filter()
        self.list = LongRowList("image-list", self)
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Images"))
        self._delegate = ImageDelegate(theme, self)
        self.list.setItemDelegate(self._delegate)
        self._heading = QLabel(self.tr("Images"), self)
        self._heading.setObjectName("heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing = EmptyHint(self)
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.filter_box.textChanged.connect(self._queue.set_filter)
        self.help_button.clicked.connect(self.show_filter_help)
        self._queue.refused_changed.connect(self._on_refused)
        self._queue.restored.connect(self._on_restored)
        self._queue.shown.connect(self._on_queue_shown)
        self.filter_box.entered_list.connect(self._on_entered_list)
        self.filter_box.left.connect(self.work_wanted)
        self.list.clicked.connect(self._on_chosen)
        self.list.enter_pressed.connect(self._on_enter)
        self._model.modelReset.connect(self._on_reset)
        session.project.previewed.connect(self._on_opened)
        session.project.opened.connect(self._on_opened)
        session.project.counts_changed.connect(self._show_count)
        session.desk.image_changed.connect(self._on_image)
        theme.changed.connect(self.list.viewport().update)
        self._show_count()

    def _make_filter(self) -> None:
        self.filter_box = FilterBox(self)
        self.filter_box.setPlaceholderText(self.tr("Filter: words, status:todo, margin<0.05"))
        self.filter_box.setAccessibleName(self.tr("Filter of the image list"))
        self.help_button = QToolButton(self)
        self.help_button.setObjectName("filter-help-button")
        self.help_button.setText("?")
        self.help_button.setToolTip(self.tr("What the filter understands"))
        self.help_button.setAccessibleName(self.tr("What the filter understands"))
        self.order_button = OrderButton(self._queue, self)
        self.pace_line = PaceLine(self._queue.pace, self)
        self.refusal = QLabel(self)
        self.refusal.setObjectName("refusal")
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setWordWrap(True)
        self.refusal.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 6)
        layout.setSpacing(8)
        layout.addLayout(head)
        filters = QHBoxLayout()
        filters.setSpacing(4)
        filters.addWidget(self.filter_box, 1)
        filters.addWidget(self.help_button)
        layout.addLayout(filters)
        layout.addWidget(self.refusal)
        layout.addWidget(self.order_button)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.pace_line)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through, in order."""
        return self.filter_box, self.help_button, self.order_button, self.list

    def retranslate(self, _retranslation: object) -> None:
        """Another language: what is put together from several texts."""
        self._on_refused()
        self._show_count()

    def sizeHint(self) -> QSize:
        """Room for a thumbnail and a name."""
        return QSize(250, 600)

    @Slot()
    def show_filter_help(self) -> None:
        """The filter's language, beside the work; a line chosen there goes into the box."""
        page = FilterHelp(self.window())
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.chosen.connect(self._on_example)
        page.show()

    @Slot(str)
    def _on_example(self, example: str) -> None:
        before = self.filter_box.text().strip()
        self.filter_box.setText(f"{before} {example}".strip())
        self.filter_box.setFocus()

    @Slot()
    def _on_refused(self) -> None:
        refused = self._queue.refused
        self.refusal.setText("" if refused is None else "⚠ " + describe_refusal(refused))
        self.refusal.setVisible(refused is not None)

    @Slot()
    def _on_restored(self) -> None:
        blocked = self.filter_box.blockSignals(True)
        self.filter_box.setText(self._queue.text)
        self.filter_box.blockSignals(blocked)

    @Slot()
    def _on_queue_shown(self) -> None:
        self._show_count()
        if self._list_awaited:
            self._on_entered_list()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        image = self._model.image_at(index.row())
        if image is not None:
            self._session.go_to_image(image.image_id)
            self.work_wanted.emit()

    @Slot()
    def _on_entered_list(self) -> None:
        self._list_awaited = not self._queue.is_settled
        if self._list_awaited:
            return
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))
        self.list.setFocus()

    @Slot()
    def _on_enter(self) -> None:
        self._on_chosen(self.list.currentIndex())

    @Slot()
    def _on_reset(self) -> None:
        self._on_image()

    @Slot()
    def _on_opened(self) -> None:
        self._delegate.forget_all()
        self._show_count()

    @Slot()
    def _on_image(self) -> None:
        image = self._session.image
        self._delegate.current_image = None if image is None else image.image_id
        row = None if image is None else self._model.row_of(image.image_id)
        if row is not None:
            index = self._model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self.list.viewport().update()
        self._show_count()

    @Slot()
    def _show_count(self) -> None:
        total, shown = self._model.total, self._model.rowCount()
        if not total:
            text = ""
        elif shown != total:
            text = self.tr("{0} of {1} shown").format(f"{shown:,}", f"{total:,}")
        else:
            image = self._session.image
            row = None if image is None else self._model.row_of(image.image_id)
            place = "–" if row is None else f"{row + 1:,}"
            text = f"{place} / {total:,}"
        self._count.setText(text)
        nothing = bool(total) and not shown
        self.list.setVisible(not nothing)
        self._nothing.setVisible(nothing)
        self._nothing.say(self.tr("No picture matches the filter"), self.tr("Esc in the filter clears it."))
