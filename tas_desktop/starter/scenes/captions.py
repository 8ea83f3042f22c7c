"""What can be said of one object on its own, for crops and captions."""

from __future__ import annotations

from tas_desktop.starter.scenes.scene import SceneObject


def attribute_words(item: SceneObject) -> tuple[str, ...]:
    """Pattern, colour and category, canonical words: ("striped", "red", "mug")."""
    return (item.pattern, item.colour, item.category)


def caption_of(item: SceneObject, *, size: bool = False) -> str:
    """Caption such as "a striped red mug"; `size` puts "small", "medium" or "large" in front.

    A crop does not show how large the object was: leave the size out for crops.
    """
    words = " ".join(((item.size_name,) if size else ()) + attribute_words(item))
    article = "an" if words[0] in "aeiou" else "a"
    return f"{article} {words}"
