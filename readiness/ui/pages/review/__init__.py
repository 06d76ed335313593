"""The parts of the table review."""
