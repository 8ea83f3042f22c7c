"""Inside the model process: threads that analyse, rank, answer prompts and work for a batch; one listens."""

from __future__ import annotations

import logging
import os
import queue
import signal
import threading
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from tas_desktop.batch.orphans import end_with_parent
from tas_desktop.domain.errors import BackendFailed, DeviceLost
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tas_desktop.session.byte_lru import ByteLru
from tas_desktop.session.failure import Failure
from tas_desktop.session.model_process.messages import (
    Analyse,
    Answer,
    Cancel,
    Loaded,
    Propose,
    Rank,
    Reply,
    ReplyKind,
    Stop,
    analysis_key,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.control import Progress
    from tas_desktop.session.pipeline import AnnotationPipeline

CACHE_BYTES = 128 * 2**20
NICENESS = 5  # the window comes first
LOST_DEVICE = 70  # exit code where the device was lost, for the log


def serve(connection: Connection[object, object], load: Callable[[], AnnotationPipeline]) -> None:
    """Load the models, then answer until the window says stop or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's affair
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    end_with_parent()  # nobody listens on the connection while the models load
    server = _Server(connection)
    try:
        pipeline = load()
    except Exception as error:  # noqa: BLE001 - told to the window, which shows it
        server.send(Reply(ReplyKind.FAILED, content=Failure.of(error)))
        return
    server.send(Reply(ReplyKind.LOADED, content=_loaded(pipeline)))
    pipeline.news.follow(
        lambda notice: server.send(Reply(ReplyKind.NOTICE, content=notice)),
        lambda: server.send(Reply(ReplyKind.DEVICES, content=pipeline.devices)),
    )
    server.run(pipeline)
    _end(0)


def _end(code: int) -> NoReturn:
    """Nothing here is worth an orderly end, and torch's threads make one slow."""
    logging.shutdown()
    os._exit(code)


def _loaded(pipeline: AnnotationPipeline) -> Loaded:
    return Loaded(
        pipeline.profile,
        pipeline.devices,
        pipeline.params,
        pipeline.proposer().recipe,
        pipeline.knows_prompts,
        pipeline.capabilities,
    )


class _Server:
    def __init__(self, connection: Connection[object, object]) -> None:
        self._connection = connection
        self._sending = threading.Lock()
        self._tokens: dict[int, CancelToken] = {}
        self._analyses: ByteLru[tuple[str, bool], ImageAnalysis] = ByteLru(CACHE_BYTES)
        self._guard = threading.Lock()
        self._to_analyse: queue.SimpleQueue[Analyse | None] = queue.SimpleQueue()
        self._to_rank: queue.SimpleQueue[Rank | None] = queue.SimpleQueue()
        self._to_answer: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._to_propose: queue.SimpleQueue[Propose | None] = queue.SimpleQueue()

    def send(self, reply: Reply) -> None:
        """Send a reply; a window that is gone is no error."""
        try:
            with self._sending:
                self._connection.send(reply)
        except (BrokenPipeError, OSError):
            os._exit(0)

    def run(self, pipeline: AnnotationPipeline) -> None:
        """Listen until the end; each kind of work has a thread."""
        for work in (self._propose_all, self._analyse_all, self._rank_all, self._answer_all):
            threading.Thread(target=work, args=(pipeline,), daemon=True).start()
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                return
            if isinstance(message, Stop):
                return
            self._take(message)

    def _take(self, message: object) -> None:
        if isinstance(message, Analyse):
            self._tokens[message.request_id] = CancelToken()
            self._to_analyse.put(message)
        elif isinstance(message, Propose):
            self._tokens[message.request_id] = CancelToken()
            self._to_propose.put(message)
        elif isinstance(message, Answer):
            self._tokens[message.request_id] = CancelToken()
            self._to_answer.put(message)
        elif isinstance(message, Rank):
            self._to_rank.put(message)
        elif isinstance(message, Cancel) and message.request_id in self._tokens:
            self._tokens[message.request_id].cancel()

    def _analyse_all(self, pipeline: AnnotationPipeline) -> None:
        while (request := self._to_analyse.get()) is not None:
            self._answer(request.request_id, partial(self._analyse, pipeline, request))
            self._tokens.pop(request.request_id, None)

    def _propose_all(self, pipeline: AnnotationPipeline) -> None:
        while (request := self._to_propose.get()) is not None:
            self._answer(request.request_id, partial(self._propose, pipeline, request))
            self._tokens.pop(request.request_id, None)

    def _answer_all(self, pipeline: AnnotationPipeline) -> None:
        while True:
            request = self._to_answer.get()
            while not self._to_answer.empty():  # the newest counts
                self.send(Reply(ReplyKind.CANCELLED, request.request_id))
                self._tokens.pop(request.request_id, None)
                request = self._to_answer.get()
            self._answer(request.request_id, partial(self._answer_prompts, pipeline, request))
            self._tokens.pop(request.request_id, None)

    def _rank_all(self, pipeline: AnnotationPipeline) -> None:
        while (request := self._to_rank.get()) is not None:
            self._answer(request.request_id, partial(self._rank, pipeline, request))

    def _answer(self, request_id: int, work: Callable[[], Reply]) -> None:
        try:
            reply = work()
        except Cancelled:
            reply = Reply(ReplyKind.CANCELLED, request_id)
        except MemoryError as error:
            known = BackendFailed("There is not enough memory for this picture", next_step=str(error))
            reply = Reply(ReplyKind.FAILED, request_id, Failure.of(known))
        except DeviceLost as error:
            self.send(Reply(ReplyKind.FAILED, request_id, Failure.of(error)))
            _end(LOST_DEVICE)  # nothing works on it in this process any more; the next request starts another
        except Exception as error:  # noqa: BLE001 - told to the window, which sorts it
            reply = Reply(ReplyKind.FAILED, request_id, Failure.of(error))
        try:
            self.send(reply)
        except Exception as error:  # noqa: BLE001 - it does not pickle, and somebody waits for an answer
            self.send(Reply(ReplyKind.FAILED, request_id, Failure.of(error)))

    def _analyse(self, pipeline: AnnotationPipeline, request: Analyse) -> Reply:
        def report(progress: Progress) -> None:
            self.send(Reply(ReplyKind.PROGRESS, request.request_id, progress))

        def hand_out(analysis: ImageAnalysis) -> None:
            self._keep(analysis)
            self.send(Reply(ReplyKind.PARTIAL, request.request_id, analysis))

        control = Control(self._tokens[request.request_id], report)
        if request.image is None:
            kept = pipeline.recall(request.content_hash, method=request.method)
            if kept is None:
                return Reply(ReplyKind.PIXELS_WANTED, request.request_id)
            analysis = kept
        else:
            analysis = pipeline.analyse(
                request.image,
                control=control,
                on_partial=hand_out,
                method=request.method,
                find_outline=lambda _hash, _key: request.outline,
            )
        self._keep(analysis)
        return Reply(ReplyKind.DONE, request.request_id, analysis)

    def _propose(self, pipeline: AnnotationPipeline, request: Propose) -> Reply:
        control = Control(self._tokens[request.request_id])
        proposals = pipeline.proposer(request.method).propose(request.task, control=control)
        return Reply(ReplyKind.DONE, request.request_id, proposals)

    def _answer_prompts(self, pipeline: AnnotationPipeline, request: Answer) -> Reply:
        answered = pipeline.answer(
            request.key, request.task, brought=request.brought, token=self._tokens[request.request_id]
        )
        return Reply(ReplyKind.DONE, request.request_id, answered)

    def _rank(self, pipeline: AnnotationPipeline, request: Rank) -> Reply:
        if request.analysis is not None:
            self._keep(request.analysis)
        with self._guard:
            analysis = self._analyses.get(request.analysis_key)
        if analysis is None:
            return Reply(ReplyKind.ANALYSIS_WANTED, request.request_id)
        ranking = pipeline.rank(analysis, request.expression, chips=request.chips, method=request.method)
        return Reply(ReplyKind.DONE, request.request_id, ranking)

    def _keep(self, analysis: ImageAnalysis) -> None:
        with self._guard:
            self._analyses.put(analysis_key(analysis), analysis, analysis.nbytes)
