"""What stands beside the data: the table of categories, and a page by which ``datasets`` finds the splits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.category import Category
from tas_desktop.formats.instances.reading import category_name
from tas_desktop.formats.json_writing import open_for_json, write_list
from tas_desktop.formats.untrusted.json_reading import read_json
from tas_desktop.formats.untrusted.refusals import in_file
from tas_desktop.formats.untrusted.values import as_id, as_list, as_record, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CATEGORIES: Final = "categories.json"
PAGE: Final = "README.md"
_LONGEST: Final = 200

_USE: Final = """
Each row is an image with its `objects`, the `references` that name them, each with its `sentences`, and the
sentences that nobody has decided yet (`undecided`). A reference without `object_ids` names nothing in the
image. A mask is a COCO run-length encoding:

```python
{decode}
```
"""


def write_page(folder: Path, *, files: Iterable[tuple[str, str]], decode: str) -> None:
    """Write the page with a head that names the files of each split.

    Args:
        folder: the export's root.
        files: each split's name and the pattern of its files.
        decode: Python that shows how to get a mask.
    """
    head = [
        "---",
        "task_categories:",
        "- image-segmentation",
        "configs:",
        "- config_name: default",
        "  data_files:",
    ]
    for name, pattern in files:
        head += [f'  - split: "{name}"', f'    path: "{pattern}"']
    text = "\n".join([*head, "---", _USE.format(decode=decode.strip())])
    (folder / PAGE).write_text(text, encoding="utf-8", newline="\n")


def write_categories(folder: Path, categories: Iterable[Category]) -> None:
    """Write all categories, also those that no object has, with the words that lead to them."""
    with open_for_json(folder / CATEGORIES) as stream:
        write_list(
            stream,
            (
                {
                    "id": category.id,
                    "name": category.name,
                    "supercategory": category.supercategory,
                    "synonyms": list(category.synonyms),
                }
                for category in categories
            ),
        )
        stream.write("\n")


def read_categories(folder: Path) -> dict[str, Category]:
    """The categories beside the data by name; none where there is no such file.

    Raises:
        InputRefused: the file is damaged.
    """
    file = folder / CATEGORIES
    if not file.is_file():
        return {}
    with in_file(file):
        found = {}
        for number, entry in enumerate(as_list(read_json(file), item="", name="the file"), start=1):
            record = as_record(entry, item=f"category {number}")
            category = _read_category(record, item=f"category {number}")
            found[category.name] = category
        return found


def _read_category(record: dict[str, Any], *, item: str) -> Category:
    return Category(
        id=as_id(record.get("id"), item=item),
        name=category_name(record.get("name"), item=item),
        supercategory=as_text(
            record.get("supercategory", ""), item=item, name="its supercategory", longest=_LONGEST
        ),
        synonyms=tuple(
            as_text(word, item=item, name="a synonym", longest=_LONGEST)
            for word in as_list(record.get("synonyms", []), item=item, name="its synonyms")
        ),
    )
