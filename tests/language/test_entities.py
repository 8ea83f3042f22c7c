"""Cases worked out by hand from methods.md 1.2; the parses are written down, so no model is needed."""

from __future__ import annotations

from tas_desktop.language.entities import Relation, expand_chunk, extract_entity
from tests.language.conftest import hand_parse

LEFT_GUY = hand_parse("left/JJ/ADJ/amod/1 guy/NN/NOUN/ROOT/1", ((0, 2, 1),))
THE_LEFT_GUY = hand_parse("the/DT/DET/det/2 left/JJ/ADJ/amod/2 guy/NN/NOUN/ROOT/2", ((0, 3, 2),))
GUY_ON_THE_LEFT = hand_parse(
    "guy/NN/NOUN/ROOT/0 on/IN/ADP/prep/0 the/DT/DET/det/3 left/NN/NOUN/pobj/1", ((0, 1, 0), (2, 4, 3))
)
STANDING = hand_parse("is/VBZ/AUX/ROOT/0 dog/NN/NOUN/attr/0 here/RB/ADV/advmod/0", ((1, 2, 1),))


def test_a_lone_side_word_is_a_superlative():
    entity = extract_entity(LEFT_GUY)
    assert entity.text == "left guy"
    assert entity.superlatives == ((0,),)
    assert entity.relations == ()


def test_a_determiner_becomes_a_relation_to_the_phrase_itself():
    # The released code compares chunks by identity after expanding them token by token.
    entity = extract_entity(THE_LEFT_GUY)
    assert [(r.words, r.object.text) for r in entity.relations] == [((), "the left guy")]
    assert entity.superlatives == ((1,),)


def test_a_side_after_a_preposition_is_a_relation_with_its_words():
    entity = extract_entity(GUY_ON_THE_LEFT)
    relation: Relation = entity.relations[0]
    assert relation.words == ("on", "left")
    assert relation.tokens == (1, 3)
    assert relation.object.text == "the left"
    assert entity.superlatives == ()


def test_a_verb_root_hands_over_to_its_first_dependant():
    entity = extract_entity(STANDING)
    assert entity.head == 1
    assert entity.text == "dog"


def test_nothing_named_gives_no_entity():
    assert extract_entity(hand_parse("running/VBG/VERB/ROOT/0")) is None
    assert extract_entity(hand_parse("")) is None


def test_expansion_takes_descendants_up_to_the_next_chunk():
    parsed = hand_parse(
        "man/NN/NOUN/ROOT/0 sitting/VBG/VERB/acl/0 down/RB/ADV/advmod/1 near/IN/ADP/prep/1 "
        "dogs/NNS/NOUN/pobj/3",
        ((0, 1, 0), (4, 5, 4)),
    )
    # "sitting" leads to the chunk "dogs", so the expansion stops before it.
    assert expand_chunk(parsed, parsed.chunks[0]).text == "man"
    alone = hand_parse("man/NN/NOUN/ROOT/0 sitting/VBG/VERB/acl/0 down/RB/ADV/advmod/1", ((0, 1, 0),))
    assert expand_chunk(alone, alone.chunks[0]).text == "man sitting down"
