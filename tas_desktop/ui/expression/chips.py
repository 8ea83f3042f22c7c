"""What the parser understood, as chips; a click switches one off and the ranking follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from tas_desktop.ui.expression.direction_wording import describe_direction
from tas_desktop.ui.expression.flow_layout import FlowLayout
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tas_desktop.session.ranking_desk import RankingDesk

LONGEST = 34
SHOWN_AT_FIRST = 5
_ARTICLES = ("a ", "an ", "the ")


@dataclass(frozen=True, slots=True)
class ChipFace:
    """One chip: its text, whether it is on, what it stands for and what a click does.

    Attributes:
        kind: ``target``, ``direction`` or ``negative``, for the style sheet: what is not meant stands back.
    """

    text: str
    on: bool
    meaning: str
    switch: Callable[[], None]
    kind: str


class Chip(QPushButton):
    """A chip that is on or off, reachable by keyboard."""

    switched = Signal(object)  # ChipFace

    def __init__(self, face: ChipFace, parent: QWidget | None = None) -> None:
        shown = face.text if len(face.text) <= LONGEST else face.text[: LONGEST - 1] + "…"
        super().__init__(shown.replace("&", "&&"), parent)
        self.setObjectName("chip")
        self.setProperty("kind", face.kind)
        self.setCheckable(True)
        self.setChecked(face.on)
        whole = face.meaning if shown == face.text else f"{face.meaning}: {face.text}"
        self.setToolTip(as_plain_tool_tip(whole))
        self.setAccessibleName(f"{face.meaning}: {face.text}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        font = self.font()
        font.setStrikeOut(not face.on)
        self.setFont(font)
        self.face = face
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.switched.emit(self.face)


class ChipBar(QWidget):
    """Target phrase, directions and negative phrases of the ranking on display."""

    def __init__(
        self, ranking: RankingDesk, *, after: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        """``after``: the widgets from which Tab leads to the chips, in order."""
        super().__init__(parent)
        self.setObjectName("chips")
        self._after = after
        self._ranking = ranking
        self._layout = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._faces: list[tuple[str, bool, str]] = []
        self._expanded = False
        self._more = QPushButton(self)
        self._more.setObjectName("more")
        self._more.clicked.connect(self._on_more)
        self._more.hide()
        ranking.ranking_changed.connect(self.refresh)
        ranking.chips_changed.connect(self.refresh)

    def sizeHint(self) -> QSize:
        """As tall as the lines need."""
        width = max(self.width(), 200)
        return QSize(width, self._layout.heightForWidth(width))

    @Slot()
    def refresh(self) -> None:
        """Show what was understood."""
        faces = self._faces_now()
        signature = [(face.text, face.on, face.meaning) for face in faces]
        if signature == self._faces:
            return
        self._faces = signature
        self._rebuild(faces)

    def retranslate(self, _retranslation: object) -> None:
        """Names and tips of the chips are composed here."""
        self._rebuild(self._faces_now())

    def _rebuild(self, faces: list[ChipFace]) -> None:
        focused = next((i for i, chip in enumerate(self._chips()) if chip.hasFocus()), None)
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, Chip):
                widget.hide()
                widget.deleteLater()
        shown = faces if self._expanded or len(faces) <= SHOWN_AT_FIRST else faces[: SHOWN_AT_FIRST - 1]
        for face in shown:
            chip = Chip(face, self)
            chip.switched.connect(self._on_switched)
            self._layout.addWidget(chip)
            chip.show()
        left = len(faces) - len(shown)
        self._more.setText(self.tr("{0} more").format(f"+{left}") if left else self.tr("fewer"))
        self._more.setVisible(len(faces) > SHOWN_AT_FIRST)
        if len(faces) > SHOWN_AT_FIRST:
            self._layout.addWidget(self._more)
        chips = self._chips()
        stops = [*self._after, *chips, self._more]
        for before, following in pairwise(stops):
            QWidget.setTabOrder(before, following)
        if focused is not None and focused < len(chips):
            chips[focused].setFocus()
        self.updateGeometry()

    def _chips(self) -> list[Chip]:
        widgets = (self._layout.itemAt(i) for i in range(self._layout.count()))
        return [w for item in widgets if item is not None and isinstance(w := item.widget(), Chip)]

    def _faces_now(self) -> list[ChipFace]:
        ranking, chips, desk = self._ranking.ranking, self._ranking.chips, self._ranking
        if ranking is None:
            return []
        understood = ranking.understood
        faces = []
        target = understood.target or ranking.expression
        if target:
            faces.append(
                ChipFace(
                    target,
                    not chips.target,
                    self.tr("What is looked for"),
                    desk.toggle_target,
                    kind="target",
                )
            )
        for direction in understood.directions:
            span = direction.span
            faces.append(
                ChipFace(
                    f"⤢ {direction.text}",
                    span not in chips.directions_off,
                    describe_direction(direction),
                    partial(desk.toggle_direction, span),
                    kind="direction",
                )
            )
        negatives = list(dict.fromkeys((*ranking.negatives, *sorted(chips.negatives_off))))
        faces.extend(
            ChipFace(
                f"− {_without_article(phrase)}",
                phrase not in chips.negatives_off,
                self.tr("Something else in the picture; looking like it costs"),
                partial(desk.toggle_negative, phrase),
                kind="negative",
            )
            for phrase in negatives
        )
        return faces

    @Slot()
    def _on_more(self) -> None:
        self._expanded = not self._expanded
        self._rebuild(self._faces_now())

    @Slot(object)
    def _on_switched(self, face: ChipFace) -> None:
        face.switch()


def _without_article(phrase: str) -> str:
    return next((phrase.removeprefix(a) for a in _ARTICLES if phrase.startswith(a)), phrase)
