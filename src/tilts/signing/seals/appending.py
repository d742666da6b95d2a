"""Pages behind the pages of another PDF, with their tags, as one incremental update.

Both are tagged, as Typst makes them: the structure of the added pages joins that of the first file, so that a screen
reader reads on. Numbers and names that both use are given anew to what is added.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NumberObject,
    StreamObject,
    pdf_name,
    pdf_string,
)
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from tilts.signing.seals.copying import Copier, entries, leaves, value_of
from tilts.signing.seals.updating import Update, read_pdf

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_PAGE_COUNT = re.compile(rb"(<xmpTPg:NPages>)\d+(</xmpTPg:NPages>)")


class CannotAppend(Exception):
    """One of the files is broken or encrypted, or what is to be added has fields to fill in."""


def append_pages(content: bytes, pages: bytes) -> bytes:
    """`content` with all pages of the PDF `pages` behind its own; begins with exactly `content`.

    Title, bookmarks and metadata of `pages` are left behind. Raises CannotAppend.
    """
    try:
        update, added = Update(content), read_pdf(pages)
        if update.prev.encrypted or added.encrypted:
            raise CannotAppend("pages of an encrypted PDF can't be joined")
        if "/AcroForm" in added.root:
            raise CannotAppend("pages with fields to fill in can't be added")
        _append(update, added)
        output = io.BytesIO()
        update.write(output)  # type: ignore[no-untyped-call]
    except (PdfError, KeyError, IndexError, TypeError) as error:
        raise CannotAppend(f"one of the files is no sound PDF: {error}") from error
    return output.getvalue()


def _append(update: Update, added: PdfFileReader) -> None:
    tree, other = value_of(update.root, "/StructTreeRoot"), value_of(added.root, "/StructTreeRoot")
    is_tagged = tree is not None and other is not None
    copier = Copier(update, first_key=_next_key(tree) if is_tagged else 0, is_tagged=is_tagged)
    copier.stands_for(added.root.raw_get("/Pages"), update.root.raw_get("/Pages"))
    pages = list(_pages(added.root["/Pages"], added.root.raw_get("/Pages")))
    for reference, _page in pages:
        copier.reserve(reference)
    if is_tagged:
        copier.stands_for(added.root.raw_get("/StructTreeRoot"), update.root.raw_get("/StructTreeRoot"))
        _join_names(update, tree, other, copier)
        _join_structure(update, tree, other, copier, value_of(added.root, "/Lang"))
    for reference, page in pages:
        copier.put(reference, page)
    copier.finish()
    _lengthen(update, [copier.reserve(reference) for reference, _page in pages])
    _count_in_metadata(update)


def _pages(node: DictionaryObject, reference: IndirectObject) -> Iterator[tuple[IndirectObject, DictionaryObject]]:
    """The pages of a tree in their order, each with what it inherits written down."""
    for kid in leaves(node, reference, "/Kids"):
        page = DictionaryObject(kid.get_object())
        parent = kid.get_object()
        while (parent := value_of(parent, "/Parent")) is not None:
            for name in _INHERITED:
                if name in parent and name not in page:
                    page[pdf_name(name)] = parent.raw_get(name)
        page.setdefault(pdf_name("/Rotate"), NumberObject(0))  # not as the other file's pages are turned
        yield kid, page


def _lengthen(update: Update, added: list[IndirectObject]) -> None:
    tree = update.root["/Pages"]
    tree["/Kids"].extend(added)
    tree[pdf_name("/Count")] = NumberObject(int(tree["/Count"]) + len(added))
    update.update_container(tree["/Kids"])
    update.update_container(tree)


# The structure


def _next_key(tree: DictionaryObject) -> int:
    """The first number that no page of the file has in the tree of its structure."""
    used = [int(number) for number, _value in entries(value_of(tree, "/ParentTree", {}), "/Nums")]
    return max([int(value_of(tree, "/ParentTreeNextKey", 0)), *(number + 1 for number in used)])


def _join_names(update: Update, tree: DictionaryObject, other: DictionaryObject, copier: Copier) -> None:
    """Roles that the added pages bring along; a name that means something else here is replaced by what it means."""
    roles = value_of(tree, "/RoleMap")
    if roles is None:
        roles = tree[pdf_name("/RoleMap")] = DictionaryObject()
    for name, meaning in value_of(other, "/RoleMap", {}).items():
        if name not in roles:
            roles[pdf_name(name)] = meaning
        elif roles[name] != meaning:
            copier.renamed_roles[name] = meaning
    update.update_container(roles)


def _join_structure(
    update: Update, tree: DictionaryObject, other: DictionaryObject, copier: Copier, language: Any
) -> None:
    tops = [copier.copy(top) for top in _listed(other, "/K")]
    parent = _top_of(update, tree)
    _hang_in(update, parent.get_object(), tops)
    added = [(number, copier.copy(value)) for number, value in entries(value_of(other, "/ParentTree", {}), "/Nums")]
    numbers = value_of(tree, "/ParentTree")
    if numbers is None:
        numbers = tree[pdf_name("/ParentTree")] = DictionaryObject({pdf_name("/Nums"): ArrayObject()})
    _add_numbers(update, numbers, [(int(number) + copier.first_key, value) for number, value in added])
    tree[pdf_name("/ParentTreeNextKey")] = NumberObject(
        1 + max([copier.first_key - 1, *(int(number) + copier.first_key for number, _value in added)])
    )
    _join_identifiers(tree, other, copier)
    update.update_container(tree)
    copier.finish()
    _place(tops, parent, language)


def _top_of(update: Update, tree: DictionaryObject) -> IndirectObject:
    """What the added elements hang in: the one document of the file, or the root where there is not just one."""
    tops = _listed(tree, "/K")
    is_document = len(tops) == 1 and value_of(tops[0].get_object(), "/S") == "/Document"
    top: IndirectObject = tops[0] if is_document else update.root.raw_get("/StructTreeRoot")
    return top


def _hang_in(update: Update, parent: DictionaryObject, added: list[IndirectObject]) -> None:
    parent[pdf_name("/K")] = ArrayObject([*_listed(parent, "/K"), *added])
    update.update_container(parent)


def _place(added: list[IndirectObject], parent: IndirectObject, language: Any) -> None:
    """Tell the added elements whom they hang in; a document inside a document is a part of it."""
    for reference in added:
        element = reference.get_object()
        element[pdf_name("/P")] = parent
        if element["/S"] == "/Document" and "/S" in parent.get_object():
            element[pdf_name("/S")] = pdf_name("/Part")
        if language is not None:
            element.setdefault(pdf_name("/Lang"), pdf_string(str(language)))


def _listed(tree: DictionaryObject, key: str) -> list[Any]:
    """An entry that is one thing or a list of things, as a list of references."""
    if key not in tree:
        return []
    value = tree[key]
    return list(value) if isinstance(value, ArrayObject) else [tree.raw_get(key)]


def _add_numbers(update: Update, numbers: DictionaryObject, added: list[tuple[int, Any]]) -> None:
    flat = ArrayObject([item for number, value in added for item in (NumberObject(number), value)])
    if not added:
        return
    if "/Kids" in numbers:
        limits = ArrayObject([NumberObject(added[0][0]), NumberObject(added[-1][0])])
        leaf = DictionaryObject({pdf_name("/Limits"): limits, pdf_name("/Nums"): flat})
        numbers["/Kids"].append(update.add_object(leaf))
        update.update_container(numbers["/Kids"])
    else:
        numbers["/Nums"].extend(flat)
        update.update_container(numbers["/Nums"])
    update.update_container(numbers)


def _join_identifiers(tree: DictionaryObject, other: DictionaryObject, copier: Copier) -> None:
    """Names of single elements, such as the heads of a table: what is added gets names of its own."""
    if "/IDTree" not in other:
        return
    own = list(entries(value_of(tree, "/IDTree", {}), "/Names"))
    joined = own + [(copier.own_name(name), copier.copy(value)) for name, value in entries(other["/IDTree"], "/Names")]
    joined.sort(key=lambda entry: entry[0].original_bytes)
    tree[pdf_name("/IDTree")] = DictionaryObject(
        {pdf_name("/Names"): ArrayObject([item for entry in joined for item in entry])}
    )


# The metadata


def _count_in_metadata(update: Update) -> None:
    """The number of pages, where the metadata tell it."""
    if "/Metadata" not in update.root:
        return
    metadata = update.root["/Metadata"]
    count = b"%d" % int(update.root["/Pages"]["/Count"])
    changed = _PAGE_COUNT.sub(rb"\g<1>" + count + rb"\g<2>", metadata.data)
    if changed != metadata.data:
        heads = {name: value for name, value in metadata.items() if name not in ("/Length", "/Filter", "/DecodeParms")}
        update.root[pdf_name("/Metadata")] = update.add_object(
            StreamObject(DictionaryObject(heads), stream_data=changed)
        )
        update.update_root()  # type: ignore[no-untyped-call]
