"""Certificates by a Word template and LibreOffice: `python word_certificates.py CERTIFICATES PROCESSES`.

In its favour: the template is filled by replacing text in it (the quickest way there is), all certificates of a
process are converted by one run of LibreOffice, and the time a run takes to start is taken off.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

DOCUMENT = "word/document.xml"
# Archive and screen readers, as far as this program goes.
AS_PDF = "pdf:writer_pdf_Export:" + json.dumps(
    {
        name: {"type": kind, "value": value}
        for name, kind, value in (
            ("SelectPdfVersion", "long", "2"),
            ("UseTaggedPDF", "boolean", "true"),
            ("PDFUACompliance", "boolean", "true"),
        )
    }
)


def texts(certificate):
    """What stands in the places of the template: the lines of one text apart, as a place holds one."""
    found = {key: value for key, value in certificate.items() if isinstance(value, str)}
    for key in ("letterhead", "days", "signer"):
        found |= {f"{key}_{place}": line for place, line in enumerate(certificate[key])}
    for place, (label, value) in enumerate(certificate["facts"]):
        found |= {f"label_{place}": label, f"fact_{place}": ", ".join(value)}
    return found


def make_template(path, certificate):
    """A document like the certificate, with {{places}} for the texts."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
    section.top_margin, section.bottom_margin = Mm(24), Mm(30)
    _frame_page(section)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Noto Sans", Pt(9.5)
    style.paragraph_format.space_after = Pt(4)

    def text(place, size=9.5, *, bold=False, colour="1D2A33", centred=True, where=document):
        paragraph = where.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
        run = paragraph.add_run("{{" + place + "}}")
        run.bold, run.font.size, run.font.color.rgb = bold, Pt(size), RGBColor.from_string(colour)
        return paragraph

    text("school", 11, bold=True, colour="1B4F63")
    for place in range(len(certificate["letterhead"])):
        text(f"letterhead_{place}", 8, colour="55626B")
    text("heading", 26, bold=True, colour="1B4F63").style = document.styles["Heading 1"]
    text("number_line")
    text("place_and_day")
    text("statement")
    text("name", 20, bold=True)
    text("born", colour="55626B")
    text("host_label", 8, colour="55626B")
    text("host", 13, bold=True)
    facts = document.add_table(rows=0, cols=2)
    for place in range(len(certificate["facts"])):
        label, fact = facts.add_row().cells
        label.text, fact.text = "{{label_%d}}" % place, "{{fact_%d}}" % place
    text("attended", bold=True, centred=False)
    days = document.add_table(rows=1, cols=2, style="Table Grid")
    days.rows[0].cells[0].text, days.rows[0].cells[1].text = "{{days_0}}", "{{days_1}}"
    signing = document.add_table(rows=1, cols=3, style="Table Grid")
    signer = signing.rows[0].cells
    signer[0].text = "{{signer_0}} {{signer_1}} {{signer_2}}"
    signer[1].text, signer[2].text = "{{signature}}", "{{date}}"
    text("validity", 8, colour="55626B", centred=False)
    text("number_line", 8, colour="55626B", centred=False)
    text("page", 8, colour="55626B", centred=False)
    document.save(path)


def _frame_page(section):
    borders = OxmlElement("w:pgBorders")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "thinThickSmallGap"), ("sz", "18"), ("space", "24"), ("color", "1B4F63")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    section._sectPr.append(borders)


def fill(template, certificate, path):
    """The template with the certificate's texts in it."""
    values = texts(certificate)
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == DOCUMENT:
                xml = content.decode()
                for place, text in values.items():
                    xml = xml.replace("{{" + place + "}}", escape(text))
                content = xml.encode()
            target.writestr(member, content)


def convert(profile, folder, template, certificates):
    """All of them by one run of LibreOffice."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, certificate in enumerate(certificates):
        fill(template, certificate, folder / f"{number}.docx")
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore"),
            *("--convert-to", AS_PDF, "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    made = len(list(folder.glob("*.pdf")))
    if made != len(certificates):
        raise SystemExit(f"LibreOffice made {made} of {len(certificates)} certificates")


def main():
    if not shutil.which("soffice"):
        raise SystemExit("LibreOffice is not installed (Debian, Ubuntu: apt-get install libreoffice-writer-nogui).")
    certificates = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    processes = int(sys.argv[2])
    version = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(processes) as workers:
        here = Path(temporary)
        template = here / "template.docx"
        make_template(template, certificates[0])

        def timed(count):
            shares = [certificates[place:count:processes] for place in range(processes)]
            started = time.perf_counter()
            running = [
                workers.submit(convert, here / f"profile{place}", here / f"made{place}", template, share)
                for place, share in enumerate(shares)
                if share
            ]
            for each in running:
                each.result()
            return time.perf_counter() - started

        timed(processes)
        if "TILTS_BENCH_SHOW" in os.environ:  # to look at the page
            shutil.copy(here / "made0" / "0.pdf", os.environ["TILTS_BENCH_SHOW"])
        print("ready LibreOffice", version, flush=True)
        for line in sys.stdin:
            count = int(line)
            # The first certificate of each process takes the start of LibreOffice with it.
            only_started = timed(processes)
            print((timed(count + processes) - only_started) / count, flush=True)


if __name__ == "__main__":
    main()
