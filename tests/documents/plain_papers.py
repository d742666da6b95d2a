"""Papers to try things on."""

from datetime import date

from tilts.documents.frame import Letterhead, frame
from tilts.documents.typesetting import Paper

LETTERHEAD = Letterhead("Lielupes tehnikums", ("Reģistrācijas numurs 40900012345", "Pasta iela 37, Jelgava"))
MARK = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="5" cy="5" r="4"/></svg>'


def plain_paper(
    *paragraphs, title="A letter", language="en", letterhead=LETTERHEAD, dated_on=date(2027, 3, 1), **framed
):
    """A letter of paragraphs; framed: further arguments of `frame`."""
    framed = {"heading": title, "number": "7", "place_and_day": "Jelgava, 1 March 2027"} | framed
    data = frame(letterhead, **framed) | {"paragraphs": list(paragraphs)}
    return Paper("documents/typst/plain.typ", title, language, data, dated_on)
