"""The importer of custom lenses."""

from readiness.exchange.foreign import Foreign, Guarded, Kind
from readiness.exchange.lens.converting import FIRST, to_questionnaire, version_in
from readiness.exchange.lens.linting import check_lens
from readiness.exchange.lens.reading import MOST_BYTES, means_lens, read_lens


class LensImporter:
    """AWS Well-Architected custom lenses."""

    name = "Custom lens (JSON)"
    kind: Kind = "questionnaire"
    most_bytes = MOST_BYTES

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - what is in it tells
        """Whether a file has the two keys that every lens has."""
        return means_lens(head)

    def read(self, file: Guarded) -> Foreign:
        """Return the questionnaire that a lens is, and what is wrong with its rules."""
        reading = read_lens(file.content)
        if reading.lens is None:
            return Foreign(faults=reading.faults)
        version = version_in(reading.lens)
        return Foreign(
            questionnaire=to_questionnaire(reading.lens, file.content, version or FIRST),
            faults=check_lens(file.content),
            converted=True,
            version=version,
        )
