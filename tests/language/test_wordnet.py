from __future__ import annotations

import pytest

from tas_desktop.domain.errors import WeightsDamaged
from tas_desktop.language.wordnet import WordNetSynonyms, first_noun_by
from tas_desktop.language.wordnet_files import WordNetPlace, find_wordnets, lexnames_text, open_wordnet


@pytest.fixture(scope="module")
def place() -> WordNetPlace:
    found = find_wordnets()
    if not found:
        pytest.skip("no WordNet here: apt install wordnet-base, or nltk.download('wordnet')")
    return found[0]


@pytest.fixture(scope="module")
def reader(place):
    return open_wordnet(place.folder)


@pytest.fixture(scope="module")
def wordnet(place, parser):
    return WordNetSynonyms(place, first_noun=first_noun_by(parser), tagged_by="starter-parser")


def test_reader_knows_distances_and_file_names(reader):
    dog = reader.synset("dog.n.01")
    assert dog.path_similarity(reader.synset("puppy.n.01")) == 0.5
    assert dog.lexname() == "noun.animal"


@pytest.mark.parametrize(
    ("phrase", "target", "near"),
    [
        ("a dog", "the dog", True),  # eight senses
        ("two men", "the man", True),
        ("a giraffe", "the giraffe", False),  # one sense: kept as a negative, as upstream does
        ("an elephant", "the elephant", False),  # two senses
        ("a car", "the dog", False),
        ("of", "the dog", False),  # no noun
    ],
)
def test_code_asks_for_three_shared_senses(wordnet, phrase, target, near):
    assert wordnet.are_near(phrase, target, rule="code") is near


@pytest.mark.parametrize("words", [("couch", "sofa"), ("plane", "airplane"), ("car", "auto"), ("mug", "cup")])
def test_any_works_for_different_words(wordnet, words):
    assert wordnet.are_near(f"a {words[0]}", f"the red {words[1]}", rule="any")
    assert not wordnet.are_near(f"a {words[0]}", "the zebra", rule="any")


@pytest.mark.parametrize(
    "pair", [("dog", "car"), ("table", "tables"), ("orange", "orange"), ("light", "run")]
)
def test_equal_synsets_are_those_with_a_similarity_over_nine_tenths(wordnet, reader, pair):
    similar = sum(
        (ours.path_similarity(theirs) or 0) > 0.9
        for ours in reader.synsets(pair[0])
        for theirs in reader.synsets(pair[1])
    )
    assert wordnet.shared_senses(*pair) == similar


def test_component_names_version_tagger_and_lexicon(wordnet):
    assert wordnet.component.name == "wordnet"
    assert wordnet.component.revision.startswith("3.")
    assert "starter-parser" in wordnet.component.revision


def test_a_broken_copy_is_a_known_error(tmp_path):
    broken = WordNetSynonyms(
        WordNetPlace("nltk", tmp_path), first_noun=lambda phrase: phrase, tagged_by="none"
    )
    with pytest.raises(WeightsDamaged, match="cannot be read"):
        broken.are_near("dog", "cat", rule="any")


def test_nothing_is_found_where_nothing_is(tmp_path, monkeypatch):
    monkeypatch.setattr("tas_desktop.language.wordnet_files.DEBIAN_FOLDER", tmp_path)
    monkeypatch.setattr("tas_desktop.language.wordnet_files._nltk_roots", lambda: [tmp_path])
    assert find_wordnets() == ()


def test_lexnames_number_the_lexicographer_files():
    lines = lexnames_text().splitlines()
    assert len(lines) == 45
    assert lines[3] == "03\tnoun.Tops\t1"
    assert lines[44] == "44\tadj.ppl\t3"
