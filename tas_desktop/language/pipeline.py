"""A spaCy pipeline, from a folder or installed, loaded when first needed."""

from __future__ import annotations

import hashlib
import json
import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.errors import WeightsDamaged
from tas_desktop.domain.understanding import Chunk, Token
from tas_desktop.language.lemmas import lemma_of
from tas_desktop.language.parse import ParsedExpression

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

META_KEY = "tas_desktop"
"""Where ``meta.json`` of our own pipelines says how they want to be used."""


class SpacyPipeline:
    """Parses text into plain values. Safe to call from several threads, one at a time.

    Args:
        place: a pipeline folder, or the name of an installed pipeline such as ``en_core_web_trf``.
        single_sentence: forbid sentence breaks; None takes what the pipeline's ``meta.json`` asks for
            (ours does: a referring expression is one phrase, however it is punctuated).
    """

    def __init__(self, place: str | Path, *, single_sentence: bool | None = None) -> None:
        self._place = place
        self._single_sentence = single_sentence
        self._lock = threading.Lock()
        self._loaded: Language | None = None

    @cached_property
    def revision(self) -> str:
        """Checksum of a folder's files, or the version of an installed package; spaCy stays unloaded.

        Raises:
            WeightsDamaged: there is no such folder or package.
        """
        folder = Path(self._place)
        if folder.is_dir():
            digest = hashlib.sha256()
            for path in sorted(p for p in folder.rglob("*") if p.is_file()):
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
            return digest.hexdigest()[:16]
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version(str(self._place))
        except PackageNotFoundError as error:
            raise self._damaged("it is neither a folder nor an installed package") from error

    @cached_property
    def wishes(self) -> dict[str, Any]:
        """What our own pipelines say about their use (``single_sentence``, ``lower_case``, recipe)."""
        try:
            meta = json.loads((Path(self._place) / "meta.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        found = meta.get(META_KEY) if isinstance(meta, dict) else None
        return found if isinstance(found, dict) else {}

    def load(self) -> None:
        """Load the pipeline now rather than with the first text.

        Raises:
            WeightsDamaged: spaCy cannot load it.
        """
        with self._lock:
            self._load_once()

    def parse(self, text: str, *, lower: bool = False) -> ParsedExpression:
        """Parse a text; runs of blanks count as one.

        Args:
            text: anything; lone surrogates become question marks.
            lower: parse the lower-cased text; the tokens keep the case as typed where lower-casing
                does not change the length.

        Raises:
            WeightsDamaged: the pipeline cannot be loaded.
        """
        typed = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
        read = typed.lower() if lower or self.wishes.get("lower_case") else typed
        shown = typed if len(typed) == len(read) else read
        with self._lock:
            pipeline = self._load_once()
            # The zone gives back the strings of each keystroke's half-typed words.
            with pipeline.memory_zone():
                return _to_values(self._run(pipeline, read), shown)

    def _run(self, pipeline: Language, text: str) -> Doc:
        doc = pipeline.make_doc(text)
        wished = self.wishes.get("single_sentence", False)
        if wished if self._single_sentence is None else self._single_sentence:
            for token in doc[1:]:
                token.is_sent_start = False
        return pipeline(doc) if len(doc) else doc

    def _load_once(self) -> Language:
        if self._loaded is None:
            import spacy

            try:
                self._loaded = spacy.load(self._place)
            except Exception as error:
                raise self._damaged(str(error)) from error
        return self._loaded

    def _damaged(self, cause: str) -> WeightsDamaged:
        return WeightsDamaged(
            f"The language pipeline {self._place} cannot be loaded: {cause}",
            next_step="Reinstall TAS Desktop, or choose another parser in the profile.",
        )


def _to_values(doc: Doc, typed: str) -> ParsedExpression:
    tokens = tuple(
        Token(
            text=typed[token.idx : token.idx + len(token.text)],
            lemma=token.lemma_ or lemma_of(token.text, token.tag_),
            tag=token.tag_,
            pos=token.pos_,
            dep=token.dep_,
            head=token.head.i,
            whitespace=token.whitespace_,
        )
        for token in doc
    )
    if not (doc.has_annotation("DEP") and doc.has_annotation("POS")):
        return ParsedExpression(typed, tokens, (), pos_missing=bool(tokens))
    chunks = tuple(
        Chunk(span.start, span.end, span.root.i, typed[span.start_char : span.end_char])
        for span in doc.noun_chunks
    )
    return ParsedExpression(typed, tokens, chunks)
