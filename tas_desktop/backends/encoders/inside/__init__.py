"""The inside of open_clip's image networks, for methods that look there (``engine.tower_ports``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_desktop.backends.encoders.inside.form import Family, TowerForm

if TYPE_CHECKING:
    from tas_desktop.backends.devices.resident import Resident
    from tas_desktop.backends.encoders.inside.tower import Tower


def open_tower(resident: Resident[Any], form: TowerForm | None, *, dim: int) -> Tower | None:
    """The inside of a network; None where it has no form that can be looked into."""
    from tas_desktop.backends.encoders.inside.resnet import ResnetTower
    from tas_desktop.backends.encoders.inside.transformer import TransformerTower

    if form is None:
        return None
    kind = ResnetTower if form.family is Family.RESNET else TransformerTower
    return kind(resident, form, dim=dim)
