"""What a user is told of our own bugs: one sentence; the rest goes into the log."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from readiness import paths

_LARGEST_LOG: Final = 1_000_000
_OLD_LOGS: Final = 3


def tell(error: Exception) -> str:
    """Write the failure to the log and return the sentence for the user."""
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        return f"The system says: {error.strerror}{where}. Nothing that was saved is touched."
    happened = f"Readiness itself went wrong ({type(error).__name__}); nothing that was saved is touched."
    log = _record(error)
    return f"{happened} The details are in {log}." if log else f"{happened} The log could not be written."


def _record(error: Exception) -> Path | None:
    log = paths.log_folder() / "readiness.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log, maxBytes=_LARGEST_LOG, backupCount=_OLD_LOGS, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("readiness.cli")
    logger.propagate = False
    logger.addHandler(handler)
    logger.error("a command failed", exc_info=error)
    logger.removeHandler(handler)
    handler.close()
    return log
