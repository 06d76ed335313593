"""The parts of the page on which one answers."""
