"""The parts of a round, one widget a file."""
