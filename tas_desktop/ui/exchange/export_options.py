"""How an export is written: the options that its format heeds, the others greyed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from tas_desktop.formats.format import ImageFiles, ImageNames, MaskForm, WriteOptions
from tas_desktop.ui.dialog_parts import make_label
from tas_desktop.ui.settings.editors import CalmComboBox

if TYPE_CHECKING:
    from tas_desktop.formats.format import Format

DATASETS: Final = ("refcoco", "refcoco+", "refcocog", "refclef")
"""Names that REFER's readers take (formats.md section 0, clause 13)."""


class ExportOptionsForm(QWidget):
    """Fields for ``WriteOptions``, the dataset card and its licence.

    Attributes:
        form: where further rows can stand below them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.masks, self.files, self.names, self.dataset = (CalmComboBox(self) for _ in range(4))
        for box, values in (
            (self.masks, MaskForm),
            (self.files, ImageFiles),
            (self.names, ImageNames),
            (self.dataset, DATASETS),
        ):
            for value in values:
                box.addItem(str(value), value)
        self.provenance, self.dated, self.card = (QCheckBox(self) for _ in range(3))
        self.licence = QLineEdit(self)
        self.licence.setMaxLength(200)
        self._heeded: dict[str, tuple[QWidget, ...]] = {}
        self._lay_out()
        self.card.toggled.connect(self._on_card)
        self._on_card()

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        rows = (self.masks, self.files, self.names, self.dataset, self.licence)
        texts = (
            self.tr("Masks"),
            self.tr("Pictures"),
            self.tr("Their names"),
            self.tr("Name in the files"),
            self.tr("Licence"),
        )
        for label, field, text in zip(self._labels, rows, texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.masks.setItemText(0, self.tr("Polygons, exact to the pixel"))
        self.masks.setItemText(1, self.tr("Run lengths"))
        self.files.setItemText(0, self.tr("Copy into the export"))
        self.files.setItemText(1, self.tr("Link, without taking room"))
        self.files.setItemText(2, self.tr("Leave where they are"))
        self.names.setItemText(0, self.tr("As they are"))
        self.names.setItemText(1, self.tr("As COCO's, COCO_train2014_….jpg"))
        self.provenance.setText(self.tr("Say of each expression who decided, how, and by which model"))
        self.dated.setText(self.tr("Write today's date"))
        self.dated.setToolTip(self.tr("Without it, equal projects give equal files"))
        self.card.setText(self.tr("Add a page that describes the dataset"))
        self.licence.setPlaceholderText(self.tr("such as cc-by-4.0; for the page"))

    def show_format(self, known: Format) -> None:
        """Show which options this format heeds."""
        for option, widgets in self._heeded.items():
            for widget in widgets:
                widget.setEnabled(option in known.options)

    def options(self, known: Format) -> WriteOptions:
        """What is chosen, of what the format heeds."""
        chosen = {
            "masks": self.masks.currentData(),
            "image_files": self.files.currentData(),
            "image_names": self.names.currentData(),
            "dataset": self.dataset.currentData(),
            "with_origin": self.provenance.isChecked(),
            "created": datetime.now(UTC) if self.dated.isChecked() else None,
        }
        return replace(WriteOptions(), **{name: chosen[name] for name in chosen if name in known.options})

    def _lay_out(self) -> None:
        fields = (self.masks, self.files, self.names, self.dataset, self.licence)
        self._labels = [make_label("field", self) for _ in fields]
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        for label, field in zip(self._labels[:-1], fields[:-1], strict=True):
            self.form.addRow(label, field)
        for check in (self.provenance, self.dated, self.card):
            self.form.setWidget(self.form.rowCount(), QFormLayout.ItemRole.FieldRole, check)
        licence_label = self._labels[-1]
        self.form.addRow(licence_label, self.licence)
        self._heeded = {
            "masks": (self._labels[0], self.masks),
            "image_files": (self._labels[1], self.files),
            "image_names": (self._labels[2], self.names),
            "dataset": (self._labels[3], self.dataset),
            "with_origin": (self.provenance,),
            "created": (self.dated,),
        }

    @Slot()
    def _on_card(self) -> None:
        for widget in (self._labels[4], self.licence):
            widget.setEnabled(self.card.isChecked())
