"""Damaging one file of an export: most often one value of it, else its bytes, its name or its being there."""

from __future__ import annotations

import csv
import io
import json
import os
import pickle  # noqa: TID251 - writes the damaged pickle; none is ever read with it
import re
from typing import TYPE_CHECKING, Any, Final

from fuzzing.hostile import AIMED, hostile_pickle
from fuzzing.values import change
from tas_desktop.formats.untrusted.pickle_reading import parse_plain_pickle

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

STRUCTURED: Final = 0.8
"""Share of the cases that change a value and leave the rest as it was."""

_AT_LABELS: Final = 0.9
_AT_CELLS: Final = 0.5
_MOVED: Final = 0.15
_HOSTILE: Final = 0.1
_NOT_READ: Final = frozenset({".tas-contents.json"})
_HEADS: Final = (
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\x00" * 16,
    b"(lp0\n",
    b"{",
    b"[",
    b"PAR1",
    b"\x80\x04\x95",
)


def damage(path: Path, *, rng: random.Random) -> tuple[str, bool]:
    """Damage one file below a path, or the path itself.

    Returns:
        What was done, and whether it was to the structure.
    """
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    known = [file for file in files if file.suffix in _BY_SUFFIX and file.name not in _NOT_READ]
    file = rng.choice(known) if known and rng.random() < _AT_LABELS else rng.choice(files)
    structured = _BY_SUFFIX.get(file.suffix)
    if structured is not None and rng.random() < STRUCTURED:
        done = structured(file, rng)
        return f"{file.name}: {done}", True
    name, do = rng.choice(_CRUDE)
    do(file, rng)
    return f"{file.name}: {name}", False


def move_pictures(folder: Path, *, rng: random.Random) -> None:
    """Now and then let the pictures be gone, or bear other names."""
    chance = rng.random()
    if chance > _MOVED:
        return
    for number, file in enumerate(sorted(folder.rglob("*.png"))):
        if chance < _MOVED / 2 and file.is_file():
            file.unlink()
        elif file.is_file():
            file.rename(file.with_name(f"moved {number}.png"))


def _damage_json(file: Path, rng: random.Random) -> str:
    value = [json.loads(file.read_text(encoding="utf-8"))]
    done = change(value, rng)
    file.write_text(_written(value[0] if value else None, rng), encoding="utf-8", errors="surrogatepass")
    return done


def _damage_lines(file: Path, rng: random.Random) -> str:
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
    done = change(lines, rng)
    text = "\n".join(_written(line, rng) for line in lines)
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    return done


def _written(value: Any, rng: random.Random) -> str:
    """JSON, now and then with a name twice in a record."""
    text = json.dumps(value, ensure_ascii=rng.random() < 0.7)
    if rng.random() < 0.03:
        text = re.sub(r'\{("[^"]+": [^,{}\[\]]+)', r"{\1, \1", text, count=1)
    return text


def _damage_pickle(file: Path, rng: random.Random) -> str:
    if rng.random() < _HOSTILE:
        file.write_bytes(hostile_pickle(rng))
        return "a hostile pickle"
    value = [parse_plain_pickle(file.read_bytes())]
    done = change(value, rng)
    protocol = rng.randrange(6)
    whole = value[0] if value else None
    if rng.random() < 0.05:
        whole, done = [whole, rng.choice([print, os, {1}, b"x", 1j, slice(1)])], "an object inside"
        whole[1] = print if whole[1] is os else whole[1]
    try:
        file.write_bytes(pickle.dumps(whole, protocol))
    except (UnicodeEncodeError, RecursionError):  # half a character, or nested too deeply: not to be pickled
        file.write_bytes(pickle.dumps(whole, 4)[:-1] if protocol < 3 else b"\x80\x04]" + b"](" * 3000)
        done += ", cut"
    return done


def _damage_csv(file: Path, rng: random.Random) -> str:
    rows: list[Any] = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
    done = _aim_at_cell(rows, rng) if rng.random() < _AT_CELLS else change(rows, rng)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator=rng.choice(["\n", "\r\n"]))
    for row in rows:
        writer.writerow(row if isinstance(row, list) else [row])
    file.write_text(stream.getvalue(), encoding="utf-8", errors="surrogatepass", newline="")
    return done


def _aim_at_cell(rows: list[Any], rng: random.Random) -> str:
    """Give a cell what its column's name makes hurtful, or what another row has there."""
    head = rows[0] if rows else []
    columns = [place for place, name in enumerate(head) if name in AIMED]
    whole = [row for row in rows[1:] if len(row) == len(head)]
    if not (columns and whole):
        return "no such columns"
    place, row = rng.choice(columns), rng.choice(whole)
    value = rng.choice(AIMED[head[place]]) if rng.random() < 0.5 else rng.choice(whole)[place]
    row[place] = value if isinstance(value, str) else "" if value is None else json.dumps(value, default=str)
    return f"column {head[place]!a} aimed at"


