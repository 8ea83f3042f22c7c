"""The composition root: builds paths, settings, pipeline source, workspace and window."""

from __future__ import annotations

import logging
import os
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QApplication

    from tas_desktop.config.paths import AppPaths
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.engine.control import CancelToken
    from tas_desktop.session.pipeline import AnnotationPipeline
    from tas_desktop.session.workspace import Surroundings, Workspace
    from tas_desktop.ui.main_window import MainWindow

logger = logging.getLogger(__name__)

THUMBNAIL_SIDE = 192
SAMPLE_FOLDER = "sample project"


def run_window(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed.

    Args:
        arguments: at most one: a folder of pictures, a picture or a ``*.tas`` file to open.

    Returns:
        The exit code.
    """
    from PySide6.QtCore import QTimer

    from tas_desktop.config.crash_traces import enable_crash_traces
    from tas_desktop.config.logging import configure_logging
    from tas_desktop.config.paths import find_paths
    from tas_desktop.session.collector import GuiCollector
    from tas_desktop.ui.bugs.watch import BugWatch

    paths = find_paths()
    configure_logging(paths.log_file)
    crashed_before = enable_crash_traces(paths.log)
    application = make_application()
    BugWatch(paths.log_file, application).install()
    window = build_window(application, paths)
    if crashed_before is not None:
        window.commands.log.tell_crash()
    application.aboutToQuit.connect(window.workspace.close)
    collector = GuiCollector(application)
    collector.start()
    window.show()
    if arguments:
        QTimer.singleShot(0, window, lambda: window.workspace.open_path(Path(arguments[0])))
    return application.exec()


def make_application() -> QApplication:
    """The one QApplication, named and with its icon; an existing one is reused."""
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from tas_desktop.config.resources import resource_path

    # OpenCV's wheel names its own Qt 5 plugins here once it is imported; Qt 6 must not look there.
    os.environ.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["tas-desktop"])
    application.setApplicationName("tas-desktop")
    application.setApplicationDisplayName("TAS Desktop")
    application.setDesktopFileName("tas-desktop")
    application.setWindowIcon(QIcon(str(resource_path("icons", "app.svg"))))
    return application


def build_window(
    application: QApplication, paths: AppPaths, *, surroundings: Surroundings | None = None
) -> MainWindow:
    """Put workspace, theme and window together; models are loaded after the first paint.

    Args:
        application: the running QApplication.
        paths: where settings, data, cache and log lie.
        surroundings: other models or readers than the profile's; the profile's where omitted.
    """
    from PySide6.QtCore import QSettings

    from tas_desktop.session.workspace import Workspace
    from tas_desktop.ui.language import Language
    from tas_desktop.ui.main_window import MainWindow
    from tas_desktop.ui.settings.live import LiveSettings
    from tas_desktop.ui.theme import Theme

    language, theme = Language(application), Theme(application)
    workspace = Workspace(surroundings or profile_surroundings(paths))
    language.choose(workspace.preferences.settings.general.language)
    geometry = QSettings(str(paths.config / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(workspace, theme, application=application, settings=geometry, paths=paths)
    _load_models_once_seen(window, workspace)
    window.live_settings = LiveSettings(window, language)
    return window


def profile_surroundings(paths: AppPaths) -> Surroundings:
    """Readers and models as the settings and the profile name them."""
    from tas_desktop.config.resources import resource_path
    from tas_desktop.session.workspace import Surroundings

    def read_image(path: Path) -> LoadedImage:
        from tas_desktop.formats.image_reading import read_image as read

        return read(path)

    def read_thumbnail(path: Path) -> NDArray[np.uint8]:
        from tas_desktop.formats.image_reading import read_thumbnail as read

        return read(path, longest=THUMBNAIL_SIDE)

    return Surroundings(
        load_pipeline=partial(start_pipeline, paths),
        read_image=read_image,
        read_thumbnail=read_thumbnail,
        annotator=_account_name(),
        settings_file=paths.settings_file,
        projects=paths.data / "projects",
        sample_pictures=resource_path("samples"),
        sample_project=paths.data / SAMPLE_FOLDER,
        batches=paths.batches,
    )


def start_pipeline(paths: AppPaths, token: CancelToken) -> AnnotationPipeline:
    """Start the model process and wait for its models; called in a lane.

    Raises:
        KnownError: the profile is unknown, or weights are missing or damaged.
        Cancelled: the token was set.
    """
    from tas_desktop.session.model_process.client import RemotePipeline

    return RemotePipeline(partial(load_pipeline, paths), token=token)


def load_pipeline(paths: AppPaths) -> AnnotationPipeline:
    """Load the profile's models; called inside the model process.

    Raises:
        KnownError: the profile is unknown, or weights are missing or damaged.
    """
    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.backends.loading import load_components
    from tas_desktop.config.logging import configure_logging
    from tas_desktop.config.settings import load_settings
    from tas_desktop.engine.methods import method_named
    from tas_desktop.models.profile_needs import load_usable
    from tas_desktop.session.engine_pipeline import EnginePipeline
    from tas_desktop.storage.analysing import open_analysis_cache

    configure_logging(paths.log / "models.log")
    settings = load_settings(paths.settings_file).settings
    chosen = settings.ranking
    profile = load_usable(chosen.profile)
    placement = Placement(settings.models.device, precision=settings.models.precision)
    components = load_components(profile, placement=placement)
    threading.Thread(target=placement.warm_up, name="warm-up", daemon=True).start()
    return EnginePipeline(
        components,
        method=method_named(chosen.method),
        profile=chosen.profile,
        placement=placement,
        cache=open_analysis_cache(paths),
    )


def _load_models_once_seen(window: MainWindow, workspace: Workspace) -> None:
    """The window appears first; then the heavy imports, in sight."""
    from PySide6.QtCore import Qt

    window.shown_first.connect(workspace.load_models, Qt.ConnectionType.QueuedConnection)


def _account_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "annotator"
