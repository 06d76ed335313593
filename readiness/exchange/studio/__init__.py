"""Questionnaires that are being written: their YAML text keeps everything that an edit does not concern."""
