"""Cut the faces of the response pack out of the shipped ones: Latin letters and a few signs.

Other scripts are set in the reader's own faces. Run it again when a face or the alphabet changes.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parent.parent / "assets"
FACES = {
    "ReadinessInter-Regular": "regular",
    "ReadinessInter-SemiBold": "semibold",
    "ReadinessInterDisplay-SemiBold": "display",
}
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
SIGNS = [ord(sign) for sign in "‑–—‘’“”„…•×−→←↑↓⟨⟩"]


def main() -> None:
    """Write one compressed face a file."""
    for face, name in FACES.items():
        font = TTFont(ASSETS / "fonts" / f"{face}.ttf", recalcTimestamp=False)
        options = Options(layout_features=["kern", "mark", "ccmp"], notdef_outline=True, hinting=False)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[*LETTERS, *SIGNS])
        subsetter.subset(font)
        font.flavor = "woff"
        path = ASSETS / "pack" / f"{name}.woff"
        path.parent.mkdir(exist_ok=True)
        font.save(path, reorderTables=True)
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
