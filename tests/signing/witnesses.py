"""Other people's programs that check signatures: pdfsig for a PDF, edockit for a container."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

_EDOCKIT = Path(__file__).parents[2] / "node_modules" / "edockit"
_PROGRAM = Path(__file__).parent / "verify_container.mjs"

needs_pdfsig = pytest.mark.skipif(not shutil.which("pdfsig"), reason="needs pdfsig: sudo apt-get install poppler-utils")
needs_edockit = pytest.mark.skipif(
    not shutil.which("node") or not _EDOCKIT.exists(), reason="needs Node and edockit: make install-test"
)


def pdfsig(folder: Path, content: bytes) -> list[str]:
    """Its word on each signature of a PDF, such as "Signature is Valid."; none where it finds no signature."""
    file = folder / "paper.pdf"
    file.write_bytes(content)
    told = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False).stdout
    return [line.partition(": ")[2] for line in told.splitlines() if "Signature Validation" in line]


def edockit(folder: Path, content: bytes) -> list[tuple[bool, bool, bool]]:
    """Its word on each signature of a container: all is well, the papers are, the signature is."""
    file = folder / "container.asice"
    file.write_bytes(content)
    program = folder / _PROGRAM.name
    program.write_bytes(_PROGRAM.read_bytes())
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(_EDOCKIT.parent)
    told = subprocess.run(
        ["node", "--preserve-symlinks-main", program, file], capture_output=True, text=True, check=True, timeout=120
    )
    return [(each["isValid"], each["checksums"], each["signature"]) for each in json.loads(told.stdout)["said"]]
