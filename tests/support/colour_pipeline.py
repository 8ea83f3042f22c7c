"""A pipeline that really computes, from colours alone: proposals, features, captions, parse.

It finds connected regions of one colour, compares mean colours with colour words, and names the colour
of a crop. Small, exact and quick, so that tests of the window need no weights; the tests in ``e2e``
use the shipped ones.
"""

from __future__ import annotations

import re
import threading
from dataclasses import replace

import numpy as np

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.errors import WeightsDamaged
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.domain.understanding import Chunk, Token, Understanding
from tas_desktop.engine.components import Components
from tas_desktop.engine.control import Stage
from tas_desktop.engine.methods import method_named
from tas_desktop.language.directions import find_directions
from tas_desktop.language.parse import ParsedExpression
from tas_desktop.session.engine_pipeline import EnginePipeline
from tests.support.colour_decoder import ColourDecoder

COLOURS = {
    "red": (214, 40, 40),
    "green": (40, 160, 70),
    "blue": (40, 80, 210),
    "yellow": (235, 205, 50),
    "purple": (130, 60, 160),
    "orange": (240, 130, 40),
}
GROUND = (236, 232, 222)
_NOUNS = {
    "block",
    "blocks",
    "thing",
    "things",
    "one",
    "picture",
    "photo",
    "left",
    "right",
    "top",
    "bottom",
    "middle",
}
_CLOSED = {
    "the": "DET",
    "a": "DET",
    "an": "DET",
    "on": "ADP",
    "of": "ADP",
    "at": "ADP",
    "in": "ADP",
    "and": "CCONJ",
}
_TAGS = {"NOUN": "NN", "ADJ": "JJ", "DET": "DT", "ADP": "IN", "CCONJ": "CC", "PUNCT": "."}


class ConnectedColours:
    """One proposal per connected region of one colour that is not the ground."""

    component = ComponentId("proposals", "connected-colours", "1")

    def propose(self, image_rgb, *, control):
        import cv2

        codes = image_rgb.astype(np.int32) @ np.array([65536, 256, 1])
        ground = np.array(GROUND) @ np.array([65536, 256, 1])
        found = []
        colours = [code for code in np.unique(codes) if code != ground]
        for done, code in enumerate(colours):
            control.step(Stage.PROPOSALS, done, len(colours))
            count, labels = cv2.connectedComponents((codes == code).astype(np.uint8))
            found += [
                Proposal(Mask.from_array(labels == i), 0.9, ProposalSource.GIVEN) for i in range(1, count)
            ]
        return [p for p in found if p.mask.area > 30]


class MeanColourEncoder:
    """A crop is the mean colour of what is not black; a text the mean of the colours it names."""

    component = ComponentId("encoder", "mean-colour", "1")

    def encode_images(self, crops_rgb, *, control):
        rows = []
        for crop in crops_rgb:
            control.token.check()
            seen = crop.reshape(-1, 3)[crop.reshape(-1, 3).any(axis=1)]
            rows.append(_feature(seen.mean(axis=0)) if len(seen) else np.array([0.0, 0, 0, 1]))
        return _unit(rows)

    def encode_texts(self, texts):
        rows = []
        for text in texts:
            named = [COLOURS[w] for w in re.findall(r"[a-z]+", text.lower()) if w in COLOURS]
            rows.append(_feature(np.mean(named, axis=0)) if named else np.array([0.1, 0.1, 0.1, 1]))
        return _unit(rows)


