"""The starter parser as a spaCy pipeline that has not learned anything yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

META_KEY = "tas_desktop"
"""Where the pipeline's ``meta.json`` keeps what the application needs to know."""

WIDTH = 96
DEPTH = 4
ROWS = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 250}


def new_pipeline() -> Language:
    """An English tokeniser, one shared token encoder, and tagger, morphologizer and parser on top.

    The morphologizer learns the teacher's parts of speech: without ``pos_`` spaCy finds no noun chunks
    (starter-pack.md section 8). Lemmas come from ``language.lemmas``, which needs no weights.
    """
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("tok2vec", config={"model": _encoder()})
    pipeline.add_pipe("tagger", config={"model": _labeller()})
    pipeline.add_pipe("morphologizer", config={"model": _labeller()})
    pipeline.add_pipe("parser", config={"model": _parser(), "min_action_freq": 1})
    pipeline.meta["name"] = "tas_desktop_starter_parser"
    pipeline.meta["license"] = "Apache-2.0"
    return pipeline


def _encoder() -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": list(ROWS),
            "rows": list(ROWS.values()),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener() -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}


def _labeller() -> dict[str, Any]:
    return {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener()}


def _parser() -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 96,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": _listener(),
    }
