"""The inside of open_clip's networks, written out one mask at a time (methods.md 2, 3, 5.3).

Nothing here imports the program. Whatever can be left to torch's own functions is; attention masks are
built in full; no pass is shared between masks.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

IMAGENET = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
CLIP = ((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711))


def tensor_of(image_rgb, scale):
    """(1, 3, H, W) normalised."""
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in scale)
    return (torch.from_numpy(image_rgb.copy()).permute(2, 0, 1)[None].float() / 255 - mean) / std


def resized(tensor, side):
    return F.interpolate(tensor, size=(side, side), mode="bilinear", align_corners=False)


def mask_tensor(mask_hw):
    return torch.from_numpy(mask_hw.astype(np.float32))[None, None]


def is_resnet(visual):
    return hasattr(visual, "attnpool")


def embed(visual, pixels):
    """Tokens before the first block; positions are resized for a picture that is not of the usual size."""
    x = visual.conv1(pixels)
    high, wide = x.shape[2:]
    x = x.reshape(x.shape[0], x.shape[1], -1).permute(0, 2, 1)
    first = visual.class_embedding + torch.zeros(x.shape[0], 1, x.shape[-1])
    positions, grid = visual.positional_embedding, grid_of(visual)
    if (high, wide) != (grid, grid):
        square = positions[1:].reshape(1, grid, grid, -1).permute(0, 3, 1, 2)
        square = F.interpolate(square, size=(high, wide), mode="bicubic", antialias=True)
        positions = torch.cat([positions[:1], square.permute(0, 2, 3, 1).reshape(high * wide, -1)])
    return visual.ln_pre(torch.cat([first, x], dim=1) + positions)


def gem_pixels(image_rgb, side):
    """GEM's own preparation: bicubic to a square, CLIP's means."""
    large = Image.fromarray(image_rgb).resize((side, side), Image.Resampling.BICUBIC)
    return tensor_of(np.array(large), CLIP)


def gem_heat(visual, image_rgb, side, last, text):
    """GEM's map at the picture's size, as HybridGL makes it, from 0 to 1."""
    features, _ = second_path(visual, gem_pixels(image_rgb, side), last, gem_attention)
    places = math.isqrt(len(features))
    heat = (F.normalize(features, dim=1) @ text).reshape(1, 1, places, places)
    heat = F.interpolate(heat, size=(side, side), mode="bilinear")
    heat = F.interpolate(heat, size=image_rgb.shape[:2], mode="bilinear", antialias=True)[0, 0]
    return (heat - heat.min()) / (heat.max() - heat.min())


def grid_of(visual):
    if is_resnet(visual):
        return math.isqrt(visual.attnpool.positional_embedding.shape[0] - 1)
    return math.isqrt(visual.positional_embedding.shape[0] - 1)


def layer4(visual, pixels):
    x = visual.stem(pixels)
    return visual.layer4(visual.layer3(visual.layer2(visual.layer1(x))))


def masked_feature(visual, pixels, mask_hw, last):
    """f^G of Global-Local."""
    grid = grid_of(visual)
    weight = F.interpolate(mask_tensor(mask_hw), size=(grid, grid), mode="bilinear", align_corners=False)
    if is_resnet(visual):
        x = layer4(visual, pixels)
        x = x / x.norm(dim=1, keepdim=True)
        return visual.attnpool(x * weight)[0]
    x = embed(visual, pixels)
    for number, block in enumerate(visual.transformer.resblocks):
        if number >= len(visual.transformer.resblocks) - last:
            x = torch.cat([x[:, :1], x[:, 1:] * weight.reshape(1, -1, 1)], dim=1)
        x = block(x)
    return (visual.ln_post(x[:, 0]) @ visual.proj)[0]


def filled_crop_feature(visual, image_rgb, mask_hw, side, scale, fill):
    """f^L of Global-Local."""
    tensor, mask = tensor_of(image_rgb, scale), mask_tensor(mask_hw)
    filled = tensor * mask + (1 - mask) * torch.tensor(fill).view(1, 3, 1, 1)
    ys, xs = np.nonzero(mask_hw)
    crop = filled[:, :, ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    return visual(resized(crop, side))[0]


def region_token_feature(visual, pixels, mask_hw):
    """One copy of the class token, appended at the end, that sees its patches and itself."""
    grid = grid_of(visual)
    inside = F.interpolate(mask_tensor(mask_hw), size=(grid, grid), mode="nearest").reshape(-1) > 0
    x = embed(visual, pixels)
    x = torch.cat([x, x[:, :1]], dim=1)
    length = x.shape[1]
    attention = torch.zeros(length, length)
    attention[:-1, -1] = -torch.inf  # nobody sees the copy
    attention[-1, 0] = -torch.inf
    attention[-1, 1:-1] = torch.where(inside, 0.0, -100.0)
    for block in visual.transformer.resblocks:
        x = block(x, attn_mask=attention)
    return (visual.ln_post(x[:, -1]) @ visual.proj)[0]


def heads_of(block, x):
    """Per head (q, k, v), each (L, width per head), from normalised tokens (L, width)."""
    width, count = x.shape[1], block.attn.num_heads
    weight, bias = block.attn.in_proj_weight, block.attn.in_proj_bias
    q, k, v = (
        x @ weight[i * width : (i + 1) * width].T + bias[i * width : (i + 1) * width] for i in range(3)
    )
    each = width // count
    return [tuple(part[:, h * each : (h + 1) * each] for part in (q, k, v)) for h in range(count)]


def second_path(visual, pixels, last, attend):
    """Tokens of the path beside the original one, and the original class token."""
    blocks = list(visual.transformer.resblocks)
    x = embed(visual, pixels)
    for block in blocks[:-last]:
        x = block(x)
    beside = x.clone()
    for block in blocks[-last:]:
        normed = block.ln_1(x)[0]
        joined = torch.cat([attend(q, k, v, normed) for q, k, v in heads_of(block, normed)], dim=1)
        beside = beside + block.attn.out_proj(joined)[None]
        x = block(x)
    features = visual.ln_post(beside[0, 1:]) @ visual.proj
    return features, (visual.ln_post(x[0, 0]) @ visual.proj)


def surgery_attention(_q, _k, v, _normed):
    return torch.softmax(v @ v.T / math.sqrt(v.shape[1]), dim=-1) @ v


def gem_attention(q, k, v, normed):
    """Self-self attention of q, k and v with one iteration (GEM)."""
    temperature = normed.norm(dim=1).mean() / math.sqrt(v.shape[1])
    total = torch.zeros_like(v)
    for given in (q, k, v):
        once = F.normalize(given, dim=1)
        part = F.normalize(torch.softmax(once @ once.T * temperature, dim=-1) @ once, dim=1)
        total = total + torch.softmax(part @ part.T * temperature, dim=-1) @ v
    return total / 3


def value_features(visual, pixels):
    """Features of places by their own values, (G, D), not scaled."""
    if is_resnet(visual):
        pool, x = visual.attnpool, layer4(visual, pixels)
        x = F.conv2d(x, pool.v_proj.weight[:, :, None, None], pool.v_proj.bias)
        x = F.conv2d(x, pool.c_proj.weight[:, :, None, None], pool.c_proj.bias)
        return x[0].reshape(x.shape[1], -1).T
    *before, last = visual.transformer.resblocks
    x = embed(visual, pixels)
    for block in before:
        x = block(x)
    itself_only = torch.full((x.shape[1], x.shape[1]), -torch.inf).fill_diagonal_(0.0)
    return visual.ln_post(last(x, attn_mask=itself_only)[0, 1:]) @ visual.proj


def grad_cam_heat(visual, pixels, text):
    """Sum over channels of mean gradient times unit activation, by autograd; (grid, grid)."""
    grid = grid_of(visual)
    if is_resnet(visual):
        held = layer4(visual, pixels).detach().requires_grad_()
        feature = visual.attnpool(held)[0]
        (gradient,) = torch.autograd.grad(-F.cosine_similarity(feature, text, dim=0), held)
        weights = gradient.mean(dim=(2, 3), keepdim=True)
        return (weights * F.normalize(held.detach(), dim=1)).sum(1)[0]
    *before, last = visual.transformer.resblocks
    x = embed(visual, pixels)
    for block in before:
        x = block(x)
    x = x.detach().requires_grad_()
    feature = (visual.ln_post(last(x)[:, 0]) @ visual.proj)[0]
    (gradient,) = torch.autograd.grad(-F.cosine_similarity(feature, text, dim=0), x)
    weights = gradient[0, 1:].mean(dim=0)
    return (F.normalize(x.detach()[0, 1:], dim=1) @ weights).reshape(grid, grid)


def streams_feature(visual, image_rgb, mask_hw, side, last):
    """HybridGL's local class token after the fused blocks, all pixels scaled by ImageNet's means."""
    grid, mask = grid_of(visual), mask_tensor(mask_hw)
    sharp = tensor_of(image_rgb, IMAGENET)
    blurred = tensor_of(cv2.GaussianBlur(image_rgb, (15, 15), 0), IMAGENET)
    clip_mean = torch.tensor(CLIP[0]).view(1, 3, 1, 1)
    near = embed(visual, resized(sharp * mask + (1 - mask) * clip_mean, side))
    far = embed(visual, resized(sharp * mask + blurred * (1 - mask), side))
    weight = F.interpolate(mask, size=(grid, grid), mode="bilinear", align_corners=False).reshape(-1)
    length = near.shape[1]
    attention = torch.zeros(length, length)
    attention[0, 1:] = torch.where(weight > 0, 0.0, -torch.inf)
    blocks = list(visual.transformer.resblocks)
    for number, block in enumerate(blocks):
        if number < len(blocks) - last:
            near, far = block(near), block(far)
            continue
        taken = torch.cat([far[:, :1], weight[None, :, None] * far[:, 1:]], dim=1)
        near, far = block(2 * taken + near), block(far, attn_mask=attention)
    return (visual.ln_post(near[:, 0]) @ visual.proj)[0]


def enlarged(heat, height, width):
    """A (grid, grid) map at the picture's size."""
    return F.interpolate(heat[None, None], size=(height, width), mode="bilinear", align_corners=False)[0, 0]


def mean_inside(heat_hw, mask_hw):
    return float(heat_hw[torch.from_numpy(mask_hw.copy())].mean())


def mean_outside(heat_hw, mask_hw):
    return float(heat_hw[torch.from_numpy(~mask_hw)].mean())
