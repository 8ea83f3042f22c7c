from __future__ import annotations

import pytest

from tas_desktop.language.target import code_target
from tests.language.conftest import hand_parse


@pytest.mark.parametrize(
    ("parsed", "target"),
    [
        (hand_parse("Red/JJ/ADJ/amod/1 Mug/NN/NOUN/ROOT/1 here/RB/ADV/advmod/1", ((0, 2, 1),)), "red mug"),
        # The root lies in no chunk, its first dependant does.
        (hand_parse("dog/NN/NOUN/nsubj/1 runs/VBZ/VERB/ROOT/1", ((0, 1, 0),)), "dog"),
        # Only the first dependant is asked.
        (
            hand_parse("now/RB/ADV/advmod/2 dog/NN/NOUN/nsubj/2 runs/VBZ/VERB/ROOT/2", ((1, 2, 1),)),
            "now dog runs",
        ),
        # Of several roots the last one counts.
        (hand_parse("a/NN/NOUN/ROOT/0 b/NN/NOUN/ROOT/1", ((0, 1, 0), (1, 2, 1))), "b"),
        (hand_parse("runs/VBZ/VERB/ROOT/0"), "runs"),
        (hand_parse(""), ""),
    ],
)
def test_target_phrase_of_the_released_code(parsed, target):
    assert code_target(parsed) == target
