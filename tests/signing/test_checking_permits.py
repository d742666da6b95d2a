"""What a signature permits to be added behind it, and what came back signed."""

import io

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.sign.fields import MDPPerm, SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

from tests.signing.checked import PAPER, SEAL, SEALED, says
from tests.signing.sealed import paper
from tilts.signing.checking import continues
from tilts.signing.seals import seal_pdf
from tilts.signing.seals.updating import Update


def certified(permission, then, content=PAPER):
    """A file certified with what may still be done, and then something done."""
    signer = PdfSignatureMetadata(field_name="Author", certify=True, docmdp_permissions=permission)
    output = sign_pdf(Update(content), signer, SEAL.signer, new_field_spec=SigFieldSpec("Author"))
    return then(output.getvalue())


def signed_again(content):
    output = sign_pdf(Update(content), PdfSignatureMetadata(field_name="Second"), SEAL.signer)
    return output.getvalue()


def test_a_certified_file_may_be_signed_where_that_is_permitted():
    assert says(certified(MDPPerm.FILL_FORMS, signed_again))[0] == "genuine"


def written(update):
    output = io.BytesIO()
    update.write(output)
    return output.getvalue()


def with_field():
    """A paper with a field to fill in."""
    update = Update(PAPER)
    page = update.find_page_for_modification(0)[0]
    name, number = generic.pdf_name, generic.NumberObject
    field = generic.DictionaryObject(
        {
            name("/FT"): name("/Tx"),
            name("/T"): pdf_string("Town"),
            name("/V"): pdf_string(""),
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/Widget"),
            name("/Rect"): generic.ArrayObject(map(number, (50, 50, 200, 70))),
            name("/F"): number(4),
            name("/P"): page,
        }
    )
    reference = update.add_object(field)
    update.root["/AcroForm"] = update.add_object(
        generic.DictionaryObject({name("/Fields"): generic.ArrayObject([reference])})
    )
    update.update_root()
    update.register_annotation(page, reference)
    return written(update)


def filled_in(content):
    update = Update(content)
    field = update.root["/AcroForm"]["/Fields"][0].get_object()
    field["/V"] = pdf_string("Jelgava")
    update.update_container(field)
    return written(update)


def test_a_field_filled_in_after_signing_alters_the_file_unless_the_signature_permits_it():
    outcome, reasons = says(filled_in(seal_pdf(with_field(), seal=SEAL, reason="")))

    assert (outcome, reasons[0]) == ("altered", "filled_in_after_signing")
    assert says(certified(MDPPerm.FILL_FORMS, filled_in, with_field()))[0] == "genuine"
    assert says(certified(MDPPerm.NO_CHANGES, filled_in, with_field()))[1][0] == "change_not_permitted"


# What came back


def test_continues_tells_whether_a_signed_file_begins_with_what_was_sent():
    assert [continues(PAPER, each) for each in (SEALED, PAPER, b"", paper("Other"))] == [True, False, False, False]
    assert not continues(b"", SEALED)