def _damage_parquet(file: Path, rng: random.Random) -> str:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(file)
    rows = table.to_pylist()
    done = change(rows, rng)
    try:
        pq.write_table(pa.Table.from_pylist([row for row in rows if isinstance(row, dict)]), file)
    except (pa.ArrowException, UnicodeEncodeError, OverflowError, TypeError, ValueError):
        column = rng.randrange(table.num_columns)
        pq.write_table(table.remove_column(column), file)
        done = f"without the column {table.column_names[column]}"
    return done


def _damage_text(file: Path, rng: random.Random) -> str:
    lines = [*file.read_text(encoding="utf-8").split("\n")]
    done = change(lines, rng)
    file.write_text("\n".join(map(str, lines)), encoding="utf-8", errors="surrogatepass")
    return done


_BY_SUFFIX: Final[dict[str, Callable[[Path, random.Random], str]]] = {
    ".json": _damage_json,
    ".jsonl": _damage_lines,
    ".p": _damage_pickle,
    ".csv": _damage_csv,
    ".parquet": _damage_parquet,
    ".txt": _damage_text,
}


def _cut(file: Path, rng: random.Random) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: rng.randrange(len(content) + 1)])


def _flip(file: Path, rng: random.Random) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(rng.choice([1, 1, 3, 20]) if content else 0):
        content[rng.randrange(len(content))] = rng.randrange(256)
    file.write_bytes(content)


def _repeat(file: Path, rng: random.Random) -> None:
    content = file.read_bytes()
    first, last = sorted(rng.randrange(len(content) + 1) for _ in range(2))
    file.write_bytes(content[:last] + content[first:last] * rng.choice([1, 2, 100]) + content[last:])


def _behead(file: Path, rng: random.Random) -> None:
    file.write_bytes(rng.choice(_HEADS) + file.read_bytes())


def _other_encoding(file: Path, rng: random.Random) -> None:
    text = file.read_bytes().decode("utf-8", "replace")
    file.write_bytes(text.encode(rng.choice(["utf-16", "utf-32", "latin-1", "cp037"]), "replace"))


def _remove(file: Path, _rng: random.Random) -> None:
    file.unlink()


def _link(file: Path, rng: random.Random) -> None:
    file.unlink()
    file.symlink_to(rng.choice(["/etc/hostname", "/dev/zero", file.name, "/", "nowhere"]))


def _folder(file: Path, _rng: random.Random) -> None:
    file.unlink()
    file.mkdir()


def _punctuate(file: Path, rng: random.Random) -> None:
    """Take a sign of the grammar away, or set another one: what a broken writer or an editor does."""
    content = file.read_bytes()
    signs = [place for place, byte in enumerate(content) if byte in b'[]{},:"\n\t']
    place = rng.choice(signs) if signs else 0
    new = rng.choice([b"", b",", b"]", b"}", b"[", b'"', b"null", b" x ", b"1e999", b"\n\n", b"\\ud800"])
    file.write_bytes(content[:place] + new + content[place + (1 if rng.random() < 0.7 else 0) :])


def _follow(file: Path, rng: random.Random) -> None:
    """Set something behind the end."""
    file.write_bytes(file.read_bytes() + rng.choice([b"]", b" x", b"{}\n", b"[]", b"\n\n", b"\0", b","]))


def _rename(file: Path, rng: random.Random) -> None:
    file.rename(file.with_name(rng.choice(["x", "other.json", "é.p", f"{file.stem}(umd){file.suffix}"])))


def _noise(file: Path, rng: random.Random) -> None:
    file.write_bytes(rng.randbytes(rng.choice([0, 1, 10, 5000])))


_CRUDE: Final[tuple[tuple[str, Callable[[Path, random.Random], None]], ...]] = (
    ("cut", _cut),
    ("cut", _cut),
    ("bytes flipped", _flip),
    ("bytes flipped", _flip),
    ("a part repeated", _repeat),
    ("a sign of the grammar", _punctuate),
    ("a sign of the grammar", _punctuate),
    ("something behind the end", _follow),
    ("other first bytes", _behead),
    ("another encoding", _other_encoding),
    ("gone", _remove),
    ("a link", _link),
    ("a folder", _folder),
    ("renamed", _rename),
    ("noise", _noise),
)
