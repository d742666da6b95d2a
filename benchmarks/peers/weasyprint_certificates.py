"""Certificates by WeasyPrint: `python weasyprint_certificates.py CERTIFICATES PROCESSES`, see environment.py.

In its favour: the same fonts come from fontconfig (no web font is loaded a second time), style sheet and font
configuration are made once a process, and one of the two standards is asked for, since it can't claim both.
"""

import json
import multiprocessing
import os
import sys
import time
from html import escape
from pathlib import Path

try:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
except OSError as error:
    raise SystemExit(f"the library Pango that WeasyPrint needs is not installed: {error}") from error

STYLE = """
@page { size: A4; margin: 24mm 28mm 30mm }
html { font: 9.5pt/1.45 "Noto Sans", "Noto Sans Georgian"; color: #1d2a33 }
body { margin: 0; text-align: center }
.frame { position: fixed; border: 0.4pt solid #1b4f63 }
.outer { inset: -14mm -18mm -20mm; border-width: 1.4pt }
.inner { inset: -12mm -16mm -18mm }
.school { font-size: 11pt; font-weight: 600; color: #1b4f63 }
.small { font-size: 8pt; color: #55626b }
h1 { font-size: 26pt; font-weight: 700; color: #1b4f63; margin: 8mm 0 4mm }
.statement { width: 125mm; margin: 6mm auto 5mm }
.name { font-size: 20pt; font-weight: 600 }
.quiet { color: #55626b }
.host { font-size: 13pt; font-weight: 600 }
table { width: 100%; table-layout: fixed; border-collapse: collapse; text-align: left }
.facts { border: solid #c2cbd1; border-width: 0.5pt 0; margin: 10mm 0 }
.facts th { width: 46mm; font-weight: 400; color: #55626b; vertical-align: top; padding: 1.4mm 0 }
h2 { font-size: 9.5pt; font-weight: 600; margin: 0; text-align: left }
.lines td { vertical-align: bottom }
.line { padding-top: 9mm; border-bottom: 0.6pt solid #7c8891 }
.under td { font-size: 7.5pt; color: #55626b }
.narrow { width: 32mm }
.number { position: fixed; bottom: -14mm; left: 0; right: 0 }
.foot { margin-top: 12mm; text-align: left }
"""


def page(certificate):
    """The certificate as HTML: blocks and fixed tables, because flexible boxes would take twice the time."""

    def lines(texts):
        return "<br>".join(map(escape, texts))

    text = {key: escape(value) for key, value in certificate.items() if isinstance(value, str)}
    first, last = map(escape, certificate["days"])
    party, *who = certificate["signer"]
    facts = "".join(f"<tr><th>{escape(label)}</th><td>{lines(value)}</td>" for label, value in certificate["facts"])
    return f"""<!doctype html><html lang="{text["language"]}"><title>{text["title"]}</title>
<div class="frame outer"></div><div class="frame inner"></div>
<div class="school">{text["school"]}</div><div class="small">{lines(certificate["letterhead"])}</div>
<h1>{text["heading"]}</h1><div>{text["number_line"]} · {text["place_and_day"]}</div>
<p class="statement">{text["statement"]}</p><div class="name">{text["name"]}</div>
<div class="quiet">{text["born"]}</div><p class="small">{text["host_label"]}</p><div class="host">{text["host"]}</div>
<table class="facts">{facts}</table>
<h2>{text["attended"]}</h2>
<table class="lines"><tr><td class="line"></td><td></td><td class="line"></td></tr>
<tr class="under"><td>{first}</td><td></td><td>{last}</td></tr></table>
<table class="lines"><tr><td><b>{escape(party)}</b><br>{lines(who)}</td>
<td class="line"></td><td class="line narrow"></td></tr>
<tr class="under"><td></td><td>{text["signature"]}</td><td>{text["date"]}</td></tr></table>
<div class="foot small">{text["validity"]}</div>
<div class="number small">{text["number_line"]} · {text["page"]}</div></html>"""


def make_ready():
    global fonts, style
    fonts = FontConfiguration()
    style = weasyprint.CSS(string=STYLE, font_config=fonts)


def pdf(certificate):
    """The certificate's PDF."""
    document = weasyprint.HTML(string=page(certificate))
    return document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/a-2a", pdf_tags=True)


def main():
    certificates = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if "TILTS_BENCH_SHOW" in os.environ:  # to look at the page
        make_ready()
        Path(os.environ["TILTS_BENCH_SHOW"]).write_bytes(pdf(certificates[0]))
    with multiprocessing.Pool(int(sys.argv[2]), make_ready) as workers:
        workers.map(pdf, certificates[:8], chunksize=1)
        print("ready WeasyPrint", weasyprint.__version__, flush=True)
        for line in sys.stdin:
            wanted = [certificates[number % len(certificates)] for number in range(int(line))]
            started = time.perf_counter()
            workers.map(pdf, wanted, chunksize=5)
            print((time.perf_counter() - started) / len(wanted), flush=True)


if __name__ == "__main__":
    main()
