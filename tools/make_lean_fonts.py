"""Cut the fonts of the public pages down to the letters that they use: `make install` calls it.

    .venv/bin/python tools/make_lean_fonts.py FONTS_OF_PAPERS TARGET_FOLDER

A page with two weights weighs 27 kB of Latin letters and 12 kB of Georgian ones instead of 142 and 33.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

# Latin with all letters of the languages from Iceland to Türkiye, punctuation, signs of money, comparisons.
LATIN = (
    "U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02C6-02DD,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,"
    "U+2032-2033,U+2039-203A,U+20AC,U+2116,U+2122,U+2212,U+2248,U+2264-2265"
)
GEORGIAN = "U+10D0-10FF,U+20BE"  # the letters that are written today, and the lari
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "tnum"]
FACES = [
    ("noto-sans/NotoSans_400Regular.ttf", "Noto Sans", "noto-sans-lean-400", 400, LATIN),
    ("noto-sans/NotoSans_600SemiBold.ttf", "Noto Sans", "noto-sans-lean-600", 600, LATIN),
    ("noto-sans-georgian/NotoSansGeorgian_400Regular.ttf", "Noto Sans Georgian", "georgian-lean-400", 400, GEORGIAN),
    ("noto-sans-georgian/NotoSansGeorgian_600SemiBold.ttf", "Noto Sans Georgian", "georgian-lean-600", 600, GEORGIAN),
]


def make(source: Path, target: Path) -> str:
    """Writes the fonts into `target`/fonts and gives the style sheet that names them."""
    sheet = []
    for file, family, name, weight, letters in FACES:
        options = subset.Options(flavor="woff2", hinting=False, layout_features=FEATURES, notdef_outline=True)
        font = subset.load_font(str(source / file), options)
        chosen = subset.Subsetter(options)
        chosen.populate(unicodes=subset.parse_unicodes(letters))
        chosen.subset(font)
        subset.save_font(font, str(target / "fonts" / f"{name}.woff2"), options)
        sheet.append(
            f'@font-face {{ font-family: "{family}"; font-style: normal; font-weight: {weight}; font-display: swap; '
            f"src: url(fonts/{name}.woff2) format('woff2'); unicode-range: {letters}; }}\n"
        )
    return "".join(sheet)


if __name__ == "__main__":
    fonts_of_papers, target_folder = map(Path, sys.argv[1:])
    (target_folder / "fonts-lean.css").write_text(make(fonts_of_papers, target_folder))
