"""The parts of the closing page."""
