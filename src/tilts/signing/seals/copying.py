"""Objects of one PDF carried over into another, with all that they refer to."""

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NumberObject,
    Reference,
    StreamObject,
    TextStringObject,
    pdf_name,
)
from pyhanko.pdf_utils.misc import PdfReadError

from tilts.signing.seals.updating import Update

_DEEPEST = 64  # levels of a tree, or of what is written inside one object
_KEYS = ("/StructParent", "/StructParents")


class Copier:
    """Copies into an update; what refers to the same thing in one file does so in the other.

    first_key: added to the numbers under which pages are known in the tree of the structure.
    is_tagged: False leaves such numbers out.
    """

    def __init__(self, update: Update, *, first_key: int, is_tagged: bool) -> None:
        self.update = update
        self.first_key = first_key
        self.is_tagged = is_tagged
        self.renamed_roles: dict[str, Any] = {}
        self._known: dict[Reference, IndirectObject] = {}
        self._waiting: list[tuple[Reference, IndirectObject]] = []

    def stands_for(self, theirs: IndirectObject, ours: IndirectObject) -> None:
        """Refer to `ours` where the other file refers to `theirs`."""
        self._known[theirs.reference] = ours

    def reserve(self, theirs: IndirectObject) -> IndirectObject:
        """The reference that `theirs` gets here, whose object is put later."""
        if theirs.reference not in self._known:
            self._known[theirs.reference] = self.update.allocate_placeholder()
        return self._known[theirs.reference]

    def put(self, theirs: IndirectObject, value: DictionaryObject) -> None:
        """Copy `value` as the object behind what was reserved for `theirs`."""
        self.update.add_object(self.copy(value), idnum=self._known[theirs.reference].idnum)

    def copy(self, value: Any, depth: int = 0) -> Any:
        """The same value here; a reference's object follows at `finish`."""
        if depth > _DEEPEST:
            raise PdfReadError("written too deep inside each other")
        match value:
            case IndirectObject():
                return self._reference(value)
            case StreamObject():
                return StreamObject(self._items(value, depth), encoded_data=value.encoded_data)
            case DictionaryObject():
                return DictionaryObject(self._items(value, depth))
            case ArrayObject():
                return ArrayObject(self.copy(item, depth + 1) for item in value)
            case _:
                return value

    def finish(self) -> None:
        """Copy what was referred to."""
        while self._waiting:
            theirs, ours = self._waiting.pop()
            self.update.add_object(self.copy(theirs.get_object()), idnum=ours.idnum)

    def own_name(self, name: Any) -> ByteStringObject:
        """A name of an element, as no element of the first file has it."""
        return ByteStringObject(f"added-{self.first_key}-".encode() + name.original_bytes)

    def _reference(self, theirs: IndirectObject) -> IndirectObject:
        ours = self._known.get(theirs.reference)
        if ours is None:
            ours = self._known[theirs.reference] = self.update.allocate_placeholder()
            self._waiting.append((theirs.reference, ours))
        return ours

    def _items(self, value: DictionaryObject, depth: int) -> dict[Any, Any]:
        items: dict[Any, Any] = {pdf_name(name): self.copy(item, depth + 1) for name, item in value.items()}
        for key in _KEYS:
            if key in items:
                items[pdf_name(key)] = NumberObject(int(items[key]) + self.first_key)
                if not self.is_tagged:
                    del items[key]
        if "/S" in items and items.get("/S") in self.renamed_roles and "/P" in items:
            items[pdf_name("/S")] = self.renamed_roles[items["/S"]]
        if isinstance(items.get("/ID"), ByteStringObject | TextStringObject) and "/S" in items:
            items[pdf_name("/ID")] = self.own_name(items["/ID"])
        if "/Headers" in items and "/O" in items:
            items[pdf_name("/Headers")] = ArrayObject(self.own_name(name) for name in value["/Headers"])
        return items


def value_of(node: DictionaryObject, key: str, otherwise: Any = None) -> Any:
    """An entry, followed where it is a reference."""
    return node[key] if key in node else otherwise  # noqa: SIM401 - `get` would give the reference


def leaves(node: DictionaryObject, reference: IndirectObject, key: str, depth: int = 0) -> Iterator[IndirectObject]:
    """The references to what has no further `key` in a tree, in order."""
    if depth > _DEEPEST:
        raise PdfReadError("a tree that is too deep")
    if key not in node:
        yield reference
        return
    for kid in node[key]:
        yield from leaves(kid.get_object(), kid, key, depth + 1)


def entries(node: DictionaryObject, key: str, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    """What a tree of numbers (key "/Nums") or of names ("/Names") holds, in order; values as they are referred to."""
    if depth > _DEEPEST:
        raise PdfReadError("a tree that is too deep")
    flat = list(value_of(node, key, ()))
    yield from zip(flat[::2], flat[1::2], strict=True)
    for kid in value_of(node, "/Kids", ()):
        yield from entries(kid.get_object(), key, depth + 1)
