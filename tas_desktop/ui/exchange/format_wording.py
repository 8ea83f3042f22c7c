"""What each file format is called and good for, in the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tas_desktop.formats.format import Format

_CONTEXT: Final = "Formats"
_TITLES: Final = (
    QT_TRANSLATE_NOOP("Formats", "Hugging Face (image folder)"),
    QT_TRANSLATE_NOOP("Formats", "Label Studio tasks"),
    QT_TRANSLATE_NOOP("Formats", "JSON lines, complete"),
    QT_TRANSLATE_NOOP("Formats", "Text, an expression a line"),
    QT_TRANSLATE_NOOP("Formats", "Masks as PNG"),
    QT_TRANSLATE_NOOP("Formats", "COCO instances"),
)
"""Titles of the registry that are more than names; the others stay as they are."""

_PURPOSES: Final = {
    "coco": QT_TRANSLATE_NOOP(
        "Formats", "One file for pycocotools and most tools; expressions as attributes of the masks."
    ),
    "refcoco": QT_TRANSLATE_NOOP(
        "Formats", "A folder that training codes for RefCOCO read: LAVT, CRIS, ReLA, LISA, mmdetection."
    ),
    "grefcoco": QT_TRANSLATE_NOOP(
        "Formats", "As RefCOCO, with expressions that name several objects or none: ReLA, LISA."
    ),
    "mdetr": QT_TRANSLATE_NOOP("Formats", "One record for each expression, with boxes, for MDETR."),
    "reasonseg": QT_TRANSLATE_NOOP("Formats", "A file beside each picture, for LISA's reasoning task."),
    "phrasecut": QT_TRANSLATE_NOOP("Formats", "Phrases with polygons, for readers of PhraseCut."),
    "hf": QT_TRANSLATE_NOOP("Formats", "Tables with the pictures inside; load_dataset reads the folder."),
    "hf-imagefolder": QT_TRANSLATE_NOOP(
        "Formats", "Pictures beside a metadata file; load_dataset reads it as imagefolder."
    ),
    "label-studio": QT_TRANSLATE_NOOP("Formats", "Tasks with brush masks and texts, to go on with there."),
    "cvat": QT_TRANSLATE_NOOP("Formats", "COCO as CVAT and Datumaro take it, with the labels' definition."),
    "jsonl": QT_TRANSLATE_NOOP("Formats", "One line for each picture, with everything the project has."),
    "csv": QT_TRANSLATE_NOOP("Formats", "A table of expressions, for spreadsheets and scripts."),
    "txt": QT_TRANSLATE_NOOP("Formats", "Expressions line by line, without pictures."),
    "masks": QT_TRANSLATE_NOOP("Formats", "A black and white picture for each mask, with an index."),
}


def title_of(known: Format) -> str:
    """The format's title."""
    return QCoreApplication.translate(_CONTEXT, known.title)


def purpose_of(known: Format) -> str:
    """What it is good for, in a sentence; empty where nobody wrote one."""
    return QCoreApplication.translate(_CONTEXT, _PURPOSES[known.name]) if known.name in _PURPOSES else ""
