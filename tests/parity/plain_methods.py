"""Each method's score of each mask, written out from its definition (methods.md 1.2, 2, 3, 5.3)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from torch.nn import functional as F

from tests.parity import plain_networks as plain


@dataclass
class Case:
    """One sentence about one picture, and a network.

    ``plain_text`` gives the text network's feature before any scaling; ``crop_feature`` the image network's
    of a square uint8 crop.
    """

    image_rgb: np.ndarray
    masks: list
    visual: object
    side: int
    sentence: str
    phrase: str
    root: str
    plain_text: object
    crop_feature: object
    parsed: object
    scale: float
    captions: list = field(default_factory=list)
    negatives: list = field(default_factory=list)

    def text(self, words):
        return F.normalize(self.plain_text(words), dim=0)

    def pixels(self, scale=plain.CLIP):
        return plain.resized(plain.tensor_of(self.image_rgb, scale), self.side)

    def blocks(self, share):
        if plain.is_resnet(self.visual):
            return 1
        return max(1, round(share * len(self.visual.transformer.resblocks)))


def black_crop(image_rgb, mask_hw, last=1):
    """I times mask, cut to the box, padded to a square by (long - short) // 2 at each end.

    ``last`` is 0 for segment_anything's boxes, whose width is that from the first to the last column.
    """
    ys, xs = np.nonzero(mask_hw)
    cut = (image_rgb * mask_hw[..., None])[ys.min() : ys.max() + last, xs.min() : xs.max() + last]
    high, wide = cut.shape[:2]
    extra = (max(high, wide) - min(high, wide)) // 2
    pad = ((extra, extra), (0, 0), (0, 0)) if wide > high else ((0, 0), (extra, extra), (0, 0))
    return np.pad(cut, pad)


def v_of(case, image_rgb=None, last=1):
    image_rgb = case.image_rgb if image_rgb is None else image_rgb
    return [F.normalize(case.crop_feature(black_crop(image_rgb, mask, last)), dim=0) for mask in case.masks]


def clip_only(case):
    return [float(v @ case.text(case.sentence)) for v in v_of(case)]


def text_only(case):
    return [float(case.text(caption) @ case.text(case.sentence)) for caption in case.captions]


def tas(case, *, lam):
    """V + 0.1 P - lam mean N."""
    prompts = [case.text("a photo of " + phrase) for phrase in case.negatives]
    scores = []
    for v, p in zip(v_of(case, last=0), text_only(case), strict=True):
        n = sum(float(v @ prompt) for prompt in prompts) / len(prompts)
        scores.append(float(v @ case.text(case.sentence)) + 0.1 * p - lam * n)
    return scores


def global_local(case, *, alpha=0.95, beta=0.5):
    if plain.is_resnet(case.visual):
        text = beta * case.text(case.sentence) + (1 - beta) * case.text(case.phrase)
    else:
        text = beta * case.plain_text(case.sentence) + (1 - beta) * case.plain_text(case.phrase)
        text = F.normalize(text, dim=0)
    pixels, scores = case.pixels(plain.IMAGENET), []
    for mask in case.masks:
        whole = plain.masked_feature(case.visual, pixels, mask, case.blocks(0.25))
        local = plain.filled_crop_feature(
            case.visual, case.image_rgb, mask, case.side, plain.IMAGENET, plain.IMAGENET[0]
        )
        if plain.is_resnet(case.visual):
            mixed = alpha * whole + (1 - alpha) * F.normalize(local, dim=0)
        else:
            mixed = F.normalize(alpha * whole + (1 - alpha) * local, dim=0)
        scores.append(float(mixed @ text))
    return scores


def region_token(case):
    text, pixels = case.text(case.sentence), case.pixels()
    return [
        float(F.normalize(plain.region_token_feature(case.visual, pixels, mask), dim=0) @ text)
        for mask in case.masks
    ]


def _map_scores(case, heat):
    height, width = case.image_rgb.shape[:2]
    large = plain.enlarged(heat, height, width)
    return large, [plain.mean_inside(large, mask) for mask in case.masks]


def _grid(case, heat):
    side = plain.grid_of(case.visual)
    return heat.reshape(side, side)


def grad_cam(case):
    return _map_scores(case, plain.grad_cam_heat(case.visual, case.pixels(), case.text(case.sentence)))[1]


def score_map(case):
    features = F.normalize(plain.value_features(case.visual, case.pixels()), dim=1)
    large, _ = _map_scores(case, _grid(case, features @ case.text(case.sentence)))
    large = (large - large.min()) / (large.max() - large.min())
    return [plain.mean_inside(large, mask) for mask in case.masks]


def clip_surgery(case, *, phrases):
    features, first = plain.second_path(case.visual, case.pixels(), case.blocks(0.5), plain.surgery_attention)
    features, first = F.normalize(features, dim=1), F.normalize(first, dim=0)
    texts = [case.text(case.sentence), *(case.text("a photo of " + phrase) for phrase in phrases)]
    shares = torch.softmax(torch.stack([2 * first @ text for text in texts]), dim=0)
    weights = shares / shares.mean()
    products = [features * text * weight for text, weight in zip(texts, weights, strict=True)]
    redundant = sum(products) / len(products)
    return _map_scores(case, _grid(case, (products[0] - redundant).sum(1)))[1]


def heat_contrast(case):
    features, _ = plain.second_path(case.visual, case.pixels(), case.blocks(6 / 12), plain.gem_attention)
    heat = F.normalize(features, dim=1) @ case.text(case.sentence)
    large, inside = _map_scores(case, _grid(case, heat))
    return [one - plain.mean_outside(large, mask) for one, mask in zip(inside, case.masks, strict=True)]


def streams(case):
    return [
        F.normalize(
            plain.streams_feature(case.visual, case.image_rgb, mask, case.side, case.blocks(0.25)), dim=0
        )
        for mask in case.masks
    ]


def mixed_text(case):
    return F.normalize(0.5 * case.plain_text(case.sentence) + 0.5 * case.plain_text(case.phrase), dim=0)


def hybridgl_features(case):
    return [float(feature @ mixed_text(case)) for feature in streams(case)]


LEFT, RIGHT = {"left", "west"}, {"right", "east"}
UP, DOWN = {"above", "north", "top", "back", "behind"}, {"below", "south", "under", "front"}
BIG, SMALL = {"bigger", "larger", "closer"}, {"smaller", "tinier", "further", "smallest"}
WITHIN = {"inside", "within", "contained"}
NOT_NOUNS = (
    LEFT | RIGHT | UP | DOWN | BIG | SMALL - {"smallest"} | WITHIN | {"who", "what", "which", "middle"}
)
NOT_THINGS = {"part", "image", "side", "picture", "half", "region", "section", "photo"}


def other_nouns(case):
    """(phrases, their roots): all but the target and direction words."""
    words = [token.text for token in case.parsed.tokens]
    found = [
        (chunk.text, words[chunk.root])
        for chunk in case.parsed.chunks
        if chunk.text != case.phrase and words[chunk.root] not in NOT_NOUNS
    ]
    return [phrase for phrase, _ in found], {root for _, root in found}


def relation_word(case):
    """The word of the foremost head; "right" is compared with a set and never found."""
    flag, foremost = "none", 999
    if other_nouns(case)[1] & NOT_THINGS:
        return flag
    for token in case.parsed.tokens:
        for name, words in (
            ("left", LEFT),
            ("up", UP),
            ("down", DOWN),
            ("big", BIG),
            ("small", SMALL),
            ("within", WITHIN),
        ):
            if token.text in words and token.head < foremost:
                flag, foremost = name, token.head
    return flag


def ramp_of(case, width):
    flag, foremost = "none", 999
    for token in case.parsed.tokens:
        for name, words in (
            ("left", {"left"}),
            ("right", {"right"}),
            ("middle", {"middle", "between"}),
            ("up", {"up", "top", "above"}),
            ("down", {"down", "under", "bottom", "low"}),
        ):
            if token.text in words and token.head < foremost:
                flag, foremost = name, token.head
    half = width // 2
    return {
        "left": torch.linspace(1, 0, width),
        "right": torch.linspace(0, 1, width),
        "middle": torch.cat([torch.linspace(0, 1, half), torch.linspace(1, 0, width - half)]),
    }.get(flag, torch.ones(width))


def sam_box(mask_hw):
    ys, xs = np.nonzero(mask_hw)
    return float(xs.min()), float(ys.min()), float(xs.max() - xs.min()), float(ys.max() - ys.min())


def stands(word, first, second):
    """How far box ``first`` stands to box ``second`` as the word says."""
    (x1, y1, w1, h1), (x2, y2, w2, h2) = first, second
    if word == "left":
        return x1 + w1 / 2 < x2 + w2 / 2
    if word == "up":
        return y1 + h1 / 2 < y2 + h2 / 2
    if word == "down":
        return y1 + h1 / 2 > y2 + h2 / 2
    if word == "big":
        return w1 * h1 > w2 * h2
    if word == "small":
        return w1 * h1 < w2 * h2
    across = max(0.0, min(x1 + w1, x2 + w2) - max(x1, x2))
    down = max(0.0, min(y1 + h1, y2 + h2) - max(y1, y2))
    return across * down / (w1 * h1)


def hybridgl(case):
    """Final score of the best three by index, as the released program has it: 0.4 relations + 0.6 map."""
    features, boxes = streams(case), [sam_box(mask) for mask in case.masks]
    shares = torch.softmax(case.scale * torch.tensor(hybridgl_features(case)), dim=0)
    best = torch.topk(shares, min(3, len(shares))).indices.tolist()
    phrases, word = other_nouns(case)[0], relation_word(case)
    if phrases:
        noun = sum(case.plain_text("a photo of " + phrase) for phrase in phrases) / len(phrases)
        noun = F.normalize(noun, dim=0)
        like = torch.softmax(torch.stack([case.scale * feature @ noun for feature in features]), dim=0)
        rivals = torch.topk(like, min(6, len(like))).indices.tolist()
    else:
        like, rivals = shares, best
    related = []
    for i in best:
        parts = [
            shares[i] if word == "none" else shares[i] * like[j] * stands(word, boxes[i], boxes[j])
            for j in rivals
        ]
        related.append(float(sum(parts)))
    first = torch.softmax(torch.tensor(related), dim=0)
    prompt = case.text(f"a photo of a {case.phrase}.")
    heat = plain.gem_heat(case.visual, case.image_rgb, 2 * case.side, case.blocks(6 / 12), prompt)
    heat = heat * ramp_of(case, heat.shape[1])[None]
    heat = heat / heat.mean()
    b = {"big": 1.95, "small": 1.5}.get(word, 1.8)
    return {
        i: 0.4 * float(first[n])
        + 0.6
        * ((2 - b) * plain.mean_inside(heat, case.masks[i]) - b * plain.mean_outside(heat, case.masks[i]))
        for n, i in enumerate(best)
    }


def ref_diff(case):
    """Before the gate."""
    width = case.image_rgb.shape[1]
    faded = case.image_rgb
    reach = round(2 * width / 3)
    ramp = [1 - x / (reach - 1) if x < reach else 0.0 for x in range(width)]
    if "left" in case.sentence:
        faded = (case.image_rgb * np.array(ramp, np.float32)[None, :, None]).astype(np.uint8)
    elif "right" in case.sentence:
        faded = (case.image_rgb * np.array(ramp[::-1], np.float32)[None, :, None]).astype(np.uint8)
    text, pixels = case.text(case.sentence), case.pixels()
    half = 0.5 * text + 0.5 * case.text(case.root)
    scores = []
    for hard, mask in zip(v_of(case, faded), case.masks, strict=True):
        soft = F.normalize(plain.region_token_feature(case.visual, pixels, mask), dim=0)
        scores.append(0.7 * float(hard @ text) + 0.3 * float(soft @ half))
    return scores
