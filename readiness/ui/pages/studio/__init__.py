"""The parts of the studio’s page."""
