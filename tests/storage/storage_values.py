"""Masks and decisions that the tests of the store share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction, Provenance
from tas_desktop.domain.mask import Mask


def box_mask(left, *, width=20, holes=0):
    """A box 20 pixels high on a 60 x 100 image, with single pixels missing from its first row."""
    mask_hw = np.zeros((60, 100), bool)
    mask_hw[20:40, left : left + width] = True
    mask_hw[20, left : left + holes] = False
    return Mask.from_array(mask_hw)


def stored_images(store):
    """The project's images as a dataset gives them."""
    with store.begin_dataset() as dataset:
        return list(dataset.images())


def accept(expression_id, mask, *, text="the mug", **changes):
    decision = Decision(expression_id, DecisionAction.ACCEPT, text, "ann", (ChosenMask(mask),), "cup")
    return replace(decision, **changes)


FULL_DECISION = Decision(
    expression_id=1,
    action=DecisionAction.PICK,
    text="das blaue Auto 🚗",
    annotator="Zoë",
    masks=(
        ChosenMask(box_mask(0), box_mask(1), 3, True, (("total", 0.25), ("v", 0.5), ("p", -0.25))),
        ChosenMask(box_mask(50)),
    ),
    category="car",
    seconds_spent=2.5,
    note="two of them",
    provenance=Provenance(
        "r" * 32,
        "tas",
        "starter",
        (ComponentId("proposals", "starter-sam", "abc"), ComponentId("encoder", "clip", "1")),
        (("alpha", 0.1), ("rule", "any"), ("use_p", True), ("steps", 3)),
    ),
)
