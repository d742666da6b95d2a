"""What a browser may load on our pages."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponseBase

POLICY: Final = "; ".join(
    [
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    ]
)


class ContentSecurityPolicyMiddleware:
    """Nothing from elsewhere and nothing inline: no script, style or picture that is not a file of ours.

    A PDF gets none, because the browsers' own viewers style themselves inline.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.headers.get("Content-Type", "").partition(";")[0] != "application/pdf":
            response.headers.setdefault("Content-Security-Policy", POLICY)
        return response
