"""How a file reaches what it names: other questionnaires, wherever they are."""

from collections.abc import Callable

from readiness.domain.questionnaire import Questionnaire

Find = Callable[[str], Questionnaire | None]
"""What finds a questionnaire by ``id@version``, or the newest of a major version by ``id@1``."""


def stays_here(reference: str) -> bool:
    """Whether a reference may be the path of a file on this computer.

    Merely looking for a file on a share tells that share who looks, so nobody is led to one.
    """
    return not reference.startswith(("\\\\", "//", "\\/", "/\\")) and "://" not in reference