class ColourCaptioner:
    """Names the colour nearest to the crop's middle."""

    component = ComponentId("captioner", "middle-colour", "1")

    def __init__(self, gate: threading.Event | None = None):
        self.gate = gate

    def caption(self, crops_rgb, *, control):
        captions = []
        for done, crop in enumerate(crops_rgb):
            control.step(Stage.CAPTION, done, len(crops_rgb))
            if self.gate is not None:
                assert self.gate.wait(20)
            middle = crop[crop.shape[0] // 2, crop.shape[1] // 2].astype(int)
            nearest = min(COLOURS, key=lambda name: np.abs(np.array(COLOURS[name]) - middle).sum())
            captions.append(f"a {nearest} block")
        return captions


class JoinedCaptions:
    component = ComponentId("scene captioner", "joined", "1")

    def caption_scene(self, image_rgb, *, proposals, captions, control):
        return " and ".join(captions)


class WordListParser:
    """Tags by word lists; the direction rules on top are the program's own."""

    component = ComponentId("parser", "word-lists", "1")

    def understand(self, text):
        words = re.findall(r"[\w']+|[^\w\s]", text)
        pos = [_pos(word) for word in words]
        chunks = tuple(_chunks(words, pos))
        root = chunks[0].root if chunks else 0
        tokens = tuple(Token(w, w.lower(), _TAGS[p], p, "dep", root) for w, p in zip(words, pos, strict=True))
        parsed = ParsedExpression(text, tokens, chunks)
        target, head = (chunks[0].text, words[root].lower()) if chunks else (text, "")
        return Understanding(text, target, head, find_directions(parsed), tokens, chunks)

    def noun_phrases(self, text, *, repeats=False):
        phrases = [chunk.text for chunk in self.understand(text).chunks]
        return phrases if repeats else list(dict.fromkeys(phrases))


class SameColour:
    component = ComponentId("synonyms", "same-colour", "1")

    def are_near(self, phrase, target, *, rule):
        return {w for w in phrase.split() if w in COLOURS} == {w for w in target.split() if w in COLOURS}


class EveryPictureIsStrange:
    """A recogniser that knows no picture: colours and sizes stand in for the networks."""

    component = ComponentId("recogniser", "knows-none", "1")

    def recognise(self, image_rgb, *, crop_features_nd):
        return 0.0


def colour_components(
    *, caption_gate: threading.Event | None = None, recogniser=None, proposer=None
) -> Components:
    """Everything the engine asks; captions wait for the gate where one is given."""
    return Components(
        proposer=proposer or ConnectedColours(),
        encoder=MeanColourEncoder(),
        parser=WordListParser(),
        synonyms=SameColour(),
        captioner=ColourCaptioner(caption_gate),
        scene_captioner=JoinedCaptions(),
        recogniser=recogniser,
        prompt_decoder=ColourDecoder(),
    )


def colour_pipeline(
    *, caption_gate: threading.Event | None = None, recogniser=None, proposer=None
) -> EnginePipeline:
    """The whole pipeline; see `colour_components`."""
    return EnginePipeline(
        colour_components(caption_gate=caption_gate, recogniser=recogniser, proposer=proposer),
        method=method_named("tas"),
        profile="colours",
        devices=(("proposals", "cpu"), ("encoder", "cpu")),
    )


def block_picture(blocks, *, width=240, height=160) -> np.ndarray:
    """Blocks ``(colour, x, y, w, h)`` on plain ground."""
    pixels = np.full((height, width, 3), GROUND, dtype=np.uint8)
    for colour, x, y, w, h in blocks:
        pixels[y : y + h, x : x + w] = COLOURS[colour]
    return pixels


def _feature(colour):
    return np.append(np.asarray(colour) / 255.0, 0.2)


def _unit(rows):
    stacked = np.array(rows, dtype=np.float64).reshape(-1, 4)
    return (stacked / np.linalg.norm(stacked, axis=1, keepdims=True)).astype(np.float32)


def _pos(word):
    lowered = word.lower()
    if lowered in _CLOSED:
        return _CLOSED[lowered]
    if lowered in _NOUNS:
        return "NOUN"
    return "ADJ" if word[0].isalpha() else "PUNCT"


def _chunks(words, pos):
    start = None
    for i, p in enumerate(pos):
        if p in {"DET", "ADJ"}:
            start = i if start is None else start
        else:
            if p == "NOUN":
                begin = i if start is None else start
                yield Chunk(begin, i + 1, i, " ".join(words[begin : i + 1]))
            start = None


def waiting_pipeline() -> EnginePipeline:
    """Captions report progress and wait, step by step, until they are cancelled."""
    gate = threading.Event()

    class Endless(ColourCaptioner):
        def caption(self, crops_rgb, *, control):
            step = 0
            while True:
                control.step(Stage.CAPTION, step, 0)
                gate.wait(0.01)
                step += 1

    pipeline = colour_pipeline()
    pipeline._components = replace(pipeline._components, captioner=Endless())
    return pipeline


def failing_pipeline() -> EnginePipeline:
    """Weights that cannot be loaded."""
    raise WeightsDamaged("The weights are damaged", next_step="Install it again")
