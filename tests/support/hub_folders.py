"""Folders as captioners have them on the hub: random weights of any size in the public files' form.

The vocabularies are numbered words: nobody's words are copied.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

from tas_desktop.backends.torchvision_ops import ensure_torchvision
from tests.support.drawn_weights import draw_weights


@dataclass(frozen=True)
class Size:
    """How large a captioner is; the defaults are those of the public checkpoints."""

    image_px: int
    vision: dict
    text: dict
    words: int
    more: dict


BLIP_TINY = Size(
    48,
    {"hidden_size": 48, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4},
    {"hidden_size": 48, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4},
    words=1200,
    more={},
)
BLIP_BASE = Size(384, {}, {"num_attention_heads": 12}, words=30522, more={})

BLIP2_TINY = Size(
    28,
    {"hidden_size": 48, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4},
    {
        "hidden_size": 64,
        "word_embed_proj_dim": 64,
        "ffn_dim": 96,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
    },
    words=1200,
    more={
        "qformer": {
            "hidden_size": 48,
            "intermediate_size": 96,
            "num_hidden_layers": 2,
            "num_attention_heads": 4,
        },
        "queries": 8,
    },
)
BLIP2_WIDE = Size(  # full width, fewer layers
    224,
    {"num_hidden_layers": 2},
    {
        "hidden_size": 2560,
        "word_embed_proj_dim": 2560,
        "ffn_dim": 10240,
        "num_hidden_layers": 2,
        "num_attention_heads": 32,
    },
    words=50265,
    more={"qformer": {"num_hidden_layers": 2}, "queries": 32},
)

FLORENCE_TINY = Size(
    64,
    {
        "depths": (1, 1, 1, 1),
        "embed_dim": (16, 16, 32, 32),
        "num_heads": (2, 2, 4, 4),
        "num_groups": (2, 2, 4, 4),
        "window_size": 4,
        "projection_dim": 48,
    },
    {
        "d_model": 48,
        "encoder_layers": 2,
        "decoder_layers": 2,
        "encoder_ffn_dim": 96,
        "decoder_ffn_dim": 96,
        "encoder_attention_heads": 4,
        "decoder_attention_heads": 4,
    },
    words=1200,
    more={},
)
FLORENCE_BASE = Size(
    768,
    {"projection_dim": 768},
    {
        "d_model": 768,
        "encoder_layers": 6,
        "decoder_layers": 6,
        "encoder_ffn_dim": 3072,
        "decoder_ffn_dim": 3072,
        "encoder_attention_heads": 12,
        "decoder_attention_heads": 12,
    },
    words=51289,
    # Among 577 places, attention as it is drawn takes nearly the mean, the same for all pictures. Any
    # sharper, and the last digits of float32 decide between words.
    more={"gain": 1.5, "sharper": (("q_proj", 2.0), ("k_proj", 2.0))},
)

LLAVA_TINY = Size(
    32,
    {"hidden_size": 48, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4},
    {
        "hidden_size": 64,
        "intermediate_size": 96,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
    },
    words=1200,
    more={},
)


def write_blip(folder, size=BLIP_TINY):
    """As Salesforce/blip-image-captioning-base."""
    ensure_torchvision()
    from transformers import (
        BertTokenizer,
        BlipConfig,
        BlipForConditionalGeneration,
        BlipImageProcessor,
        BlipProcessor,
    )

    rows = size.words + 2
    special = {"[PAD]": 0, "[UNK]": 100, "[CLS]": 101, "[SEP]": 102, "[MASK]": 103, "[DEC]": size.words}
    tokenizer = BertTokenizer(vocab=_numbered(rows, special))
    tokenizer.add_special_tokens({"bos_token": "[DEC]"})
    config = BlipConfig(
        vision_config={"image_size": size.image_px, "patch_size": 16, **size.vision},
        text_config={
            "vocab_size": rows,
            "bos_token_id": size.words,
            "encoder_hidden_size": size.vision.get("hidden_size", 768),
            **size.text,
        },
    )
    network = BlipForConditionalGeneration(config)
    draw_weights(network, gain=1.2, sharper=(("crossattention", 2.0), ("word_embeddings", 0.05)))
    square = {"height": size.image_px, "width": size.image_px}
    processor = BlipProcessor(BlipImageProcessor(size=square), tokenizer)
    return _save(folder, network, processor)


def write_blip2(folder, size=BLIP2_TINY):
    """As Salesforce/blip2-opt-2.7b."""
    ensure_torchvision()
    from transformers import (
        Blip2Config,
        Blip2ForConditionalGeneration,
        Blip2Processor,
        BlipImageProcessor,
        GPT2Tokenizer,
    )

    tokenizer = GPT2Tokenizer(
        vocab=_bytes_and_numbered(size.words, {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}),
        merges=[],
        unk_token="</s>",
        bos_token="</s>",
        eos_token="</s>",
        pad_token="<pad>",
    )
    square = {"height": size.image_px, "width": size.image_px}
    processor = Blip2Processor(
        BlipImageProcessor(size=square), tokenizer, num_query_tokens=size.more["queries"]
    )
    image_token = tokenizer.convert_tokens_to_ids("<image>")
    config = Blip2Config(
        vision_config={"image_size": size.image_px, "patch_size": 14, **size.vision},
        qformer_config={
            "encoder_hidden_size": size.vision.get("hidden_size", 1408),
            **size.more["qformer"],
        },
        text_config={
            "model_type": "opt",
            "vocab_size": -(-(image_token + 1) // 64) * 64,
            "bos_token_id": 2,
            "eos_token_id": 2,
            "pad_token_id": 1,
            "do_layer_norm_before": True,
            "max_position_embeddings": 256,
            **size.text,
        },
        num_query_tokens=size.more["queries"],
        image_token_index=image_token,
    )
    network = Blip2ForConditionalGeneration(config)
    draw_weights(network, gain=2.0, sharper=(("embed_tokens", 0.02), ("embed_positions", 0.02)))
    return _save(folder, network, processor)


def write_florence2(folder, size=FLORENCE_TINY):
    """As florence-community/Florence-2-base."""
    ensure_torchvision()
    from transformers import (
        BartTokenizer,
        CLIPImageProcessor,
        Florence2Config,
        Florence2ForConditionalGeneration,
        Florence2Processor,
    )

    special = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "<mask>": 4}
    tokenizer = BartTokenizer(
        vocab=_bytes_and_numbered(size.words, special),
        merges=[],
        extra_special_tokens={"image_token": "<image>"},
    )
    tokenizer.add_tokens(["<image>"], special_tokens=True)
    processor = Florence2Processor(
        CLIPImageProcessor(
            size={"height": size.image_px, "width": size.image_px},
            do_center_crop=False,
            image_seq_length=(size.image_px // 32) ** 2 + 1,
        ),
        tokenizer,
    )
    image_token = tokenizer.convert_tokens_to_ids("<image>")
    config = Florence2Config(
        vision_config=size.vision,
        text_config={
            "model_type": "bart",
            "vocab_size": image_token + 1,
            "max_position_embeddings": 1024,
            **size.text,
        },
        image_token_id=image_token,
    )
    network = Florence2ForConditionalGeneration(config)
    sharper = (("shared", 0.02), ("embed_positions", 0.02), *size.more.get("sharper", ()))
    draw_weights(network, gain=size.more.get("gain", 2.0), sharper=sharper)
    return _save(folder, network, processor)


def write_llava(folder, size=LLAVA_TINY):
    """As llava-hf's: a decoder alone, asked through a chat template."""
    ensure_torchvision()
    from transformers import (
        CLIPImageProcessor,
        GPT2Tokenizer,
        LlavaConfig,
        LlavaForConditionalGeneration,
        LlavaProcessor,
    )

    tokenizer = GPT2Tokenizer(
        vocab=_bytes_and_numbered(size.words, {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}),
        merges=[],
        unk_token="<unk>",
        bos_token="<s>",
        eos_token="</s>",
        pad_token="<pad>",
    )
    tokenizer.add_tokens(["<image>"], special_tokens=True)
    square = {"height": size.image_px, "width": size.image_px}
    processor = LlavaProcessor(
        CLIPImageProcessor(size=square, crop_size=square),
        tokenizer,
        patch_size=8,
        vision_feature_select_strategy="default",
        num_additional_image_tokens=1,
        chat_template=(
            "{% for message in messages %}{{ message['role'] }}:"
            "{% for part in message['content'] %}"
            "{% if part['type'] == 'image' %}<image>{% else %} {{ part['text'] }}{% endif %}"
            "{% endfor %}{% endfor %}{% if add_generation_prompt %} assistant:{% endif %}"
        ),
    )
    image_token = tokenizer.convert_tokens_to_ids("<image>")
    config = LlavaConfig(
        vision_config={
            "model_type": "clip_vision_model",
            "image_size": size.image_px,
            "patch_size": 8,
            "projection_dim": 32,
            **size.vision,
        },
        text_config={
            "model_type": "llama",
            "vocab_size": image_token + 1,
            "pad_token_id": 1,
            "bos_token_id": 0,
            "eos_token_id": 2,
            "max_position_embeddings": 512,
            **size.text,
        },
        image_token_index=image_token,
        image_seq_length=(size.image_px // 8) ** 2,
    )
    network = LlavaForConditionalGeneration(config)
    draw_weights(network, gain=2.0, sharper=(("embed_tokens", 0.02),))
    return _save(folder, network, processor)


def _save(folder, network, processor):
    network.generation_config.eos_token_id = None  # random words would end most captions at once
    with torch.no_grad():
        network.save_pretrained(folder)
    processor.save_pretrained(folder)
    return folder


def _numbered(rows, special):
    """A vocabulary of numbered words with special tokens at their places."""
    at = {row: token for token, row in special.items()}
    return {at.get(row, f"word{row}"): row for row in range(rows)}


def _bytes_and_numbered(rows, special):
    """Special tokens, the 256 byte symbols of byte-level BPE, then numbered words after a space."""
    from tokenizers.pre_tokenizers import ByteLevel

    table = dict(special)
    for symbol in sorted(ByteLevel.alphabet()):
        table[symbol] = len(table)
    for row in range(len(table), rows):
        table[f"Ġword{row}"] = row
    return table


def write_qwen2_vl(folder):
    """As Qwen/Qwen2-VL's, small: as many tokens for a picture as it is large."""
    ensure_torchvision()
    from transformers import (
        Qwen2Tokenizer,
        Qwen2VLConfig,
        Qwen2VLForConditionalGeneration,
        Qwen2VLImageProcessor,
        Qwen2VLProcessor,
        Qwen2VLVideoProcessor,
    )

    marks = ["<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>"]
    tokenizer = Qwen2Tokenizer(vocab=_bytes_and_numbered(1200, {"<|endoftext|>": 0}), merges=[])
    tokenizer.add_tokens(marks, special_tokens=True)
    start, end, image, video = (tokenizer.convert_tokens_to_ids(mark) for mark in marks)
    pixels = {"min_pixels": 28 * 28, "max_pixels": 84 * 84}
    processor = Qwen2VLProcessor(
        Qwen2VLImageProcessor(**pixels),
        tokenizer,
        Qwen2VLVideoProcessor(**pixels),
        chat_template=(
            "{% for message in messages %}{{ message['role'] }}:"
            "{% for part in message['content'] %}"
            "{% if part['type'] == 'image' %}<|vision_start|><|image_pad|><|vision_end|>"
            "{% else %} {{ part['text'] }}{% endif %}"
            "{% endfor %}{% endfor %}{% if add_generation_prompt %} assistant:{% endif %}"
        ),
    )
    config = Qwen2VLConfig(
        vision_config={"depth": 2, "embed_dim": 48, "hidden_size": 64, "num_heads": 4, "mlp_ratio": 2},
        text_config={
            "vocab_size": len(tokenizer),
            "hidden_size": 64,
            "intermediate_size": 96,
            "num_hidden_layers": 2,
            "num_attention_heads": 4,
            "num_key_value_heads": 2,
            "max_position_embeddings": 512,
            "bos_token_id": 0,
            "eos_token_id": 0,
            "pad_token_id": 0,
            "rope_parameters": {"rope_type": "default", "rope_theta": 1e4, "mrope_section": [2, 3, 3]},
        },
        image_token_id=image,
        video_token_id=video,
        vision_start_token_id=start,
        vision_end_token_id=end,
    )
    network = Qwen2VLForConditionalGeneration(config)
    draw_weights(network, gain=2.0, sharper=(("embed_tokens", 0.02),))
    return _save(folder, network, processor)
