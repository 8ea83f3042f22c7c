"""Image-text encoders: open_clip networks behind ``engine.ports.ImageTextEncoder``."""
