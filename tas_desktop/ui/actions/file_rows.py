"""Opening, importing, exporting and leaving. The File menu's rows of the action table."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

FILE_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "open-folder",
        QT_TRANSLATE_NOOP("Actions", "Open folder of pictures …"),
        Menu.FILE,
        ("Ctrl+O",),
        "folder-open",
    ),
    ActionRow(
        "open-project", QT_TRANSLATE_NOOP("Actions", "Open project file …"), Menu.FILE, ("Ctrl+Shift+O",)
    ),
    ActionRow(
        "open-sample", QT_TRANSLATE_NOOP("Actions", "Open the sample project"), Menu.FILE, (), "sample"
    ),
    ActionRow(
        "import-dataset",
        QT_TRANSLATE_NOOP("Actions", "Import dataset …"),
        Menu.FILE,
        ("Ctrl+Shift+I",),
        group=1,
    ),
    ActionRow(
        "export-dataset",
        QT_TRANSLATE_NOOP("Actions", "Export dataset …"),
        Menu.FILE,
        ("Ctrl+Shift+S",),
        "export",
        group=1,
    ),
    ActionRow("settings", QT_TRANSLATE_NOOP("Actions", "Settings …"), Menu.FILE, ("Ctrl+,",), group=2),
    ActionRow("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), Menu.FILE, ("Ctrl+Q",), group=3),
)
