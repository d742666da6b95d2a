"""A file from outside is checked in a child process with limits (`python -m tilts.signing.checking.sandbox`)."""

import json
import sys

from tilts.core.sandbox import MEBIBYTE, Limits, ask_child, limit_this_process
from tilts.signing.checking.records import Verdict
from tilts.signing.checking.trust import Trust

LARGEST = 50 * MEBIBYTE  # bytes of a file that is checked; a container holds several scanned papers

LIMITS = Limits(
    cpu_seconds=30,
    wall_seconds=90,
    memory=2048 * MEBIBYTE,
    file_size=LARGEST,
    answer_size=4 * MEBIBYTE,
)


def check(content: bytes, *, trust: Trust, limits: Limits = LIMITS) -> Verdict:
    """The verdict over a file; whatever the file does, a verdict and never an exception."""
    if not content:
        return Verdict("unknown", "not_signed", ("empty_file",))
    if len(content) > limits.file_size:
        return Verdict("unknown", "cannot_tell", ("too_big",))
    head = json.dumps(trust.as_json()).encode()
    answer = ask_child("tilts.signing.checking.sandbox", head + b"\n" + content, limits)
    if answer is None:
        from tilts.signing.checking.kinds import kind_of

        return Verdict(kind_of(content), "cannot_tell", ("too_costly",))
    return Verdict.from_json(json.loads(answer))


def main(arguments: list[str]) -> int:
    from tilts.signing.checking.deciding import verdict_over  # pyHanko is loaded in the child alone

    limits, _rest = Limits.from_arguments(arguments)
    limit_this_process(limits)
    trust = Trust.from_json(json.loads(sys.stdin.buffer.readline()))
    content = sys.stdin.buffer.read(limits.file_size + 1)
    try:
        verdict = verdict_over(content, trust)
    except MemoryError:
        verdict = Verdict("unknown", "cannot_tell", ("too_costly",))
    except BaseException:
        verdict = Verdict("unknown", "cannot_tell", ("damaged_file",))
    sys.stdout.buffer.write(json.dumps(verdict.as_json(), allow_nan=False).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
