"""Cut the face for Chinese, Japanese and Korean out of Debian’s ``fonts-droid-fallback`` (Apache 2.0).

``python packaging/subset_cjk.py DroidSansFallbackFull.ttf``; what GB 2312, Big5, Shift JIS and EUC-KR can
write stays, which is what people type. The rest is printed as its code. Run it again when that changes.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "assets" / "fonts" / "DroidSansFallback-CJK.ttf"
ENCODINGS = ("gb2312", "big5", "shift_jis", "euc_kr")
FIRST = 0x1100
"""Below it the other faces have what is written in Latin, Greek and Cyrillic."""


def letters() -> set[int]:
    """Return the characters that one of the encodings has."""
    found = set()
    for code in range(FIRST, 0x10000):
        char = chr(code)
        for encoding in ENCODINGS:
            try:
                char.encode(encoding)
            except UnicodeEncodeError:
                continue
            found.add(code)
            break
    return found


def main(source: Path) -> int:
    """Write the face."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=[], notdef_outline=True, hinting=False, name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)
    font.save(TARGET, reorderTables=True)
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes, {len(font.getBestCmap()):,} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
