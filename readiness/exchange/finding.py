"""How a file reaches what it names: other questionnaires, wherever they are."""

from collections.abc import Callable

from readiness.domain.questionnaire import Questionnaire

Find = Callable[[str], Questionnaire | None]
"""What finds a questionnaire by ``id@version``, or the newest of a major version by ``id@1``."""
