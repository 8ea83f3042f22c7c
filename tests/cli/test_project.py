"""``tas-desktop project`` from the outside."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from tas_desktop.cli import main
from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.projects.creating import create_project
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ExpressionSource


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures"
    (folder / "sub").mkdir(parents=True)
    for name in ("a.png", "b.png", "sub/c.png"):
        # No two alike: copies of one picture are one picture to many commands.
        Image.new("RGB", (8, 6), (len(list(folder.iterdir())), 0, 0)).save(folder / name)
    return folder


@pytest.fixture
def expressions(tmp_path):
    file = tmp_path / "lists" / "expressions.csv"
    file.parent.mkdir()
    file.write_text(
        "image,expression\n"
        "a.png,the mug\n"
        "sub/c.png,a cup\n"
        "../pictures/b.png,seen from the list\n"
        "missing.png,the mug\n"
        "a.png,\n"
        "a.png,the mug\n"
        f"a.png,{'x' * 2001}\n"
        'a.png,"the mug, left"\n',
        encoding="utf-8",
    )
    return file


def new(tmp_path, pictures, *more):
    return main(["project", "new", str(tmp_path / "p"), "--images", str(pictures), *map(str, more)])


def test_a_project_is_made_of_a_folder_and_a_list(tmp_path, pictures, expressions, capsys):
    assert new(tmp_path, pictures, "--expressions", expressions, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["project"] == str(tmp_path / "p" / "p.tas")
    assert (report["images"], report["expressions"], report["refused_images"]) == (3, 4, [])
    assert {row["line"]: row["reason"] for row in report["left_out"]} == {
        5: "names 'missing.png', which is no picture of the project",
        6: "lacks an image or an expression",
        7: "repeats line 2",
        8: "is no expression: The expression has 2,001 characters, more than 2,000",
    }
    with ProjectStore.open(tmp_path / "p") as store:
        assert [row.path for row in store.list_images()] == [
            "../pictures/a.png",
            "../pictures/b.png",
            "../pictures/sub/c.png",
        ]
        rows = store.list_expressions(1)
    assert [row.text for row in rows] == ["the mug", "the mug, left"]
    assert rows[0].source is ExpressionSource.IMPORT


def test_people_are_told_what_was_left_out(tmp_path, pictures, expressions, capsys):
    assert new(tmp_path, pictures, "--expressions", expressions) == 0
    said = capsys.readouterr()
    assert "3 images, 4 expressions" in said.out
    assert f"Left out: {expressions}, line 6 lacks an image or an expression" in said.err


def test_a_project_without_expressions_in_the_pictures_own_folder(tmp_path, pictures, capsys):
    assert main(["project", "new", str(pictures), "--images", str(pictures)]) == 0
    assert [path.name for path in pictures.iterdir() if path.suffix == ".tas"] == ["pictures.tas"]
    capsys.readouterr()
    assert main(["project", "info", str(pictures), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["images"], facts["expressions"], facts["categories"]) == (3, 0, 81)
    assert main(["project", "info", str(pictures)]) == 0
    assert "images done" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content",
    ["", "image;expression\na.png;it\n", "image,expression\n", "image,expression\na.png,\n", None],
)
def test_a_list_without_any_expression_is_refused_and_nothing_made(tmp_path, pictures, content, capsys):
    file = tmp_path / "list.csv"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    assert new(tmp_path, pictures, "--expressions", file) == 2
    assert "tas-desktop:" in capsys.readouterr().err
    assert not (tmp_path / "p").exists()


def test_what_else_is_refused(tmp_path, pictures, capsys):
    (tmp_path / "empty").mkdir()
    assert new(tmp_path, tmp_path / "empty") == 2
    assert new(tmp_path, tmp_path / "nowhere") == 2
    assert not (tmp_path / "p").exists()
    assert new(tmp_path, pictures) == 0
    assert new(tmp_path, pictures) == 2
    assert "already holds the project p.tas" in capsys.readouterr().err


def test_an_interrupted_creation_leaves_nothing(tmp_path, pictures, expressions, monkeypatch):
    def interrupt(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(ProjectStore, "add_expressions", interrupt)
    with pytest.raises(KeyboardInterrupt):
        create_project(tmp_path / "p", images=pictures, expressions=expressions, annotator="ann")
    assert list((tmp_path / "p").iterdir()) == []


def test_images_are_dealt_into_splits(tmp_path, pictures, capsys):
    assert new(tmp_path, pictures) == 0
    capsys.readouterr()
    deal = ["project", "deal", str(tmp_path / "p")]
    assert main([*deal, "train=2", "test=1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"splits": {"train": 2, "test": 1}}
    assert main([*deal, "train=1"]) == 0
    assert capsys.readouterr().out == "test: 1 images\ntrain: 2 images\n"
    assert main([*deal, "train"]) == 2


def decide(project, expression_id, action, annotator):
    with ProjectStore.open(project) as store:
        store.record_decision(Decision(expression_id, action, "the mug", annotator))


def test_parts_are_handed_out_and_brought_back(tmp_path, pictures, expressions, capsys):
    assert new(tmp_path, pictures, "--expressions", expressions) == 0
    project = tmp_path / "p"
    capsys.readouterr()
    assert main(["project", "split", str(project), "2", "--shared", "0.34", "--json"]) == 0
    parts = json.loads(capsys.readouterr().out)["parts"]
    assert [part["file"] for part in parts] == [str(tmp_path / f"p-{n}" / f"p-{n}.tas") for n in (1, 2)]
    assert [(part["images"], part["shared"]) for part in parts] == [(2, 1), (2, 1)]
    with ProjectStore.open(tmp_path / "p-1") as first:
        ids = [row.expression_id for image in first.list_images() for row in first.list_expressions(image[0])]
    decide(tmp_path / "p-1", ids[0], DecisionAction.NO_TARGET, "bob")
    assert main(["project", "merge", str(project), str(tmp_path / "p-1"), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["images"], report["expressions"], report["decisions"]) == (0, 0, 1)
    assert (report["conflicts"], report["pairs"], report["agreement"]["compared"]) == ([], [], 0)


def test_a_conflict_is_told_and_the_exit_code_says_so(tmp_path, pictures, expressions, capsys):
    assert new(tmp_path, pictures, "--expressions", expressions) == 0
    assert (
        main(["project", "split", str(tmp_path / "p"), "2", "--out", str(tmp_path / "o"), "--shared", "1"])
        == 0
    )
    assert "3 images, 3 of them in every part, 4 expressions to decide" in capsys.readouterr().out
    for number, action in ((1, DecisionAction.NO_TARGET), (2, DecisionAction.SKIP)):
        decide(tmp_path / "o" / f"p-{number}", 1, action, f"annotator {number}")
    merge = ["project", "merge", str(tmp_path / "p")]
    assert main([*merge, str(tmp_path / "o" / "p-1")]) == 0
    assert main([*merge, str(tmp_path / "o" / "p-2"), "--json"]) == 1
    report = json.loads(capsys.readouterr().out.splitlines()[-1])
    (conflict,) = report["conflicts"]
    assert conflict["image"] == "../pictures/a.png"
    assert conflict["reason"] == "other decision"
    assert conflict["theirs"] == {"annotator": "annotator 2", "outcome": "skipped", "text": "the mug"}
    assert report["pairs"][0]["ours"] == "annotator 1"
    assert (report["agreement"]["compared"], report["agreement"]["same"]) == (1, 0)
    assert main([*merge, str(tmp_path / "o" / "p-2")]) == 0
    assert "Both decided: no expression" in capsys.readouterr().out


def test_people_read_conflicts_too(tmp_path, pictures, expressions, capsys):
    assert new(tmp_path, pictures, "--expressions", expressions) == 0
    assert main(["project", "split", str(tmp_path / "p"), "2", "--shared", "1"]) == 0
    decide(tmp_path / "p", 1, DecisionAction.NO_TARGET, "ann")
    decide(tmp_path / "p-1", 1, DecisionAction.SKIP, "bob")
    assert main(["project", "merge", str(tmp_path / "p"), str(tmp_path / "p-1")]) == 1
    said = capsys.readouterr().out
    assert "1 conflicts, flagged for review (filter status:flagged)" in said
    assert "../pictures/a.png: 'the mug': other decision (ann: no target; bob: skipped)" in said


def test_moved_pictures_are_found(tmp_path, pictures, capsys):
    assert new(tmp_path, pictures) == 0
    (tmp_path / "new").mkdir()
    (pictures / "a.png").rename(tmp_path / "new" / "a.png")
    capsys.readouterr()
    assert main(["project", "find-pictures", str(tmp_path / "p")]) == 1
    assert "Missing: ../pictures/a.png" in capsys.readouterr().err
    find = ["project", "find-pictures", str(tmp_path / "p"), str(tmp_path / "new")]
    assert main([*find, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["found"][0]["found"] == str(tmp_path / "new" / "a.png")
    assert report["missing"] == []
    assert main([*find[:3], str(tmp_path / "nowhere")]) == 0  # nothing is missing any more


def test_more_is_added_to_a_project(tmp_path, pictures, expressions, capsys):
    assert new(tmp_path, pictures, "--expressions", expressions) == 0
    Image.new("RGB", (8, 6)).save(pictures / "z.png")
    more = tmp_path / "more.jsonl"
    more.write_text(
        '{"image": "z.png", "expression": "it"}\n{"image": "a.png", "expression": "the mug"}\n', "utf-8"
    )
    capsys.readouterr()
    add = ["project", "add", str(tmp_path / "p")]
    assert main([*add, "--images", str(pictures), "--expressions", str(more), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["images"], report["expressions"]) == (1, 1)
    assert report["left_out"] == [{"line": 2, "reason": "is in the project already"}]
    assert main(add) == 2
    with ProjectStore.open(tmp_path / "p") as store:
        assert store.counts().expressions == 5


def test_a_merge_can_be_looked_at_first(tmp_path, pictures, expressions, capsys):
    new(tmp_path, pictures, "--expressions", expressions)
    main(["project", "split", str(tmp_path / "p"), "2", "--out", str(tmp_path / "parts")])
    (part, _) = sorted((tmp_path / "parts").iterdir())
    with ProjectStore.open(part) as store:
        image = store.list_images()[0]
        store.add_expression(image.image_id, text="more", annotator="bob")
    capsys.readouterr()
    arguments = ["project", "merge", str(tmp_path / "p"), str(part)]
    assert main([*arguments, "--dry-run"]) == 0
    assert "1 expressions and 0 decisions would be brought in" in capsys.readouterr().out
    assert main([*arguments, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["expressions"], report["dry_run"]) == (1, False)


def test_replaced_pictures_are_listed_and_taken(tmp_path, pictures, capsys):
    new(tmp_path, pictures)
    command = ["project", "take-pictures", str(tmp_path / "p")]
    with ProjectStore.open(tmp_path / "p") as store:
        for row in store.list_images():
            store.note_image(row.image_id, content_hash="0" * 64, width=8, height=6)
        names = [row.path for row in store.list_images()]
    Image.new("RGB", (9, 9)).save(pictures / "b.png")
    capsys.readouterr()
    assert main([*command, "--json"]) == 1
    replaced = {row["image"]: row for row in json.loads(capsys.readouterr().out)["replaced"]}
    assert sorted(replaced) == sorted(names)
    assert [replaced[name]["size"] for name in names] == [[8, 6], [9, 9], [8, 6]]
    assert main([*command, "nowhere.png"]) == 2
    assert "nowhere.png is no picture that was replaced" in capsys.readouterr().err
    assert main([*command, names[1]]) == 1
    assert f"{names[1]}: taken, 8x6 before, 9x9 now: 0 decisions stay" in capsys.readouterr().out
    assert main([*command, "--all"]) == 0
    capsys.readouterr()
    assert main(command) == 0
    assert capsys.readouterr().out == "Every picture is the one that was annotated\n"
