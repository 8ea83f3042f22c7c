"""Gather what rooms without Qt can say to a person: causes, next steps and notices.

    python tools/known_texts.py           # writes tas_desktop/ui/language/known_texts.py
    python tools/known_texts.py --check   # exit code 1 where that file is out of date

Every call of a known error, of ``Notice`` and of a function that only passes a text on to them is looked
up in the source; an f-string becomes a template, ``f"{path} is empty"`` the text ``{0} is empty``.
"""

from __future__ import annotations

import argparse
import ast
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tas_desktop"
TARGET = PACKAGE / "ui" / "language" / "known_texts.py"
FEWEST_LETTERS = 6  # outside the gaps: what has fewer cannot be told from other texts
DEEPEST = 4
LOSSES = {"Loss", "note"}  # what an export or import leaves out
NEVER_IN_THE_WINDOW = {"ui", "cli", "starter", "evaluation"}  # or translated where they are said
HEAD = '''"""What rooms without Qt can say; made by ``tools/known_texts.py``, not by hand."""

# ruff: noqa: E501, Q003
from __future__ import annotations

from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

KNOWN_TEXTS: tuple[str, ...] = (
'''


def main() -> int:
    """Write the module, or check it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    module = render(gather(PACKAGE))
    if not parser.parse_args().check:
        TARGET.write_text(module, encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == module:
        return 0
    print("known_texts.py is out of date: run python tools/known_texts.py", file=sys.stderr)
    return 1


def render(texts: list[str]) -> str:
    """The module that marks the texts for the translators."""
    rows = (f'    QT_TRANSLATE_NOOP("Known", {_quoted(text)}),\n' for text in texts)
    return HEAD + "".join(rows) + ")\n"


def gather(package: Path) -> list[str]:
    """All texts, sorted."""
    modules = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0] not in NEVER_IN_THE_WINDOW
    ]
    errors = _error_classes(modules)
    found = {text for tree in modules for text in _Module(tree, errors).texts()}
    return sorted(text for text in found if _letters(text) >= FEWEST_LETTERS)


def _error_classes(modules: list[ast.Module]) -> set[str]:
    """Names of the classes that are known errors, however far from the first."""
    known, before = {"KnownError"}, 0
    while len(known) != before:
        before = len(known)
        for tree in modules:
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and any(_name(base) in known for base in node.bases):
                    known.add(node.name)
    return known


@dataclass
class _Module:
    """Looks up names where a text is not written at the call itself."""

    tree: ast.Module
    errors: set[str]
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef):
                self.functions[node.name] = node
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node

    def texts(self) -> Iterator[str]:
        for call in ast.walk(self.tree):
            if not isinstance(call, ast.Call):
                continue
            name = _name(call.func)
            if name == "Notice" and len(call.args) > 1:
                yield from self._read(call.args[1])
            elif name in LOSSES and call.args:
                yield from self._read(call.args[0])
            elif name in self.errors or _is_super_of_error(call, self.parents, self.errors):
                if call.args:
                    yield from self._read(call.args[0])
                yield from (
                    text
                    for keyword in call.keywords
                    if keyword.arg in {"next_step", "message"}
                    for text in self._read(keyword.value)
                )

    def _read(self, node: ast.expr, depth: int = 0) -> Iterator[str]:
        """The texts that an expression can be."""
        if depth > DEEPEST:
            return
        if isinstance(node, ast.Constant | ast.JoinedStr):
            text = _template(node)
            if text:
                yield text
        elif isinstance(node, ast.IfExp):
            yield from self._read(node.body, depth + 1)
            yield from self._read(node.orelse, depth + 1)
        elif isinstance(node, ast.Dict):
            for value in node.values:
                yield from self._read(value, depth + 1)
        elif isinstance(node, ast.Subscript):
            yield from self._read(node.value, depth + 1)
        elif isinstance(node, ast.Call):
            yield from self._read_call(node, depth)
        elif isinstance(node, ast.Name):
            yield from self._read_name(node, depth)

    def _read_call(self, node: ast.Call, depth: int) -> Iterator[str]:
        """What a table's ``get`` or a function of this module can give."""
        if isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            yield from self._read(node.func.value, depth + 1)
        elif _name(node.func) in self.functions:
            for inner in ast.walk(self.functions[_name(node.func)]):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from self._read(inner.value, depth + 1)

    def _read_name(self, node: ast.Name, depth: int) -> Iterator[str]:
        """What is assigned to the name in this module, or given to the function whose parameter it is."""
        function = self._function_around(node)
        if function is not None:
            names = [argument.arg for argument in function.args.args]
            keywords = [argument.arg for argument in function.args.kwonlyargs]
            if node.id in names or node.id in keywords:
                for given in self._given_to(function.name, node.id, names):
                    yield from self._read(given, depth + 1)
                return
        for other in ast.walk(self.tree):
            targets = (
                other.targets
                if isinstance(other, ast.Assign)
                else [other.target]
                if isinstance(other, ast.AnnAssign)
                else []
            )
            if any(isinstance(target, ast.Name) and target.id == node.id for target in targets):
                value = other.value  # type: ignore[attr-defined]
                if value is not None:
                    yield from self._read(value, depth + 1)

    def _given_to(self, function: str, parameter: str, names: list[str]) -> Iterator[ast.expr]:
        for call in ast.walk(self.tree):
            if isinstance(call, ast.Call) and _name(call.func) == function:
                yield from (keyword.value for keyword in call.keywords if keyword.arg == parameter)
                position = names.index(parameter) if parameter in names else -1
                if names and names[0] in {"self", "cls"}:
                    position -= 1
                if 0 <= position < len(call.args):
                    yield call.args[position]

    def _function_around(self, node: ast.AST) -> ast.FunctionDef | None:
        around = self.parents.get(node)
        while around is not None and not isinstance(around, ast.FunctionDef):
            around = self.parents.get(around)
        return around


def _is_super_of_error(call: ast.Call, parents: dict[ast.AST, ast.AST], errors: set[str]) -> bool:
    """Whether this is ``super().__init__(…)`` inside a known error."""
    if not (isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"):
        return False
    around = parents.get(call)
    while around is not None and not isinstance(around, ast.ClassDef):
        around = parents.get(around)
    return around is not None and around.name in errors


def _template(node: ast.Constant | ast.JoinedStr) -> str:
    """The text with numbered gaps; empty for what is no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts, gaps = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            parts.append(f"{{{gaps}}}")
            gaps += 1
    return "".join(parts)


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    sys.exit(main())
