"""Every clause of formats.md that a RefCOCO or gRefCOCO folder has to keep (sections 0, 1 and 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.ascii_checking import check_ascii
from tas_desktop.formats.format import Finding, MaskForm, Tick, never_stop
from tas_desktop.formats.instances.checking import check_instances
from tas_desktop.formats.refer.files import GREF_FILES, REFER_FILES, DatasetFiles, find_files
from tas_desktop.formats.refer.layout import GREF_LAYOUT, REFER_LAYOUTS
from tas_desktop.formats.refer.ref_checking import RefChecker, Targets
from tas_desktop.formats.untrusted.json_reading import read_json
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.pickle_reading import read_plain_pickle
from tas_desktop.formats.untrusted.refusals import ItemRefused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_EXAMPLES: Final = 5
_NEWEST_PROTOCOL: Final = 2


def check_refcoco(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Breaches in a dataset in REFER's layout.

    Raises:
        InputRefused: there is none.
    """
    files = find_files(path, names=REFER_FILES)
    yield from _check(files, folders=REFER_LAYOUTS.keys(), several=False, tick=tick)


def check_grefcoco(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Breaches in a dataset in gRefCOCO's layout.

    Raises:
        InputRefused: there is none.
    """
    files = find_files(path, names=GREF_FILES)
    yield from _check(files, folders=(GREF_LAYOUT.folder,), several=True, tick=tick)


def _check(files: DatasetFiles, *, folders: Collection[str], several: bool, tick: Tick) -> Iterator[Finding]:
    if files.folder.name not in folders:
        message = f"the folder is called {files.folder.name!r}, readers want {' or '.join(folders)}"
        yield Finding("folder-name", files.folder.name, message, "0.13")
    yield from check_ascii(files.instances)
    try:
        document = read_json(files.instances)
    except InputRefused as error:
        yield Finding("readable", files.instances.name, error.message, "0.9")
        return
    yield from check_instances(document, form=MaskForm.POLYGONS, tick=tick)
    targets = Targets.of(document)
    yield from _check_images(files, targets)
    yield from check_ascii(files.refs) if files.refs.suffix == ".json" else _check_protocol(files.refs)
    try:
        refs = read_json(files.refs) if files.refs.suffix == ".json" else read_plain_pickle(files.refs)
    except InputRefused as error:
        yield Finding("plain-values", files.refs.name, error.message, "0.14")
        return
    checker = RefChecker(targets, several=several)
    if not isinstance(refs, list):
        yield Finding("records", files.refs.name, "it is no list of refs", "1")
        return
    for number, ref in enumerate(refs):
        tick()
        yield from checker.check(ref, number)


def _check_images(files: DatasetFiles, targets: Targets) -> Iterator[Finding]:
    """Image files, where the export has any."""
    names = targets.image_names
    try:
        folder = files.image_folder(list(names.values())[:_EXAMPLES])
    except ItemRefused:
        return  # told as the name's own breach
    if not folder.is_dir():
        return
    for image_id, name in names.items():
        item = f"image {image_id}"
        try:
            there = inside(folder, name, item=item).is_file()
        except ItemRefused as error:
            yield Finding("image-inside", item, error.message.removeprefix(f"{item}: "), "1")
            continue
        if not there:
            yield Finding("image-file", item, f"{name} is not in {folder.name}", "1")


def _check_protocol(refs: Path) -> Iterator[Finding]:
    with refs.open("rb") as stream:
        head = stream.read(2)
    if head[:1] == b"\x80" and len(head) == 2 and head[1] > _NEWEST_PROTOCOL:
        message = f"the pickle has protocol {head[1]}: readers in Python 2 take 2 at most"
        yield Finding("pickle-protocol", refs.name, message, "0.14")
