"""Small stand-ins with known answers: colours are the only thing this encoder sees."""

from __future__ import annotations

import re

import numpy as np
import pytest

from tas_desktop.domain.component import ComponentId, fingerprint
from tas_desktop.domain.image import LoadedImage
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.domain.understanding import Chunk, Token, Understanding
from tas_desktop.engine.components import Components
from tas_desktop.engine.control import Control
from tas_desktop.language.directions import find_directions
from tas_desktop.language.parse import ParsedExpression
from tas_desktop.language.referent import find_referent

PALETTE = {"red": (220, 30, 30), "green": (30, 180, 30), "blue": (30, 30, 220), "yellow": (230, 220, 40)}
NOUNS = {"block", "bar", "blocks", "bars", "one", "photo", "thing"}


def rectangle(height, width, x, y, w, h) -> Mask:
    mask_hw = np.zeros((height, width), dtype=bool)
    mask_hw[y : y + h, x : x + w] = True
    return Mask.from_array(mask_hw)


class ColourEncoder:
    """Features are the mean colour of what is not black, and the colours a text names."""

    component = ComponentId("encoder", "painted-colour", "1")

    def __init__(self):
        self.texts_encoded = []

    def encode_images(self, crops_rgb, *, control: Control):
        rows = []
        for crop in crops_rgb:
            control.token.check()
            seen = crop.reshape(-1, 3)[crop.reshape(-1, 3).any(axis=1)]
            rows.append(np.append(seen.mean(axis=0) / 255.0, 0.3) if len(seen) else np.array([0, 0, 0, 1.0]))
        return _unit(np.array(rows))

    def encode_texts(self, texts):
        self.texts_encoded.extend(texts)
        rows = []
        for text in texts:
            named = [PALETTE[word] for word in re.findall(r"[a-z]+", text.lower()) if word in PALETTE]
            rows.append(
                np.append(np.mean(named, axis=0) / 255.0, 0.3) if named else np.array([0.3, 0.3, 0.3, 1])
            )
        return _unit(np.array(rows))


def _unit(rows):
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


class WordParser:
    """Tags by word lists, one flat phrase per run of adjectives and a noun; the rules on top are real."""

    component = ComponentId("parser", "painted-words", "1")

    def understand(self, text: str) -> Understanding:
        words = re.findall(r"[\w']+|[^\w\s]", text)
        pos = [_pos(word.lower()) for word in words]
        chunks = _chunks(words, pos)
        root = chunks[0].root if chunks else 0
        tokens = tuple(
            Token(w, w.lower().rstrip("s") if p == "NOUN" else w.lower(), _TAGS[p], p, "dep", root)
            for w, p in zip(words, pos, strict=True)
        )
        parsed = ParsedExpression(text, tokens, chunks)
        directions = find_directions(parsed)
        referent = find_referent(parsed, directions)
        target = parsed.span_text(referent.start, referent.end)
        head = "" if referent.head is None else parsed.words[referent.head]
        return Understanding(text, target, head, directions, tokens, chunks)

    def noun_phrases(self, text: str, *, repeats: bool = False):
        phrases = [chunk.text for chunk in self.understand(text).chunks]
        return phrases if repeats else list(dict.fromkeys(phrases))


_TAGS = {
    "NOUN": "NN",
    "ADJ": "JJ",
    "DET": "DT",
    "ADP": "IN",
    "PUNCT": ".",
    "AUX": "VBZ",
    "CCONJ": "CC",
    "X": "XX",
}


def _pos(word: str) -> str:
    if word in {"the", "a", "an"}:
        return "DET"
    if word in NOUNS or word in {"left", "right", "top", "bottom", "corner", "middle"}:
        return "NOUN"
    if word in {"of", "on", "in", "from", "at", "to"}:
        return "ADP"
    if word in {"is", "and", "that"}:
        return {"is": "AUX", "and": "CCONJ", "that": "DET"}[word]
    return "ADJ" if word[0].isalpha() else "PUNCT"


def _chunks(words, pos):
    chunks, start = [], None
    for i, p in enumerate(pos):
        if p in {"DET", "ADJ"} and start is None:
            start = i
        elif p == "NOUN":
            begin = i if start is None else start
            chunks.append(Chunk(begin, i + 1, i, " ".join(words[begin : i + 1])))
            start = None
        elif p not in {"DET", "ADJ"}:
            start = None
    return tuple(chunks)


class ColourCaptioner:
    """Names the palette colour nearest to the crop's centre."""

    component = ComponentId("captioner", "centre-colour", "1")

    def caption(self, crops_rgb, *, control: Control):
        captions = []
        for crop in crops_rgb:
            control.token.check()
            centre = crop[crop.shape[0] // 2, crop.shape[1] // 2].astype(int)
            nearest = min(PALETTE, key=lambda name: np.abs(np.array(PALETTE[name]) - centre).sum())
            captions.append(f"a {nearest} block")
        return captions


class JoiningSceneCaptioner:
    component = ComponentId("scene-captioner", "joined", "1")

    def caption_scene(self, image_rgb, *, proposals, captions, control):
        return " and ".join(captions)


class SameWords:
    """Near-synonyms are phrases that name the same colour."""

    component = ComponentId("synonyms", "painted-synonyms", "1")

    def are_near(self, phrase, target, *, rule):
        return {w for w in phrase.split() if w in PALETTE} == {w for w in target.split() if w in PALETTE}


class GivenMasks:
    def __init__(self, masks, source=ProposalSource.GIVEN):
        self.masks, self.source = masks, source

    @property
    def component(self):
        return ComponentId("proposals", "given", fingerprint([m.counts for m in self.masks], self.source))

    def propose(self, image_rgb, *, control: Control):
        control.token.check()
        return [Proposal(mask, 0.9, self.source) for mask in self.masks]


class Painting:
    """Coloured rectangles on grey: ``(colour, x, y, width, height)`` each."""

    def __init__(self, things, *, height=120, width=160, content_hash="0" * 64):
        pixels = np.full((height, width, 3), 128, dtype=np.uint8)
        for colour, x, y, w, h in things:
            pixels[y : y + h, x : x + w] = PALETTE[colour]
        pixels.setflags(write=False)
        self.things = things
        self.image = LoadedImage(pixels, content_hash)
        self.masks = [rectangle(height, width, x, y, w, h) for _, x, y, w, h in things]

    def components(self, **changes) -> Components:
        parts = {
            "proposer": GivenMasks(self.masks),
            "encoder": ColourEncoder(),
            "parser": WordParser(),
            "synonyms": SameWords(),
            "captioner": ColourCaptioner(),
            "scene_captioner": JoiningSceneCaptioner(),
        }
        return Components(**(parts | changes))


@pytest.fixture
def painting():
    """Builds paintings: ``painting([("red", x, y, w, h), ...])``."""
    return Painting
