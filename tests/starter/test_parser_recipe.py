"""The parser recipe at small size: what it reads, what it makes of it, what it leaves behind."""

from __future__ import annotations

import json
import random

import pytest

from tas_desktop.domain.errors import InputRefused
from tas_desktop.language.pipeline import SpacyPipeline
from tas_desktop.starter.parser.corpus import is_held_out, read_sentences
from tas_desktop.starter.parser.drills import drill_sentences
from tas_desktop.starter.parser.measure import compare, head_accuracy, rule_head, word_number
from tas_desktop.starter.parser.pruning import allowed_strings
from tas_desktop.starter.parser.recipe import SMOKE, TrainingProgress, label_sentences, train_on
from tas_desktop.starter.parser.teacher import load_teacher, parse_with
from tas_desktop.starter.parser.variation import Recombiner, mistyped

# Trains networks, which takes its time on a loaded machine.
pytestmark = pytest.mark.timeout(900)

MADE_UP = ["the flurbish wompet on the left", "a zibbled wompet near the dranch"]


@pytest.fixture(scope="module")
def teacher(shared_data):
    return load_teacher(shared_data / "en_core_web_sm")


@pytest.fixture(scope="module")
def smoke_run(teacher, tmp_path_factory):
    """A pipeline of a few dozen steps, and the progress it reported."""
    reports: list[TrainingProgress] = []
    labelled = label_sentences(teacher, [*drill_sentences(150, seed=1), *MADE_UP], recipe=SMOKE)
    out = tmp_path_factory.mktemp("parser") / "parser"
    train_on(labelled, out, recipe=SMOKE, teacher_name="teacher", progress=reports.append)
    return out, reports


def test_sentences_of_an_image_stay_on_one_side(tmp_path):
    rows = [f'{n},{n // 3},"red mug {n}"' for n in range(60)]
    (tmp_path / "refs.csv").write_text("uid,img_id,sent\n" + "\n".join(rows), encoding="utf-8")
    (tmp_path / "own.txt").write_text("a blue  cup\n\n", encoding="utf-8")
    sentences = read_sentences(tmp_path)
    by_image = {}
    for sentence in sentences[1:]:
        by_image.setdefault(int(sentence.uid) // 3, set()).add(sentence.held_out)
    assert sentences[0].text == "a blue cup"
    assert not sentences[0].held_out
    assert {len(sides) for sides in by_image.values()} == {1}
    assert any(True in sides for sides in by_image.values())
    assert 0.2 < sum(is_held_out(str(n)) for n in range(4000)) / 4000 < 0.3


@pytest.mark.parametrize("content", ["uid,text\n1,mug\n", "", "\xff"])
def test_files_without_sentences_are_refused(tmp_path, content):
    path = tmp_path / "refs.csv"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(InputRefused):
        read_sentences(path)
    with pytest.raises(InputRefused, match="Cannot read"):
        read_sentences(tmp_path / "absent.txt")


def test_drills_are_the_same_for_a_seed_and_differ_between_seeds():
    assert list(drill_sentences(40, seed=3)) == list(drill_sentences(40, seed=3))
    assert list(drill_sentences(40, seed=3)) != list(drill_sentences(40, seed=4))
    assert not any("{" in sentence or "  " in sentence for sentence in drill_sentences(300, seed=5))


def test_an_unusable_teacher_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="No spaCy pipeline"):
        load_teacher(tmp_path)


def test_recombination_makes_new_sentences_of_old_words(teacher):
    parsed = list(parse_with(teacher, drill_sentences(50, seed=2)))
    made = list(Recombiner(parsed, seed=1).sentences(60))
    words = {token.text for doc in parsed for token in doc}
    assert made == list(Recombiner(parsed, seed=1).sentences(60))
    assert len(set(made) - {doc.text for doc in parsed}) > 30
    assert all(token.text in words for text in made for token in teacher.make_doc(text))


def test_a_mistyped_sentence_keeps_its_parse(teacher):
    (doc,) = parse_with(teacher, ["the red mug"])
    slipped = mistyped(doc, rng=random.Random(0))
    assert slipped is None  # three letters are too few to slip in and stay readable
    (doc,) = parse_with(teacher, ["the striped bottle"])
    slipped = mistyped(doc, rng=random.Random(0))
    assert slipped.text != doc.text
    assert [(t.tag_, t.pos_, t.dep_, t.head.i) for t in slipped] == [
        (t.tag_, t.pos_, t.dep_, t.head.i) for t in doc
    ]


def test_progress_ends_at_the_last_step(smoke_run):
    _, reports = smoke_run
    assert (reports[-1].step, reports[-1].steps) == (SMOKE.steps, SMOKE.steps)
    assert set(reports[-1].losses) == {"tok2vec", "tagger", "morphologizer", "parser"}


def test_a_trained_pipeline_finds_noun_phrases(smoke_run):
    out, _ = smoke_run
    pipeline = SpacyPipeline(out)
    parsed = pipeline.parse("the red mug on the left")
    assert pipeline.wishes["single_sentence"] is True
    assert not parsed.pos_missing
    assert "mug" in {parsed.words[chunk.root] for chunk in parsed.chunks}


def test_no_word_of_the_text_is_left_in_the_files(smoke_run):
    out, _ = smoke_run
    everything = b"".join(path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file())
    assert not any(word in everything for word in (b"wompet", b"flurbish", b"zibbled", b"dranch"))


def test_pruning_changes_no_parse(teacher, tmp_path):
    import spacy

    from tas_desktop.starter.parser.architecture import new_pipeline
    from tas_desktop.starter.parser.pruning import save_pruned
    from tas_desktop.starter.parser.recipe import examples_for

    texts = [*drill_sentences(60, seed=9), *MADE_UP]
    pipeline = new_pipeline()
    docs = list(parse_with(teacher, texts))
    pipeline.initialize(lambda: examples_for(pipeline, docs))
    pipeline.to_disk(tmp_path / "full")
    save_pruned(pipeline, tmp_path / "pruned")
    full, pruned = spacy.load(tmp_path / "full"), spacy.load(tmp_path / "pruned")

    def parse(loaded, text):
        return [(t.tag_, t.pos_, t.dep_, t.head.i) for t in loaded(text)]

    assert [parse(full, text) for text in texts] == [parse(pruned, text) for text in texts]
    kept = set(json.loads((tmp_path / "pruned" / "vocab" / "strings.json").read_text(encoding="utf-8")))
    assert "wompet" in full.vocab.strings
    assert kept <= allowed_strings(pipeline)


def test_measures_see_disagreement(smoke_run):
    out, _ = smoke_run
    parse = SpacyPipeline(out).parse
    texts = ["the red mug", "a car"]
    assert compare(parse, parse, texts).target == 1.0
    upside_down = SpacyPipeline(out)
    assert compare(parse, lambda text: upside_down.parse(text + " lamp"), texts).target < 1.0
    parsed = parse("the t-shirt rack")
    assert word_number(parsed, len(parsed.tokens) - 1) == 2
    assert head_accuracy(parse, [("the red mug", 0)], head=rule_head) == 0.0
