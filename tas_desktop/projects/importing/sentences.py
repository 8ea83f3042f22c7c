"""The sentences of one image in the order of its list, with what they name."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.errors import ExpressionRefused
from tas_desktop.domain.expression import check_expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.domain.dataset import DatasetImage, Sentence
    from tas_desktop.projects.importing.report import Tally


class Said(NamedTuple):
    """A sentence with the ids of the objects it names; None where nobody decided."""

    sentence: Sentence
    object_ids: tuple[int, ...] | None


def listed_sentences(image: DatasetImage, tally: Tally) -> Iterator[Said]:
    """Every sentence that can be an expression, by id as far as each reference's own order allows."""
    groups = [
        [Said(sentence, reference.object_ids) for sentence in reference.sentences]
        for reference in image.references
    ]
    groups.append([Said(sentence, None) for sentence in image.undecided])
    for said in heapq.merge(*groups, key=lambda said: said.sentence.sentence_id):
        try:
            check_expression(said.sentence.text)
        except ExpressionRefused as error:
            what = "sentences that are blank, too long or no valid text"
            tally.left_out.note(what, example=f"{image.file_name}: {error.message}")
        else:
            yield said
