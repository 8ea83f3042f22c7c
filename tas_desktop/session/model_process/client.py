"""On the window's side: the pipeline as the lanes use it, answered by the model process."""

from __future__ import annotations

import itertools
import logging
import multiprocessing
import queue
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.errors import BackendFailed, DeviceLost
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.engine.news import News
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
from tas_desktop.session.model_process.remote_proposer import RemoteProposer
from tas_desktop.session.model_process.server import serve
from tas_desktop.session.pipeline import no_outline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tas_desktop.batch.proposing import ImageProposals, ImageTask
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.prompt import PromptedMask
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.methods import Chips, Method
    from tas_desktop.engine.segmenting import PromptTask
    from tas_desktop.session.pipeline import AnnotationPipeline, FindOutline
    from tas_desktop.session.repair.seen_pictures import SmallPicture

logger = logging.getLogger(__name__)

CANCEL_POLL_S = 0.05
STOP_TIMEOUT_S = 3.0


class RemotePipeline:
    """Starts the model process and waits until its models are loaded.

    Its methods block and belong into lanes. It may be used from several lanes at once.

    Args:
        load: loads the models; called inside the process, so it must be picklable.
        token: gives up waiting for the models.

    Raises:
        KnownError: the models cannot be loaded.
        Cancelled: the token was set meanwhile; of its methods also that it was closed meanwhile.
    """

    def __init__(self, load: Callable[[], AnnotationPipeline], *, token: CancelToken) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, load), name="tas-models", daemon=True)
        self._process.start()
        theirs.close()
        self._sending = threading.Lock()
        self._ids = itertools.count(1)
        self._boxes: dict[int, queue.SimpleQueue[Reply]] = {0: queue.SimpleQueue()}
        self._alive, self._closed = True, False
        self.news, self._moved = News(), tuple[tuple[str, str], ...]()
        self._listener = threading.Thread(target=self._listen, name="model replies", daemon=True)
        self._listener.start()
        try:
            loaded = self._wait_loaded(token)
        except BaseException:
            self.close()
            raise
        self._loaded, self.profile, self.params = loaded, loaded.profile, loaded.params
        self._recipe, self.knows_prompts = loaded.recipe, loaded.knows_prompts
        self.capabilities = loaded.capabilities

    @property
    def devices(self) -> tuple[tuple[str, str], ...]:
        """See `AnnotationPipeline.devices`."""
        return self._moved or self._loaded.devices

    @property
    def is_alive(self) -> bool:
        """Whether the process still answers."""
        return self._alive

    @property
    def process_id(self) -> int:
        """The process's id, for memory figures."""
        return self._process.pid or 0

    def analyse(
        self,
        image: LoadedImage,
        *,
        control: Control,
        on_partial: Callable[[ImageAnalysis], None],
        method: Method | None = None,
        find_outline: FindOutline = no_outline,
    ) -> ImageAnalysis:
        """See `AnnotationPipeline.analyse`."""
        kept = self.recall(image.content_hash, method=method)
        if kept is not None:
            return kept
        recipe = self._recipe if method is None else replace(self._recipe, method=method)
        outline = find_outline(image.content_hash, recipe.analysis_key(image.content_hash))
        request_id = next(self._ids)
        request = Analyse(request_id, image.content_hash, image, method, outline)
        for reply in self._ask(request, request_id, token=control.token):
            if reply.kind is ReplyKind.PROGRESS:
                control.report(reply.content)
            elif reply.kind is ReplyKind.PARTIAL:
                on_partial(reply.content)
            else:
                analysis: ImageAnalysis = reply.content
                return analysis
        raise self._ended()

    def recall(self, content_hash: str, *, method: Method | None = None) -> ImageAnalysis | None:
        """See `AnnotationPipeline.recall`."""
        request_id = next(self._ids)
        reply = next(self._ask(Analyse(request_id, content_hash, None, method), request_id), None)
        if reply is None:
            raise self._ended()
        kept: ImageAnalysis | None = reply.content
        return kept

    def rank(
        self, analysis: ImageAnalysis, expression: str, *, chips: Chips, method: Method | None = None
    ) -> Ranking:
        """See `AnnotationPipeline.rank`."""
        key = analysis_key(analysis)
        for brought in (None, analysis):
            request_id = next(self._ids)
            request = Rank(request_id, key, expression, chips, brought, method)
            reply = next(self._ask(request, request_id), None)
            if reply is None:
                raise self._ended()
            if reply.kind is ReplyKind.DONE:
                ranking: Ranking = reply.content
                return ranking
        raise RuntimeError("the model process did not take the analysis it was given")

    def answer(
        self, key: str, task: PromptTask, *, brought: SmallPicture | None, token: CancelToken
    ) -> PromptedMask | None:
        """See `AnnotationPipeline.answer`."""
        request_id = next(self._ids)
        for reply in self._ask(Answer(request_id, key, task, brought), request_id, token=token):
            answered: PromptedMask | None = reply.content
            return answered
        raise self._ended()

    def proposer(self, method: Method | None = None) -> RemoteProposer:
        """See `AnnotationPipeline.proposer`."""
        return RemoteProposer(self.propose, recipe=self._recipe, method=method)

    def propose(self, task: ImageTask, *, method: Method | None, control: Control) -> ImageProposals:
        """Do one image of a batch, while nobody at the screen wants the networks."""
        request_id = next(self._ids)
        for reply in self._ask(Propose(request_id, task, method), request_id, token=control.token):
            if reply.kind is ReplyKind.DONE:
                proposals: ImageProposals = reply.content
                return proposals
        raise self._ended()

    def close(self) -> None:
        """End the process: it is asked, and after three seconds made to. Work under way is cancelled."""
        self._alive, self._closed = False, True
        self._send(Stop())
        self._process.join(STOP_TIMEOUT_S)
        if self._process.is_alive():
            logger.warning("the model process did not end by itself")
            self._process.kill()
            self._process.join(STOP_TIMEOUT_S)
        self._listener.join(STOP_TIMEOUT_S)  # else it might read from whatever gets this descriptor next
        self._connection.close()

    def _ended(self) -> Exception:
        """Why no answer comes any more."""
        if self._closed:
            return Cancelled()
        return BackendFailed(
            f"The models' process has ended unexpectedly (code {self._process.exitcode})",
            next_step="Analyse the picture again; that starts it anew",
        )

    def _wait_loaded(self, token: CancelToken) -> Loaded:
        box = self._boxes[0]
        while True:
            token.check()
            try:
                reply = box.get(timeout=CANCEL_POLL_S)
            except queue.Empty:
                continue
            if reply.kind is ReplyKind.LOADED:
                loaded: Loaded = reply.content
                return loaded
            raise reply.content.unpack() if reply.kind is ReplyKind.FAILED else self._ended()

    def _ask(self, message: object, request_id: int, *, token: CancelToken | None = None) -> Iterator[Reply]:
        """Send a request and yield its replies up to the last; raise what went wrong."""
        box: queue.SimpleQueue[Reply] = queue.SimpleQueue()
        self._boxes[request_id] = box
        told = False
        try:
            self._send(message)
            while True:
                if token is not None and token.is_cancelled and not told:
                    self._send(Cancel(request_id))
                    told = True
                try:
                    reply = box.get(timeout=CANCEL_POLL_S)
                except queue.Empty:
                    if not self._alive:
                        return
                    continue
                if reply.kind is ReplyKind.CANCELLED:
                    raise Cancelled
                if reply.kind is ReplyKind.FAILED:
                    error = reply.content.unpack()
                    if isinstance(error, DeviceLost):
                        self._alive = False  # the process ends itself
                    raise error
                if reply.kind is ReplyKind.DIED:
                    return
                yield reply
        finally:
            del self._boxes[request_id]

    def _send(self, message: Any) -> None:
        try:
            with self._sending:
                self._connection.send(message)
        except (BrokenPipeError, OSError):
            self._alive = False

    def _listen(self) -> None:
        try:
            while True:
                reply: Reply = self._connection.recv()
                box = self._boxes.get(reply.request_id)
                if reply.kind is ReplyKind.NOTICE:
                    self.news.tell(reply.content, about=reply.content.text)
                elif reply.kind is ReplyKind.DEVICES:
                    self._moved = reply.content
                    self.news.change()
                elif box is not None:
                    box.put(reply)
        except (EOFError, OSError):
            pass  # the process has ended
        except Exception:
            logger.exception("a reply of the model process could not be read; nobody listens to it any more")
        self._alive = False
        for box in list(self._boxes.values()):
            box.put(Reply(ReplyKind.DIED))
