"""What stands below `account/` besides allauth's pages, and in the place of some of them."""

from django.urls import path
from django.views.generic import RedirectView

from tilts.accounts import account_views

app_name = "your_account"

_to_page = RedirectView.as_view(pattern_name="your_account:page")

urlpatterns = [
    path("", account_views.your_account, name="page"),
    path("second-step/", account_views.second_factor_needed, name="second_factor"),
    # A school knows its people by their address: who could change it could take somebody else's invitation.
    path("email/", _to_page),
    # One page shows all that belongs to an account.
    path("mfa/", _to_page),
    path("mfa/webauthn/", _to_page),
]
