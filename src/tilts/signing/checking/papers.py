"""Is what came back signed what was sent? Pure."""


def continues(original: bytes, signed: bytes) -> bool:
    """Does a signed PDF begin with exactly the original, with something behind it? What is behind, `check` tells.

    >>> continues(b"%PDF-1.7 %%EOF", b"%PDF-1.7 %%EOF signature"), continues(b"%PDF-1.7", b"%PDF-1.7")
    (True, False)
    """
    return bool(original) and len(signed) > len(original) and signed.startswith(original)
