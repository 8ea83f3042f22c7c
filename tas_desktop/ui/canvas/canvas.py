"""The canvas: what the session holds, painted; and the session told what has been painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QGraphicsScene, QStackedLayout, QWidget

from tas_desktop.session.image_desk import Phase
from tas_desktop.ui.canvas.compared_item import ComparedItem
from tas_desktop.ui.canvas.mask_items import HoverItem, RegionItem, SelectedMaskItem
from tas_desktop.ui.canvas.outlines_item import OutlinesItem
from tas_desktop.ui.canvas.paths import MaskPaths
from tas_desktop.ui.canvas.paths_ahead import PathsAhead
from tas_desktop.ui.canvas.picture_item import PictureItem
from tas_desktop.ui.canvas.together import TogetherItems
from tas_desktop.ui.canvas.tools.layer import RepairLayer
from tas_desktop.ui.canvas.view import CanvasView
from tas_desktop.ui.empty_hint import CoveringHint

if TYPE_CHECKING:
    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.session.enter_rules import Painted
    from tas_desktop.ui.theme import Theme

STRESS_MS = 900
ZOOM_REST_MS = 120
OUTLINED = 10  # more would hide the picture
UNRANKED_OUTLINED = 30
UNRANKED_STRENGTH = 0.45


class Canvas(QWidget):
    """Picture, region, outlines, hover and the selected mask."""

    hovered_proposal = Signal(int)  # -1 for none
    _painted = Signal(object)

    def __init__(self, session: AnnotationSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._scene = QGraphicsScene(self)
        self.view = CanvasView(self._scene, self)
        self._picture = PictureItem()
        self._region = RegionItem()
        self._outlines = OutlinesItem()
        self._hover = HoverItem()
        self._selected = SelectedMaskItem(QColor(theme.tones.mask))
        self.compared = ComparedItem()
        items = (self._picture, self._region, self._outlines, self._hover, self._selected, self.compared)
        for item in items:
            self._scene.addItem(item)
        layout = QStackedLayout(self)
        layout.setStackingMode(QStackedLayout.StackingMode.StackAll)
        layout.addWidget(self.view)
        self._masks: dict[int, MaskPaths] = {}
        self._bare = False
        self._shown: Painted | None = None
        self._report_due = False
        self._hovered = -1
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(STRESS_MS)
        self._paths_ahead = PathsAhead(self)
        self._zoom_rest = QTimer(self)
        self._zoom_rest.setSingleShot(True)
        self._zoom_rest.setInterval(ZOOM_REST_MS)
        self._together = TogetherItems(self._scene)
        self._absence = CoveringHint(self.view.viewport())
        self.repair_layer = RepairLayer(self, session, theme)
        self._connect()
        self._on_phase()
        self._on_theme()

    @property
    def shown(self) -> Painted | None:
        """The candidate that the next paint shows."""
        return self._shown

    def set_tint(self, opacity: float) -> None:
        """Opacity of the selected mask's tint, 0 to 1."""
        for item in (self._selected, self._together, self.repair_layer):
            item.set_tint(opacity)

    def set_outlines_shown(self, on: bool) -> None:
        """Whether the other candidates have their thin outlines."""
        self._outlines.setOpacity(1.0 if on else 0.0)

    def set_bare(self, bare: bool) -> None:
        """Show the bare picture, or the masks again."""
        if bare != self._bare:
            self._bare = bare
            for item in (self._hover, self._selected, self.compared):
                item.setVisible(not bare)
            self._on_repair()
            self._together.set_visible(not bare)
            self.repair_layer.set_bare(bare)
            self._show_selected()

    def preview(self, proposal_index: int) -> None:
        """Show a proposal as if the mouse were on it; -1 for none."""
        if proposal_index != self._hovered:
            self._hovered = proposal_index
            selected = self._session.ranking.selected
            is_selected = selected is not None and selected.proposal_index == proposal_index
            shown = 0 <= proposal_index < len(self._session.desk.outlines) and not is_selected
            self._hover.show_mask(self._mask(proposal_index) if shown else None)

    def proposal_at(self, point: QPointF) -> int:
        """The smallest proposal under a point of the picture, or -1."""
        best, best_area = -1, float("inf")
        for index, outline in enumerate(self._session.desk.outlines):
            x, y, w, h = outline.box_xywh
            inside = QRectF(x, y, w, h).contains(point) and outline.area < best_area
            if inside and self._mask(index).exact.contains(point):
                best, best_area = index, outline.area
        return best

    def _connect(self) -> None:
        desk, ranking = self._session.desk, self._session.ranking
        desk.picture_changed.connect(self._on_picture)
        desk.phase_changed.connect(self._on_phase)
        desk.outlines_changed.connect(self._on_outlines)
        ranking.ranking_changed.connect(self._on_ranking)
        ranking.selection_changed.connect(self._on_ranking)
        ranking.selection_changed.connect(self._on_walked)
        self._session.choice.changed.connect(self._show_selected)
        self._session.repair.active_changed.connect(self._on_repair)
        self._session.candidate_highlighted.connect(self._on_highlighted)
        self._theme.changed.connect(self._on_theme)
        self._calm.timeout.connect(self._on_calm)
        self._zoom_rest.timeout.connect(self._on_zoom_rest)
        self.view.scale_changed.connect(self._on_scale)
        self.view.clicked.connect(self._on_clicked)
        self.view.hovered.connect(self._on_hovered)
        self.view.left.connect(self._on_left)
        self.view.painted.connect(self._on_view_painted)
        # Queued: what follows may change the scene, which must not happen while it is being painted.
        self._painted.connect(self._session.note_painted, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _on_theme(self) -> None:
        self.view.setBackgroundBrush(QBrush(QColor(self._theme.tones.canvas)))
        for item in (self._selected, self._together):
            item.set_colour(QColor(self._theme.tones.mask))

    @Slot()
    def _on_picture(self) -> None:
        picture = self._session.desk.picture
        self._picture.show_pyramid(None if picture is None else picture.pyramid)
        self._scene.setSceneRect(self._picture.boundingRect())
        if picture is not None:
            self.view.fit()

    @Slot()
    def _on_phase(self) -> None:
        self._absence.setVisible(self._session.desk.phase is Phase.UNREADABLE)
        self._absence.say(self.tr("This picture cannot be read"))

    @Slot()
    def _on_outlines(self) -> None:
        self._masks.clear()
        self._paths_ahead.start([])
        self.preview(-1)
        self._on_ranking()

    @Slot()
    def _on_ranking(self) -> None:
        ranking = self._session.ranking.ranking
        regions = (
            [] if ranking is None or not ranking.rectified else [QRectF(*r.box_xywh) for r in ranking.regions]
        )
        self._region.show_regions(self._picture.boundingRect(), regions)
        self._show_outlines()
        self._show_selected()

    def _show_outlines(self) -> None:
        """The best candidates; the surest proposals, faintly, while there is no ranking."""
        ranking, known = self._session.ranking.ranking, len(self._session.desk.outlines)
        if ranking is None:
            shown, strength = list(range(min(known, UNRANKED_OUTLINED))), UNRANKED_STRENGTH
        else:
            best = (candidate.proposal_index for candidate in ranking.candidates[:OUTLINED])
            shown, strength = [index for index in best if index < known], 1.0
        masks = [self._mask(index) for index in shown]
        self._outlines.show_masks(masks, strength=strength)
        self._paths_ahead.start(masks)

    @Slot()
    def _show_selected(self) -> None:
        """Show what would be accepted, and have it reported once it is painted."""
        before, wanted, known = self._shown, self._session.to_paint, len(self._session.desk.outlines)
        kept = self._session.choice.kept.masks if self._session.choice.is_kept else None
        repaired = kept is not None or (wanted is not None and wanted.edit_revision is not None)
        companions = () if wanted is None else wanted.companions
        shown = max(companions, default=-1) if repaired or wanted is None else wanted.proposal_index
        drawable = wanted is not None and max((shown, *companions)) < known and not self._bare
        beside = [self._mask(index) for index in companions] if drawable else []
        before_masks = [MaskPaths(outline) for outline in kept.outlines] if kept and drawable else []
        self._together.show([*beside, *before_masks])
        if wanted is None or not drawable:
            self._selected.show_mask(None)
            self._shown = None
        elif repaired:
            self._selected.show_mask(None)
            self._shown = wanted
        else:
            mask = self._mask(wanted.proposal_index)
            self._selected.show_mask(mask)
            self.view.make_visible(mask.box)
            self._shown = wanted
        self._report_due = True
        if before is None or wanted is None or before.edit_revision == wanted.edit_revision:
            self.view.viewport().update()  # else the brush has asked for the paint of its own box

    @Slot()
    def _on_repair(self) -> None:
        """While a mask is repaired nothing else is drawn over the picture."""
        for item in (self._region, self._outlines):
            item.setVisible(not self._bare and not self._session.repair.is_active)

    @Slot()
    def _on_walked(self) -> None:
        """While several are chosen, the one that the keys are on is pointed out."""
        selected = self._session.ranking.selected
        if self._session.several.is_active and selected is not None:
            self._hovered = selected.proposal_index
            known = self._hovered < len(self._session.desk.outlines)
            self._hover.show_mask(self._mask(self._hovered) if known else None)

    def _mask(self, index: int) -> MaskPaths:
        if index not in self._masks:
            self._masks[index] = MaskPaths(self._session.desk.outlines[index])
        return self._masks[index]

    @Slot()
    def _on_view_painted(self) -> None:
        if self._report_due:
            self._report_due = False
            self._painted.emit(self._shown)

    @Slot(int)
    def _on_highlighted(self, _proposal_index: int) -> None:
        self._selected.set_stressed(True)
        self._calm.start()

    @Slot()
    def _on_scale(self) -> None:
        self._outlines.set_draft(True)
        self._zoom_rest.start()

    @Slot()
    def _on_zoom_rest(self) -> None:
        self._outlines.set_draft(False)

    @Slot()
    def _on_calm(self) -> None:
        self._selected.set_stressed(False)

    @Slot(QPointF)
    def _on_clicked(self, point: QPointF) -> None:
        index = self.proposal_at(point)
        if index >= 0:
            self._session.walk.select(index)

    @Slot(QPointF)
    def _on_hovered(self, point: QPointF) -> None:
        index = self.proposal_at(point)
        if index != self._hovered:
            self.preview(index)
            self.hovered_proposal.emit(index)

    @Slot()
    def _on_left(self) -> None:
        self.preview(-1)
        self.hovered_proposal.emit(-1)
