"""Methods as plug-ins: what they declare, what they refuse, and what they keep with an analysis."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest

from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.capabilities import Capability, MethodUnfit, capabilities_of
from tas_desktop.engine.extras import Extra, ExtraKind, missing_extras
from tas_desktop.engine.methods import METHODS, ParameterKind, method_named
from tas_desktop.engine.methods.hybridgl_words import Relation, named_ramp, named_relation
from tas_desktop.engine.params import AnalysisParams, OverlapRule
from tas_desktop.engine.pipeline import add_extras, analyse, analysis_key, rank
from tas_desktop.engine.pooling import Pooling, Ramp, pooling_matrices, ramps
from tas_desktop.engine.sampling import MaskReader, sample
from tests.engine.conftest import ColourEncoder, Painting, SameWords, WordParser

THINGS = [("red", 10, 10, 40, 40), ("blue", 100, 60, 30, 50), ("red", 110, 5, 45, 45)]
BARE = AnalysisParams(overlap=OverlapRule.NONE)


def test_every_method_declares_what_it_takes():
    for method in METHODS.values():
        assert method.summary
        assert method.ranking.method == method.name
        for parameter in method.parameters:
            assert parameter.label
            assert parameter.meaning.endswith(".")
            value = getattr(method.ranking, parameter.name)
            assert parameter.check(value) == value
            assert dict(method.params)[parameter.name] == value
        assert pickle.loads(pickle.dumps(method)) == method


def test_parameters_are_read_as_typed():
    method = method_named("tas").with_assignments(["alpha=0.25", " use_n = no", "rectifier=off"])
    assert method.ranking.alpha == 0.25
    assert method.ranking.use_n is False
    assert method.ranking.rectifier.value == "off"
    assert method_named("ref-diff").with_assignments(["keep_largest=3"]).ranking.keep_largest == 3


@pytest.mark.parametrize(
    ("assignment", "named"),
    [
        ("alpha", "sets no parameter"),
        ("nonsense=1", "nonsense"),
        ("alpha=-1", "alpha"),
        ("alpha=nan", "alpha"),
        ("alpha=much", "alpha"),
        ("use_p=maybe", "use_p"),
        ("rectifier=upwards", "rectifier"),
        ("method=x", "method"),
        ("chips=x", "chips"),
    ],
)
def test_wrong_parameters_are_named(assignment, named):
    with pytest.raises(InputRefused, match=named) as refusal:
        method_named("tas").with_assignments([assignment])
    assert refusal.value.next_step


def test_whole_numbers_stay_whole():
    with pytest.raises(InputRefused, match="keep_largest"):
        method_named("largest-k").with_values({"keep_largest": 2.5})
    stored = method_named("largest-k").with_values({"keep_largest": 4.0}).ranking.keep_largest
    assert stored == 4
    assert isinstance(stored, int)
    kinds = {p.name: p.kind for p in method_named("largest-k").parameters}
    assert kinds["keep_largest"] is ParameterKind.WHOLE


def test_a_method_that_needs_more_says_what():
    components = Painting(THINGS).components()
    assert capabilities_of(components) == {Capability.CAPTIONS}
    with pytest.raises(MethodUnfit, match="gradients"):
        METHODS["grad-cam"].check_fit(components)
    METHODS["text-only"].check_fit(components)
    with pytest.raises(MethodUnfit, match="captions"):
        METHODS["text-only"].check_fit(replace(components, captioner=None))
    with pytest.raises(MethodUnfit):
        analyse(Painting(THINGS).image, components, METHODS["grad-cam"].analysis)


def test_an_analysis_for_another_method_is_not_ranked_silently():
    scene = Painting(THINGS)
    analysis = analyse(scene.image, scene.components(), BARE)
    with pytest.raises(InputRefused, match="another method"):
        rank(
            analysis,
            "the red block",
            METHODS["global-local"].ranking,
            encoder=ColourEncoder(),
            parser=WordParser(),
            synonyms=SameWords(),
        )


FADED = Extra.of(ExtraKind.RAMPED_CROPS, side="left")


def test_extras_are_added_once_and_change_no_key():
    scene = Painting(THINGS)
    components, wanted = scene.components(), replace(BARE, extras=(FADED,))
    plain = analyse(scene.image, components, BARE)
    assert missing_extras(wanted.extras, plain.extras) == (FADED,)
    richer = add_extras(scene.image, plain, components, wanted)
    assert richer.key == plain.key == analysis_key(scene.image.content_hash, components, wanted)
    assert richer.array(FADED).shape == (3, 4)
    assert not richer.array(FADED).flags.writeable
    assert richer.nbytes > plain.nbytes
    assert add_extras(scene.image, richer, components, wanted) is richer
    whole = analyse(scene.image, components, wanted)
    np.testing.assert_array_equal(whole.array(FADED), richer.array(FADED))
    assert BARE.serves(BARE)
    assert wanted.serves(BARE)
    assert not BARE.serves(wanted)


def masks_of(height, width, seed):
    """Random blobs, a full one and a single pixel."""
    chance, found = np.random.default_rng(seed), []
    rows, columns = np.mgrid[:height, :width]
    for _ in range(5):
        y, x, radius = chance.integers(0, height), chance.integers(0, width), chance.integers(2, height)
        found.append(np.hypot(rows - y, columns - x) < radius)
    found += [np.ones((height, width), bool), (rows == 3) & (columns == 5)]
    return found


def test_means_of_a_map_are_those_of_the_enlarged_one():
    torch = pytest.importorskip("torch")
    height, width, grid = 61, 97, 7
    masks = masks_of(height, width, seed=1)
    proposals = [Proposal(Mask.from_array(mask), 1.0, ProposalSource.GIVEN) for mask in masks]
    inside, whole = pooling_matrices(proposals, height=height, width=width, grid_hw=(grid, grid))
    share_n = np.array([mask.mean() for mask in masks])
    pooling = Pooling(inside, whole, share_n, (height, width), (grid, grid))
    heat = np.random.default_rng(2).normal(size=(grid, grid))
    large = torch.nn.functional.interpolate(
        torch.from_numpy(heat)[None, None], size=(height, width), mode="bilinear", align_corners=False
    )[0, 0].numpy()
    for ramp, columns in zip(Ramp, ramps(width), strict=True):
        seen = large * columns
        np.testing.assert_allclose(
            pooling.inside(heat.reshape(-1), ramp=ramp), [seen[m].mean() for m in masks], atol=1e-5
        )
        outside = [seen[~m].mean() if (~m).any() else 0.0 for m in masks]
        np.testing.assert_allclose(pooling.outside(heat.reshape(-1), ramp=ramp), outside, atol=1e-5)
    stretched = pooling.stretched(heat.reshape(-1))
    expected = (heat - large.min()) / (large.max() - large.min())
    np.testing.assert_allclose(stretched, expected.reshape(-1), atol=1e-9)
    assert (pooling.stretched(np.zeros(grid * grid)) == 0).all()


@pytest.mark.parametrize("size", [(61, 97), (24, 40), (48, 30)])
def test_a_map_is_enlarged_in_two_steps_as_gem_and_hybridgl_do(size):
    torch = pytest.importorskip("torch")
    (height, width), grid, via = size, 6, 48
    masks = masks_of(height, width, seed=6)
    proposals = [Proposal(Mask.from_array(mask), 1.0, ProposalSource.GIVEN) for mask in masks]
    inside, whole = pooling_matrices(proposals, height=height, width=width, grid_hw=(grid, grid), via_px=via)
    share_n = np.array([mask.mean() for mask in masks])
    pooling = Pooling(inside, whole, share_n, size, (grid, grid), via)
    heat = np.random.default_rng(7).normal(size=(grid, grid))
    resize = torch.nn.functional.interpolate
    large = resize(torch.from_numpy(heat)[None, None], size=(via, via), mode="bilinear")
    if size != (via, via):
        large = resize(large, size=size, mode="bilinear", antialias=True)
    large = large[0, 0].numpy()
    np.testing.assert_allclose(pooling.inside(heat.reshape(-1)), [large[m].mean() for m in masks], atol=1e-5)
    expected = (heat - large.min()) / (large.max() - large.min())
    np.testing.assert_allclose(pooling.stretched(heat.reshape(-1)), expected.reshape(-1), atol=1e-5)


@pytest.fixture(scope="module")
def starter_parser():
    from tas_desktop.backends.loading import load_parser
    from tas_desktop.config.profiles import load_profile

    return load_parser(load_profile("starter").parser)


RELATIONS = [
    ("the cup left of the box above the tree", Relation.LEFT),
    ("the cup behind the box", Relation.ABOVE),
    ("the cup inside the box", Relation.WITHIN),
    ("the smaller cup", Relation.SMALLER),
    ("the cup on the left side of the picture", None),  # beside such nouns none is read
    ("the cup right of the box", None),  # never fires as released
    ("the cup", None),
]


@pytest.mark.parametrize(("sentence", "relation"), RELATIONS)
def test_hybridgl_reads_relations_as_released(starter_parser, sentence, relation):
    understood = starter_parser.understand(sentence)
    assert named_relation(understood, right_fires=False) is relation
    if "right" in sentence:
        assert named_relation(understood, right_fires=True) is Relation.RIGHT


@pytest.mark.parametrize(
    ("sentence", "ramp"),
    [
        ("the left cup", Ramp.LEFT),
        ("cup on the right", Ramp.RIGHT),
        ("the cup between the boxes", Ramp.MIDDLE),
        ("the top cup", Ramp.NONE),
        ("the cup", Ramp.NONE),
    ],
)
def test_hybridgl_reads_ramps_as_released(starter_parser, sentence, ramp):
    assert named_ramp(starter_parser.understand(sentence)) is ramp


def test_relations_hold_between_sams_boxes():
    boxes = np.array([[0, 0, 11, 11], [5, 5, 11, 11], [0, 0, 1, 9]], float)  # SAM: 10 x 10, 10 x 10, 0 x 8
    np.testing.assert_allclose(Relation.WITHIN.holds(boxes)[:2, :2], [[1.0, 0.25], [0.25, 1.0]])
    assert (Relation.WITHIN.holds(boxes)[2] == 0).all()
    assert Relation.LEFT.holds(boxes).tolist() == [[0, 1, 0], [0, 0, 0], [1, 1, 0]]
    assert Relation.LARGER.holds(boxes).tolist() == [[0, 0, 1], [0, 0, 1], [0, 0, 0]]


@pytest.mark.parametrize("size", [(7, 7), (200, 150)])
def test_pictures_and_masks_are_resized_as_torch_does(size):
    torch = pytest.importorskip("torch")
    functional = torch.nn.functional
    mask = masks_of(61, 97, seed=3)[0]
    reader = MaskReader(Mask.from_array(mask))
    given = torch.from_numpy(mask.astype(np.float32))[None, None]
    soft = functional.interpolate(given, size=size, mode="bilinear", align_corners=False)[0, 0]
    np.testing.assert_allclose(reader.softened(size), soft, atol=1e-5)
    nearest = functional.interpolate(given, size=size, mode="nearest")[0, 0] > 0
    np.testing.assert_array_equal(reader.nearest(size), nearest)
    shares = functional.adaptive_avg_pool2d(given, size)[0, 0]
    np.testing.assert_allclose(reader.shares(size), shares, atol=1e-6)
    picture = np.random.default_rng(5).random((61, 97, 3), dtype=np.float32)
    made = sample(lambda r, c: picture[np.ix_(r, c)], height=61, width=97, size_hw=size)
    theirs = functional.interpolate(
        torch.from_numpy(picture).permute(2, 0, 1)[None], size=size, mode="bilinear", align_corners=False
    )[0].permute(1, 2, 0)
    np.testing.assert_allclose(made, theirs, atol=1e-5)
