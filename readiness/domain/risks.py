"""Risk flags and dangerous combinations (domain §2.6)."""

from dataclasses import dataclass
from typing import Literal

RiskKind = Literal["gate", "unknown", "divergence", "unsupported", "combination", "safety", "limit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One flag. ``id`` names the combination or the limits row, ``says`` the combination's sentence."""

    kind: RiskKind
    questions: tuple[str, ...] = ()
    id: str = ""
    says: str = ""
