"""The file formats that the program knows, in the order in which they are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import Carries, Format, Layout

if TYPE_CHECKING:
    from collections.abc import Iterable

_SINGLE: Final = frozenset({Carries.MASKS, Carries.CATEGORIES})
_ALL_TARGETS: Final = _SINGLE | {Carries.SEVERAL_TARGETS, Carries.NO_TARGET}

FORMATS: tuple[Format, ...] = (
    Format(
        name="coco",
        title="COCO instances",
        layout=Layout.FILE,
        suffix=".json",
        carries=_ALL_TARGETS | {Carries.SPLITS, Carries.ORIGIN, Carries.SCORES},
        options=frozenset({"masks", "with_origin", "created"}),
        writer="tas_desktop.formats.coco.writing:write_coco",
        reader="tas_desktop.formats.coco.reading:read_coco",
        checker="tas_desktop.formats.coco.checking:check_coco",
    ),
    Format(
        name="refcoco",
        title="RefCOCO (REFER)",
        layout=Layout.FOLDER,
        carries=_SINGLE | {Carries.SPLITS, Carries.IMAGES, Carries.ORIGIN, Carries.SCORES},
        options=frozenset({"image_files", "image_names", "with_origin", "created", "dataset"}),
        writer="tas_desktop.formats.refer.writing:write_refcoco",
        reader="tas_desktop.formats.refer.reading:read_refcoco",
        checker="tas_desktop.formats.refer.checking:check_refcoco",
    ),
    Format(
        name="grefcoco",
        title="gRefCOCO",
        layout=Layout.FOLDER,
        carries=_ALL_TARGETS | {Carries.SPLITS, Carries.IMAGES, Carries.ORIGIN, Carries.SCORES},
        options=frozenset({"image_files", "image_names", "with_origin", "created"}),
        writer="tas_desktop.formats.refer.writing:write_grefcoco",
        reader="tas_desktop.formats.refer.reading:read_grefcoco",
        checker="tas_desktop.formats.refer.checking:check_grefcoco",
    ),
    Format(
        name="mdetr",
        title="MDETR",
        layout=Layout.FOLDER,
        carries=_ALL_TARGETS | {Carries.SPLITS, Carries.IMAGES, Carries.ORIGIN, Carries.SCORES},
        options=frozenset({"image_files", "image_names", "with_origin", "created", "dataset"}),
        writer="tas_desktop.formats.mdetr.writing:write_mdetr",
        reader="tas_desktop.formats.mdetr.reading:read_mdetr",
        checker="tas_desktop.formats.mdetr.checking:check_mdetr",
    ),
    Format(
        name="reasonseg",
        title="ReasonSeg (LISA)",
        layout=Layout.FOLDER,
        carries=_SINGLE | {Carries.SEVERAL_TARGETS, Carries.SPLITS, Carries.IMAGES, Carries.SCORES},
        options=frozenset({"image_files"}),
        writer="tas_desktop.formats.reasonseg.writing:write_reasonseg",
        reader="tas_desktop.formats.reasonseg.reading:read_reasonseg",
        checker="tas_desktop.formats.reasonseg.checking:check_reasonseg",
    ),
    Format(
        name="phrasecut",
        title="PhraseCut",
        layout=Layout.FOLDER,
        carries=_SINGLE | {Carries.SEVERAL_TARGETS, Carries.SPLITS, Carries.IMAGES, Carries.SCORES},
        options=frozenset({"image_files"}),
        writer="tas_desktop.formats.phrasecut.writing:write_phrasecut",
        reader="tas_desktop.formats.phrasecut.reading:read_phrasecut",
        checker="tas_desktop.formats.phrasecut.checking:check_phrasecut",
    ),
    Format(
        name="hf",
        title="Hugging Face (parquet)",
        layout=Layout.FOLDER,
        carries=frozenset(Carries),
        options=frozenset({"with_origin"}),
        writer="tas_desktop.formats.hugging_face.writing:write_parquet",
        reader="tas_desktop.formats.hugging_face.reading:read_parquet",
        checker="tas_desktop.formats.hugging_face.checking:check_parquet",
    ),
    Format(
        name="hf-imagefolder",
        title="Hugging Face (image folder)",
        layout=Layout.FOLDER,
        carries=frozenset(Carries),
        options=frozenset({"image_files", "with_origin"}),
        writer="tas_desktop.formats.hugging_face.writing:write_image_folder",
        reader="tas_desktop.formats.hugging_face.reading:read_image_folder",
        checker="tas_desktop.formats.hugging_face.checking:check_image_folder",
    ),
    Format(
        name="label-studio",
        title="Label Studio tasks",
        layout=Layout.FOLDER,
        carries=_ALL_TARGETS | {Carries.UNDECIDED, Carries.SPLITS, Carries.IMAGES, Carries.SCORES},
        options=frozenset({"image_files"}),
        writer="tas_desktop.formats.label_studio.writing:write_label_studio",
        reader="tas_desktop.formats.label_studio.reading:read_label_studio",
        checker="tas_desktop.formats.label_studio.checking:check_label_studio",
    ),
    Format(
        name="cvat",
        title="CVAT / Datumaro",
        layout=Layout.FOLDER,
        carries=frozenset(Carries),
        options=frozenset({"image_files", "with_origin", "created"}),
        writer="tas_desktop.formats.cvat.writing:write_cvat",
        reader="tas_desktop.formats.cvat.reading:read_cvat",
        checker="tas_desktop.formats.cvat.checking:check_cvat",
    ),
    Format(
        name="jsonl",
        title="JSON lines, complete",
        layout=Layout.FILE,
        suffix=".jsonl",
        carries=frozenset(Carries) - {Carries.IMAGES},
        options=frozenset({"with_origin"}),
        writer="tas_desktop.formats.lists.jsonl_writing:write_jsonl",
        reader="tas_desktop.formats.lists.jsonl_reading:read_jsonl",
        checker="tas_desktop.formats.lists.checking:check_jsonl",
    ),
    Format(
        name="csv",
        title="CSV",
        layout=Layout.FILE,
        suffix=".csv",
        carries=frozenset(Carries) - {Carries.IMAGES, Carries.ORIGIN},
        writer="tas_desktop.formats.lists.csv_writing:write_csv",
        reader="tas_desktop.formats.lists.csv_reading:read_csv",
        checker="tas_desktop.formats.lists.checking:check_csv",
    ),
    Format(
        name="txt",
        title="Text, an expression a line",
        layout=Layout.FILE,
        suffix=".txt",
        carries=frozenset({Carries.UNDECIDED}),
        reader="tas_desktop.formats.lists.text_reading:read_text_list",
    ),
    Format(
        name="masks",
        title="Masks as PNG",
        layout=Layout.FOLDER,
        carries=frozenset(Carries) - {Carries.IMAGES, Carries.ORIGIN},
        writer="tas_desktop.formats.masks.writing:write_masks",
        reader="tas_desktop.formats.masks.reading:read_masks",
        checker="tas_desktop.formats.masks.reading:check_masks",
    ),
)


def find_format(name: str, *, among: Iterable[Format] = FORMATS) -> Format:
    """The format of that name.

    Raises:
        InputRefused: there is none.
    """
    known = list(among)
    for found in known:
        if found.name == name:
            return found
    raise InputRefused(
        f"There is no format {name!r}",
        next_step=f"Formats: {', '.join(found.name for found in known)}",
    )


def writable_formats() -> tuple[Format, ...]:
    """Those that projects can be exported to."""
    return tuple(known for known in FORMATS if known.writer)


def readable_formats() -> tuple[Format, ...]:
    """Those that can be imported."""
    return tuple(known for known in FORMATS if known.reader)


def checkable_formats() -> tuple[Format, ...]:
    """Those whose clauses can be checked."""
    return tuple(known for known in FORMATS if known.checker)
