"""Open the window; with no display, say so in one line and write the sample's report to ``out/`` instead."""

import os
import subprocess
import sys
from pathlib import Path

SAMPLE = "Checkout API@2026-Q3"


def main() -> int:
    """Return the program's exit code."""
    if _has_display():
        return subprocess.run([sys.executable, "-m", "readiness"], check=False).returncode
    out = Path(__file__).resolve().parent.parent / "out"
    out.mkdir(exist_ok=True)
    workspace = out / "sample.readiness"
    report = out / "checkout-api-2026-q3.pdf"
    workspace.unlink(missing_ok=True)
    steps = [["demo", str(workspace)], ["--workspace", str(workspace), "report", SAMPLE, "-o", str(report)]]
    for step in steps:
        done = subprocess.run([sys.executable, "-m", "readiness", *step], check=False, stdout=subprocess.PIPE)
        if done.returncode:
            return done.returncode
    print(f"There is no display, so the sample’s report was written to out/{report.name} instead.")
    return 0


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
