"""Captioners: transformers' BLIP behind ``engine.ports.Captioner``, and scene captions put together."""
