"""What lies in a container, read without trusting it: no name leads out of it, none is there twice, none is too big."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

MEBIBYTE = 1024 * 1024
MOST_FILES = 500
MOST_BYTES = 250 * MEBIBYTE  # unpacked, all together
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class BadContainer(ValueError):
    """A container that can't be read as one; code: of sentences.REASONS, outcome: of records.OUTCOMES."""

    def __init__(self, code: str, outcome: str = "cannot_tell") -> None:
        super().__init__(code)
        self.code, self.outcome = code, outcome


@dataclass(frozen=True)
class Container:
    """The files of a container by their names, in its order."""

    files: dict[str, bytes]
    begins_with_type: bool  # does its type stand where it must: first, and not compressed?

    @property
    def papers(self) -> dict[str, bytes]:
        """What is signed, or should be."""
        return {name: content for name, content in self.files.items() if not is_about_the_container(name)}


def is_about_the_container(name: str) -> bool:
    """Is it a list, a signature or the type, and no paper?"""
    return name == "mimetype" or name.startswith("META-INF/")


def read_container(content: bytes) -> Container:
    """The files of a container. Raises BadContainer."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check_names(archive.infolist())
            _check_sizes(members)
            files = {member.filename: _read(archive, member) for member in members}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, UnicodeDecodeError) as error:
        raise BadContainer("damaged_file") from error
    first = members[0] if members else None
    is_first = first is not None and first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED
    return Container(files, is_first)


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for member in members:
        name = member.filename
        path = PurePosixPath(name)
        wrong = not name.isprintable() or "\\" in name or ":" in name or member.orig_filename != name
        if wrong or not name or path.is_absolute() or ".." in path.parts:
            raise BadContainer("unsafe_name")
        if name.casefold() in seen:
            # Which of both is shown depends on the program: one may have been put in after signing.
            raise BadContainer("doubled_file", "altered")
        seen.add(name.casefold())


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise BadContainer("too_costly")
    if any(member.flag_bits & 0x1 for member in members):
        raise BadContainer("encrypted")
    if any(member.compress_type not in _KINDS for member in members):
        raise BadContainer("damaged_file")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """One file; it may be no longer than it said, for else its size was no limit."""
    try:
        with archive.open(member) as file:
            content = file.read(member.file_size + 1)
    except Exception as error:
        raise BadContainer("damaged_file") from error
    if len(content) != member.file_size:
        raise BadContainer("damaged_file")
    return content
