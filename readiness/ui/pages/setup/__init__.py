"""The parts of New assessment, one panel a file."""
