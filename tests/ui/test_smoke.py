from tests.ui.conftest import type_and_wait


def test_smoke(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    opened.grab().save("/tmp/smoke.png")
