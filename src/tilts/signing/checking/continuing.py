"""What came back beside what was sent, looked at in a child process with limits: the file may be hostile."""

import io
import json
import sys
from typing import Any

from tilts.core.sandbox import Limits, ask_child, limit_this_process
from tilts.signing.checking.papers import continues, sums_of_papers
from tilts.signing.checking.sandbox import LIMITS

_MODULE = "tilts.signing.checking.continuing"


def adds_only_signatures(before: bytes, after: bytes, *, limits: Limits = LIMITS) -> bool:
    """Does a PDF begin with exactly `before`, with nothing behind it but signatures and what proves them?

    A signature covers what was changed before it was made: that these bytes are signed does not tell who wrote them.
    """
    if len(after) > limits.file_size or not continues(before, after):
        return False
    return ask_child(_MODULE, after, limits, ["pdf", str(len(before))]) == b"true"


def papers_inside(container: bytes, *, limits: Limits = LIMITS) -> list[str] | None:
    """The SHA-256 of each paper of a container, sorted; None where it can't be read, or not within the limits."""
    if len(container) > limits.file_size:
        return None
    answer = ask_child(_MODULE, container, limits, ["container"])
    found: list[str] | None = json.loads(answer) if answer else None
    return found


def _holds_only_signatures_behind(content: bytes, length: int) -> bool:
    from pyhanko.pdf_utils.reader import PdfFileReader  # pyHanko is loaded in the child alone
    from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
    from pyhanko.sign.fields import enumerate_sig_fields

    earlier, reader = (PdfFileReader(io.BytesIO(each), strict=True) for each in (content[:length], content))
    if reader.encrypted or reader.xrefs.hybrid_xrefs_present or not _goes_on_from(earlier, reader, length):
        return False
    changes = _policy().review_file(reader, _with_form(reader, earlier.xrefs.total_revisions - 1))
    if not isinstance(changes, DiffResult) or changes.modification_level >= ModificationLevel.ANNOTATIONS:
        return False
    signatures = {name for name, _value, _field in enumerate_sig_fields(reader, filled_status=True)}
    return not changes.changed_form_fields - signatures


def _policy() -> Any:
    """pyHanko's own, but the first signature of a paper also writes that there are signatures."""
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, StandardDiffPolicy
    from pyhanko.sign.diff_analysis.form_rules_api import FormUpdatingRule

    usual: Any = DEFAULT_DIFF_POLICY
    ignored = {*usual.form_rule.ignored_acroform_keys, "/SigFlags"}
    return StandardDiffPolicy(usual.global_rules, FormUpdatingRule(usual.form_rule.field_rules, ignored))


def _with_form(reader: Any, revision: int) -> Any:
    """A revision, with an empty form where it has none: the first signature brings one along."""
    from pyhanko.pdf_utils import generic

    resolver = reader.get_historical_resolver(revision)
    if "/AcroForm" not in resolver.root:
        form = {generic.NameObject("/Fields"): generic.ArrayObject()}
        resolver.root[generic.NameObject("/AcroForm")] = generic.DictionaryObject(form)
    return resolver


def _goes_on_from(earlier: Any, reader: Any, length: int) -> bool:
    """Are the first revisions of the file those that were sent? What is added could leave them out of its table."""
    count = earlier.xrefs.total_revisions
    return reader.xrefs.total_revisions > count and all(
        reader.xrefs.get_startxref_for_revision(revision) == earlier.xrefs.get_startxref_for_revision(revision)
        and reader.xrefs.get_xref_container_info(revision).end_location <= length
        for revision in range(count)
    )


def main(arguments: list[str]) -> int:
    limits, (what, *rest) = Limits.from_arguments(arguments)
    limit_this_process(limits)
    content = sys.stdin.buffer.read(limits.file_size + 1)
    found: bool | list[str] | None
    try:
        found = _holds_only_signatures_behind(content, int(rest[0])) if what == "pdf" else sums_of_papers(content)
    except Exception:  # a broken file makes the parsers raise whatever comes
        found = None
    sys.stdout.buffer.write(json.dumps(found).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
