"""What the two sides of a system are called, whether one answers alone, and who may add notes."""

from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.questionnaire import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Names of a system's lanes; an empty one is called as usual, Product or Engineering.

    ``alone`` is set where one side answers and the other does not exist: such a result is printed as “one
    view only”. ``guest`` names a lane that adds notes and no levels; empty where there is none.
    """

    __pydantic_config__ = STRICT

    product: str = ""
    engineering: str = ""
    alone: Literal["product", "engineering"] | None = None
    guest: str = ""

    def name(self, side: Literal["product", "engineering"]) -> str:
        """Return what a side is called here; empty where it has no name of its own."""
        return self.product if side == "product" else self.engineering

    def called(self, side: Literal["product", "engineering"]) -> str:
        """Return what people call a side here."""
        return self.name(side) or ("Product" if side == "product" else "Engineering")

    def answers(self, side: Literal["product", "engineering"]) -> bool:
        """Say whether a side answers at all."""
        return self.alone in {None, side}


USUAL: Final = Lanes()
"""Product and Engineering, both answering, nobody else."""
