"""How well an encoder picks objects among exact masks: what training watches on validation scenes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from tas_desktop.backends.encoders.masked_tokens import masked_token_features
from tas_desktop.backends.pixels import normalise, stack_squares
from tas_desktop.engine.crops import masked_crop
from tas_desktop.starter.clip.meanings import match
from tas_desktop.starter.clip.pictures import PicturePool, collect_pictures
from tas_desktop.starter.clip.texts import TextSampler
from tas_desktop.starter.regions.labels import RegionKind, RegionLabel, caption_region
from tas_desktop.starter.regions.masks import cut_part, draw_blob, touching_pairs
from tas_desktop.starter.scenes import Scene, Split, generate_scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.starter.clip.network import EncoderNetwork

_TEXTS_PER_OBJECT = 3
_BATCH = 64


@dataclass(frozen=True, eq=False)
class Query:
    """A text that is true of exactly one object of its scene: row ``target`` of ``rows``."""

    text: str
    rows: NDArray[np.int64]
    junk_rows: NDArray[np.int64]
    target: int


@dataclass(frozen=True, eq=False)
class ValidationSet:
    """Crops, captions and queries of unseen scenes; made once, scored often."""

    crops: torch.Tensor
    captions: tuple[str, ...]
    queries: tuple[Query, ...]
    pictures: PicturePool
    object_rows: NDArray[np.int64]


def prepare_validation(count: int, *, side: int, grid: int, first_seed: int = 0) -> ValidationSet:
    """Draw validation scenes with exact object masks, and pieces, pairs and ground as distractors."""
    sampler, rng = TextSampler(first_seed), np.random.default_rng((41, first_seed))
    crops: list[NDArray[np.uint8]] = []
    captions: list[str] = []
    queries: list[Query] = []
    object_rows: list[int] = []
    for seed in range(first_seed, first_seed + count):
        scene = generate_scene(seed, split=Split.VALIDATION)
        start, objects = len(crops), len(scene.objects)
        labels = [RegionLabel.of(RegionKind.OBJECT, item) for item in scene.objects]
        masks = [scene.mask_hw(index) for index in range(objects)] + _distractors(scene, rng)
        crops += [masked_crop(scene.image_rgb, mask_hw=mask) for mask in masks]
        captions += [caption_region(label) for label in labels] + [""] * (len(masks) - objects)
        object_rows += range(start, start + objects)
        rows, junk = np.arange(start, start + objects), np.arange(start + objects, len(crops))
        table = np.array([label.as_row() for label in labels], np.int8)
        for index, label in enumerate(labels):
            for _ in range(_TEXTS_PER_OBJECT):
                text, meaning = sampler.expression(label)
                if match(table, [meaning]).sum() == 1:
                    queries.append(Query(text, rows, junk, index))
    pictures = collect_pictures(count, split=Split.VALIDATION, first_seed=first_seed, side=side, grid=grid)
    return ValidationSet(
        stack_squares(crops, side=side), tuple(captions), tuple(queries), pictures, np.array(object_rows)
    )


def measure(network: EncoderNetwork, validation: ValidationSet) -> dict[str, float]:
    """Share of queries whose object scores best.

    Returns:
        ``v``: by the crop; ``v_junk``: with pieces, pairs and ground as further candidates; ``p``: by a
        true caption; ``v_p``: V + 0.1 P; ``tokens``: by masked tokens of the whole picture.
    """
    network.eval()
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        parts = [network.encode_images(normalise(part)) for part in validation.crops.split(_BATCH)]
        images = torch.cat(parts).numpy()
        captions = encode_all(network, list(validation.captions))
        texts = encode_all(network, [query.text for query in validation.queries])
        tokens = _token_features(network, validation)
    network.train()
    hits: dict[str, list[bool]] = {"v": [], "v_junk": [], "p": [], "v_p": [], "tokens": []}
    for query, text in zip(validation.queries, texts, strict=True):
        v, p = images[query.rows] @ text, captions[query.rows] @ text
        junk = images[query.junk_rows] @ text
        hits["v"].append(int(v.argmax()) == query.target)
        hits["v_junk"].append(hits["v"][-1] and (not len(junk) or v.max() > junk.max()))
        hits["p"].append(int(p.argmax()) == query.target)
        hits["v_p"].append(int((v + 0.1 * p).argmax()) == query.target)
        hits["tokens"].append(int((tokens[query.rows] @ text).argmax()) == query.target)
    return {name: float(np.mean(row)) for name, row in hits.items()}


def encode_all(network: EncoderNetwork, texts: list[str]) -> NDArray[np.float32]:
    """Features of many texts, each distinct one computed once."""
    distinct = sorted(set(texts))
    parts = [network.encode_texts(distinct[i : i + 256]) for i in range(0, len(distinct), 256)]
    features = torch.cat(parts).numpy()
    row = {text: i for i, text in enumerate(distinct)}
    return features[[row[text] for text in texts]]


def _distractors(scene: Scene, rng: np.random.Generator) -> list[NDArray[np.bool_]]:
    parts = (cut_part(scene.mask_hw(k), rng) for k in range(len(scene.objects)) if rng.random() < 0.4)
    masks = [part for part in parts if part is not None]
    masks += [scene.mask_hw(a) | scene.mask_hw(b) for a, b in touching_pairs(scene.instance_hw)]
    blobs = (draw_blob(scene.instance_hw == -1, rng) for _ in range(2))
    return masks + [blob for blob in blobs if blob is not None]


def _token_features(network: EncoderNetwork, validation: ValidationSet) -> NDArray[np.float32]:
    """Masked-token features on the rows of the objects' crops."""
    pool = validation.pictures
    found = np.zeros((len(validation.captions), network.shape.embed_dim), np.float32)
    for start in range(0, len(pool.images), 16):
        part = pool.choose(np.arange(start, min(start + 16, len(pool.images))))
        rows = np.flatnonzero((pool.picture_of_mask >= start) & (pool.picture_of_mask < start + 16))
        features = masked_token_features(
            network.clip.visual,
            normalise(torch.from_numpy(part.images).permute(0, 3, 1, 2)),
            masks=torch.from_numpy(part.masks),
            picture_of_mask=torch.from_numpy(part.picture_of_mask),
            masked_layers=network.shape.masked_layers,
        )
        found[validation.object_rows[rows]] = features.numpy()
    return found
