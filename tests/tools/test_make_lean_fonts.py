"""The fonts of the public pages have the letters they are for."""

from fontTools.ttLib import TTFont

from tilts.web import apps as web

FONTS = web.__file__.removesuffix("apps.py") + "static/vendor/fonts/"


def letters(name: str) -> set[str]:
    return {chr(code) for code in TTFont(FONTS + name).getBestCmap()}


def test_the_lean_fonts_write_the_languages_of_europe_and_georgian():
    for weight in (400, 600):
        assert set("AzĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽžÕõÄäÖöÜüŁłŃńŻżęąčŘřŽșțğİıß–—“”„‘’…·€×−") <= letters(
            f"noto-sans-lean-{weight}.woff2"
        )
        assert set("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ₾") <= letters(f"georgian-lean-{weight}.woff2")
