"""How a file reaches what it names: other questionnaires, wherever they are."""

from collections.abc import Callable
from pathlib import PureWindowsPath

from readiness.domain.questionnaire import Questionnaire

Find = Callable[[str], Questionnaire | None]
"""What finds a questionnaire by ``id@version``, or the newest of a major version by ``id@1``."""


def may_lie_beside(reference: str) -> bool:
    """Whether a reference may be the path of a file beside the one that names it.

    Nobody is led to another computer, or to a place of this one that the sender thought of: merely looking
    for a file on a share tells that share who looks. Windows has every kind of path that leads away.
    """
    path = PureWindowsPath(reference)
    return not (path.drive or path.root or ":" in reference)
