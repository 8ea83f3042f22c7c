"""The larger pipeline whose parses the starter parser learns to reproduce."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

LEGACY_TOK2VEC = "tas.HashEmbedCNN225.v1"


def load_teacher(name_or_folder: str | Path) -> Language:
    """Load an installed spaCy pipeline by name, or one from a folder.

    A folder may hold the pipeline itself or, as ``shared/data/en_core_web_sm`` does, in ``model/``.

    Raises:
        InputRefused: there is no such pipeline, or it sets no parts of speech or no heads.
    """
    import spacy

    register_legacy_tok2vec()
    place = Path(name_or_folder)
    nested = place / "model"
    source = nested if (nested / "meta.json").is_file() else name_or_folder
    try:
        teacher = spacy.load(source)
    except (OSError, ValueError) as error:
        raise InputRefused(
            f"No spaCy pipeline at {name_or_folder}: {error}",
            next_step="Name a pipeline folder, or install one with: python -m spacy download en_core_web_sm",
        ) from error
    probe = next(parse_with(teacher, ["a dog on the left"]))
    if not any(True for _ in probe.noun_chunks):
        raise InputRefused(
            f"The pipeline {name_or_folder} finds no noun phrases", next_step="Choose another teacher."
        )
    return teacher


def parse_with(pipeline: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Parse each text as exactly one sentence, as referring expressions are."""
    for text in texts:
        doc = pipeline.make_doc(text)
        for token in doc[1:]:
            token.is_sent_start = False
        yield pipeline(doc)


def register_legacy_tok2vec() -> None:
    """Make spaCy know the spaCy-2 token encoder of ported ``en_core_web_sm`` 2.2.5 folders.

    spaCy 2 padded a text before embedding it, so that the convolution sees learned rows beyond its ends
    and not zeros; otherwise this is the hash-embedding convolutional encoder of spaCy 3
    (formats.md 6.1).
    """
    from spacy.util import registry

    if registry.has("architectures", LEGACY_TOK2VEC):
        return

    @registry.architectures(LEGACY_TOK2VEC)
    def build(width: int, depth: int, embed_size: int, window_size: int, maxout_pieces: int) -> Any:
        from spacy.ml.featureextractor import FeatureExtractor
        from thinc.api import (
            HashEmbed,
            Maxout,
            chain,
            clone,
            concatenate,
            expand_window,
            residual,
            with_array,
        )

        def maxout(n_inputs: int, pieces: int) -> Any:
            return Maxout(nO=width, nI=n_inputs, nP=pieces, dropout=0.0, normalize=True)

        rows = (embed_size, embed_size // 2, embed_size // 2, embed_size // 2)
        tables: list[Any] = [
            HashEmbed(width, n, column=column, seed=14 + column, dropout=0.0) for column, n in enumerate(rows)
        ]
        window = maxout(width * (2 * window_size + 1), maxout_pieces)
        layers = clone(residual(chain(expand_window(window_size=window_size), window)), depth)
        encoder: Any = chain(concatenate(*tables), maxout(width * len(tables), 3), layers)
        features = FeatureExtractor(["NORM", "PREFIX", "SUFFIX", "SHAPE"])
        model: Any = chain(features, with_array(encoder, pad=depth))
        model.set_dim("nO", width)
        return model
