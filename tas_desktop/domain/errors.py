"""Known errors: conditions of the world, not faults of the program.

Each names its cause and the next step, so that the window and the command line can show it as it is.
Everything else that is raised is a bug and keeps its traceback.
"""

from __future__ import annotations


class KnownError(Exception):
    """A condition outside the program's control, told to the user calmly.

    Args:
        message: the cause, one sentence, without a trailing full stop.
        next_step: what the user can do about it; empty when nothing can be done.
    """

    exit_code = 2

    def __init__(self, message: str, *, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message}. {self.next_step}" if self.next_step else self.message


class InputRefused(KnownError):
    """What the user gave (image, expression, folder) cannot be worked with."""


class ImageRefused(InputRefused):
    """The image file is missing, empty, truncated, too large or no image at all."""


class ImageMissing(ImageRefused):
    """There is no file at the image's place; it may lie elsewhere."""


class ExpressionRefused(InputRefused):
    """The expression is empty or too long."""


class WeightsDamaged(KnownError):
    """A weights file is missing, truncated or does not match its manifest."""


class TargetNotWritable(KnownError):
    """The place to write to is read-only, full or already taken."""


class BackendFailed(KnownError):
    """A model backend could not do its work (out of memory, device lost, wrong architecture)."""


class DeviceLost(BackendFailed):
    """The device stopped answering in mid-work; nothing in this process can use it any more."""
