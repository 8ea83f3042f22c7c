"""The hand-written sentences still fit the scenes that they were written for."""

from __future__ import annotations

import string

import pytest

from tas_desktop.starter.scenes import Kind, Split, Unseen, generate_scene
from tas_desktop.starter.scenes.handwriting import load_handwritten
from tas_desktop.starter.scenes.lexicon import CANONICAL, COLOURS

# Words a person used that the grammar does not know.
_FREE_WORDS = {
    "bunny": "rabbit",
    "handbag": "bag",
    "sailboat": "boat",
    "seat": "chair",
    "sit": "chair",
    "present": "box",
    "taxi": "car",
    "stars": "star",
    "boats": "boat",
}


@pytest.fixture(scope="module")
def written():
    rows = load_handwritten()
    scenes = {seed: generate_scene(seed, split=Split.TEST) for seed in {row.seed for row in rows}}
    return [(row, scenes[row.seed]) for row in rows]


def _words(text):
    return (
        text.lower().replace("tea pot", "teapot").translate(str.maketrans("", "", string.punctuation)).split()
    )


def test_there_are_150_of_all_kinds(written):
    assert len(written) == 150
    assert {row.kind for row, _ in written} == set(Kind)
    assert len({row.seed for row, _ in written}) >= 40
    assert len({(row.seed, row.text) for row, _ in written}) == 150


def test_each_names_the_category_of_its_referent(written):
    for row, scene in written:
        named = [CANONICAL.get(word) or _FREE_WORDS.get(word) for word in _words(row.text)]
        assert scene.objects[row.referent_index].category in named, row


def test_colours_said_first_are_the_referents(written):
    """A colour before the first noun is the referent's, unless the sentence excludes it."""
    for row, scene in written:
        words = _words(row.text)
        nouns = [k for k, word in enumerate(words) if word in CANONICAL or word in _FREE_WORDS]
        said = [word for word in words[: nouns[0]] if word in COLOURS]
        if row.kind is not Kind.EXCLUSION and said:
            item = scene.objects[row.referent_index]
            assert item.colour in said or item.pattern != "plain", row


def test_no_two_objects_share_a_sentence(written):
    by_text = {}
    for row, _ in written:
        by_text.setdefault((row.seed, row.text), set()).add(row.referent_index)
    assert all(len(referents) == 1 for referents in by_text.values())


def test_unseen_words_are_told(written):
    expressions = [row.as_expression(scene) for row, scene in written]
    assert all(e.template_id == "handwritten" for e in expressions)
    with_synonym = [e for e in expressions if Unseen.SYNONYM in e.unseen]
    assert any("bunny" in e.text for e in with_synonym)
    assert all(Unseen.TEMPLATE not in e.unseen for e in expressions)
