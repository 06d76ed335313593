"""The parts of the limits page."""
