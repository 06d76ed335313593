"""The parts of what only the facilitator sees."""
