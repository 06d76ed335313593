"""The parts of what the room sees."""
