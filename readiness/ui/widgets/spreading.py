"""Names beside the ends of lines: each as near to its own as its neighbours allow."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], pitch: float, floor: float) -> list[float]:
    """Return places at least a pitch apart, as near to the wanted ones as the height allows; top first."""
    places: list[float] = []
    for y in wanted:
        places.append(max(y, places[-1] + pitch) if places else y)
    for index in reversed(range(len(places))):
        places[index] = min(places[index], floor)
        floor = places[index] - pitch
    return places
