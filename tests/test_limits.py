"""Nothing in the tests waits without a limit, so that a hang says what was waited for."""

from __future__ import annotations

import ast
from pathlib import Path

RUNNERS = {"run", "call", "check_call", "check_output"}
CLIENTS = Path(__file__).parent / "clients"  # makes environments: takes what the network takes
WAITERS = {"wait", "join", "communicate", "acquire"}


def is_unlimited(call: ast.Call) -> bool:
    """Whether a call waits for another process or thread for as long as that likes."""
    name = getattr(call.func, "attr", "")
    words = {keyword.arg for keyword in call.keywords}
    if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "subprocess":
        return name in RUNNERS and "timeout" not in words
    if name == "communicate":
        return "timeout" not in words
    return name in WAITERS and not call.args and not words & {"timeout", "blocking"}


def find_unlimited(source: str) -> list[int]:
    """Lines of such calls."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return sorted(call.lineno for call in calls if is_unlimited(call))


def test_every_wait_has_a_limit():
    found = {
        f"{file.relative_to(Path(__file__).parent)}:{line}"
        for file in Path(__file__).parent.rglob("*.py")
        if not file.is_relative_to(CLIENTS)
        for line in find_unlimited(file.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_what_is_looked_for_is_found():
    unlimited = ["subprocess.run(a)", "p.wait()", "t.join()", "p.communicate('')", "lock.acquire()"]
    assert find_unlimited("\n".join(unlimited)) == [1, 2, 3, 4, 5]
    limited = ["subprocess.run(a, timeout=3)", "p.wait(3)", "t.join(timeout=3)", "', '.join(words)"]
    assert find_unlimited("\n".join(limited)) == []
