from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tas_desktop.cli import main
from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.methods.params import RectifierRule
from tas_desktop.evaluation.language_bench import ImageChoice, choose_sentences, figures_of, read_sentences
from tas_desktop.evaluation.language_bench_rules import read_plainly
from tas_desktop.evaluation.language_bench_tables import read_bench_table
from tas_desktop.evaluation.language_bench_words import SPATIAL_WORDS, has_spatial_word
from tests.support.patience import PATIENCE_S

HEADER = "uid,ref_id,img_id,sent_id,sent,bbox"
LEFT_BOX, MIDDLE_BOX, RIGHT_BOX = "[10, 200, 80, 90]", "[280, 200, 80, 90]", "[540, 200, 80, 90]"


def write_table(path, rows):
    """Rows ``(ref_id, img_id, sentence, box)``."""
    lines = [f'{i},{ref},{img},{i},"{said}","{box}"' for i, (ref, img, said, box) in enumerate(rows)]
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def row_of_three(tmp_path):
    """Image 1 has three mugs in a row, image 2 two, image 3 one."""
    return write_table(
        tmp_path / "table.csv",
        [
            (1, 1, "left mug", LEFT_BOX),
            (2, 1, "middle mug", MIDDLE_BOX),
            (3, 1, "second mug from the left", MIDDLE_BOX.replace("280", "281")),
            (4, 1, "striped mug", RIGHT_BOX),
            (5, 2, "mug on the right", LEFT_BOX),
            (6, 2, "the one on the right", RIGHT_BOX),
            (7, 3, "left mug", LEFT_BOX),
        ],
    )


@pytest.fixture(scope="module")
def parser():
    from tas_desktop.config.resources import resource_path
    from tas_desktop.language.parser import SpacyParser

    return SpacyParser(resource_path("starter", "parser"))


def test_sentences_need_rivals_and_a_spatial_word(row_of_three):
    sentences = read_bench_table(row_of_three)
    assert len(sentences) == 6  # the only mug of image 3 has no rival
    texts = [sentence.text for sentence in choose_sentences(sentences)]
    assert "striped mug" not in texts
    assert len(texts) == 5
    assert {s.image_id for s in choose_sentences(sentences, ImageChoice.ODD)} == {1}
    assert {s.image_id for s in choose_sentences(sentences, ImageChoice.EVEN)} == {2}


def test_figures_are_the_shares_that_their_names_say(row_of_three, parser):
    sentences = [s for s in choose_sentences(read_bench_table(row_of_three)) if s.image_id == 2]
    readings = read_sentences(sentences, RectifierRule.TAS, parser=parser, on_sentence=lambda *_: None)
    figures = figures_of(sentences, readings)
    # Two mugs, both called the right one, one of them wrongly.
    assert (figures.point.n, figures.point.kept, figures.point.left) == (2, 0.5, 0.5)
    assert (figures.top1, figures.chance, figures.acted) == (0.5, 0.5, 1.0)
    assert (figures.plain.kept, figures.plain.left) == (0.5, 0.5)
    assert figures.curve[0] == (0.5, 0.5)
    assert figures.curve[-1] == (1.0, 1.0)


def test_what_no_rule_acts_on_counts_as_all_left(row_of_three, parser):
    sentences = choose_sentences(read_bench_table(row_of_three), ImageChoice.EVEN)
    silent = figures_of(sentences, [None] * len(sentences))
    assert (silent.point.kept, silent.point.left, silent.top1) == (1.0, 1.0, silent.chance)
    off = read_sentences(sentences, RectifierRule.OFF, parser=parser, on_sentence=lambda *_: None)
    assert off == [None] * len(sentences)


def test_the_plain_rule_halves_at_the_median(row_of_three):
    by_text = {s.text: s for s in read_bench_table(row_of_three)}
    left = read_plainly(by_text["left mug"])
    assert left.kept_n.tolist() == [True, True, False, False]
    assert read_plainly(by_text["middle mug"]) is None


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('1,1,1,1,"left",""', "line 3"),
        ('1,1,1,1,"left","[1, 2, 3]"', "line 3"),
        ('1,1,1,1,"left","[1, 2, 3, NaN]"', "line 3"),
        ('1,1,one,1,"left","[1, 2, 3, 4]"', "line 3"),
        ('1,1,1,1,"left","[1, 2, -3, 4]"', "line 3"),
        ('1,0,1,1,"left","[1, 2, 3, 5]"', "another box"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, named):
    table = tmp_path / "bad.csv"
    table.write_text(f'{HEADER}\n0,0,1,0,"right","[1, 2, 3, 4]"\n{line}\n', encoding="utf-8")
    with pytest.raises(InputRefused, match=named):
        read_bench_table(table)


def test_tables_without_their_columns_or_sentences_are_refused(tmp_path):
    table = tmp_path / "other.csv"
    table.write_text("image,expression\na.png,left\n", encoding="utf-8")
    with pytest.raises(InputRefused, match="bbox"):
        read_bench_table(table)
    with pytest.raises(InputRefused, match="No sentence"):
        choose_sentences([], ImageChoice.ODD)
    with pytest.raises(InputRefused):
        read_bench_table(tmp_path / "missing.csv")


def test_words_count_whole_and_in_any_case():
    assert has_spatial_word("LEFT mug")
    assert has_spatial_word("cup at 3 o'clock")
    assert not has_spatial_word("leftover mug")
    assert len(set(SPATIAL_WORDS)) == len(SPATIAL_WORDS)


def test_the_command_prints_json_and_writes_the_page(row_of_three, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))
    page = tmp_path / "page.md"
    assert main(["bench", "language", str(row_of_three), "--json", "--docs", str(page)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["n"] == 5
    assert printed["words"] == list(SPATIAL_WORDS)
    assert all(len(point) == 2 for point in printed["curve"])
    assert printed["kept"] >= 0.8
    assert "kept / left" in page.read_text(encoding="utf-8")
    other = row_of_three.with_name("other.csv")
    other.write_bytes(row_of_three.read_bytes())
    assert main(["bench", "language", str(row_of_three), str(other), "--method", "tas-code"]) == 0
    assert "all tables" in capsys.readouterr().out
    assert main(["bench", "language", str(row_of_three), "--method", "tas-best"]) == 2
    assert "tas-best" in capsys.readouterr().err


def test_the_command_needs_no_network_library(row_of_three, tmp_path):
    program = (
        "import sys; sys.modules['torch'] = None\n"
        "from tas_desktop.cli import main\n"
        f"sys.exit(main(['bench', 'language', {str(row_of_three)!r}, '--json']))"
    )
    home = {"TAS_DESKTOP_DATA_DIR": str(tmp_path / "home"), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=home, capture_output=True, check=True, timeout=PATIENCE_S)
    assert json.loads(done.stdout)["n"] == 5
