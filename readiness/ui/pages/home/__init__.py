"""The parts of Home, one widget a file."""
