"""The shipped parser against its teacher and against heads labelled by hand, on text it never saw."""

from __future__ import annotations

import json
import random
import re

import pytest

from tas_desktop.config.resources import resource_path
from tas_desktop.language.pipeline import SpacyPipeline
from tas_desktop.starter.parser.corpus import read_sentences
from tas_desktop.starter.parser.measure import compare, head_accuracy, root_head, rule_head, size_of
from tas_desktop.starter.parser.pruning import allowed_strings
from tas_desktop.starter.parser.teacher import register_legacy_tok2vec

SHIPPED = resource_path("starter", "parser")


@pytest.fixture(scope="module")
def student():
    return SpacyPipeline(SHIPPED)


@pytest.fixture(scope="module")
def teacher(shared_data):
    register_legacy_tok2vec()
    return SpacyPipeline(shared_data / "en_core_web_sm" / "model", single_sentence=True)


@pytest.fixture(scope="module")
def sentences(shared_data):
    return read_sentences(shared_data / "expressions")


@pytest.fixture(scope="module")
def labelled(sentences, checkout):
    """(text, head word) of the 300 labels."""
    labels = json.loads((checkout / "tests/language/data/head_labels.json").read_text(encoding="utf-8"))[
        "labels"
    ]
    texts = {(s.source, s.uid): s.text for s in sentences if s.held_out}
    return [(texts[label["file"], label["uid"]], label["head_word"]) for label in labels]


@pytest.mark.slow
def test_target_phrase_equals_the_teachers(student, teacher, sentences):
    held_out = [sentence.text for sentence in sentences if sentence.held_out]
    agreement = compare(student.parse, teacher.parse, random.Random(1).sample(held_out, 2500))
    assert agreement.target >= 0.95
    assert agreement.chunks >= 0.88


def test_heads_labelled_by_hand_are_found_better_than_by_the_teacher(student, teacher, labelled):
    ours = head_accuracy(student.parse, labelled, head=rule_head)
    theirs = head_accuracy(teacher.parse, labelled, head=root_head)
    assert len(labelled) == 300
    assert ours >= 0.95
    assert ours > theirs


def test_shipped_strings_are_labels_and_the_tokenisers_own():
    import spacy

    kept = set(json.loads((SHIPPED / "vocab" / "strings.json").read_text(encoding="utf-8")))
    assert kept <= allowed_strings(spacy.load(SHIPPED))


def test_shipped_files_hold_no_words_of_the_text(sentences):
    import spacy

    english = spacy.blank("en").tokenizer.to_bytes().decode("latin-1")
    own = " ".join([*allowed_strings(spacy.load(SHIPPED)), english]).lower()
    allowed = set(re.findall(r"[a-z]{6,}", own))
    written = set()
    for path in SHIPPED.rglob("*"):
        if path.name in {"model", "strings.json", "tokenizer", "moves"} and path.is_file():
            written |= {run.decode().lower() for run in re.findall(rb"[A-Za-z]{6,}", path.read_bytes())}
    vocabulary = {word for sentence in sentences for word in re.findall(r"[a-z]{6,}", sentence.text.lower())}
    weights_fields = {"temperature", "window", "column"}  # thinc's names of layers' settings
    assert written & vocabulary <= allowed | weights_fields


def test_shipped_pipeline_is_small_and_says_where_it_came_from(student):
    assert 3_000_000 < size_of(SHIPPED) < 7_000_000
    assert student.wishes["single_sentence"] is True
    assert student.wishes["recipe"]["steps"] > 1000
    assert student.wishes["teacher"]
