"""Property tests are the same every run: a failure here is a failure everywhere."""

import os

from hypothesis import settings

settings.register_profile("domain", max_examples=60, deadline=None, derandomize=True)
settings.register_profile("soak", max_examples=3000, deadline=None)
settings.load_profile("soak" if os.environ.get("READINESS_SOAK") else "domain")
