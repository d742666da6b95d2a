from django.urls import path

from tilts.signing import own_views, views

app_name = "signing"
urlpatterns = [
    path("", views.envelope_list, name="list"),
    path("export/", views.envelope_export, name="export"),
    path("check-in/", views.check_in, name="check_in"),
    path("pack/", own_views.pack_sign, name="pack"),
    path("<int:pk>/", views.envelope_page, name="envelope"),
    path("<int:pk>/forget/", views.signers_forget, name="forget"),
    path("<int:pk>/withdraw/", views.envelope_withdraw, name="withdraw"),
    path("<int:pk>/signers/<int:signer_pk>/sign/", own_views.envelope_sign, name="sign"),
    path("<int:pk>/signers/<int:signer_pk>/refuse/", own_views.envelope_refuse, name="refuse"),
    path("<int:pk>/signers/<int:signer_pk>/pass-on/", own_views.envelope_pass_on, name="pass_on"),
    path("<int:pk>/signers/<int:signer_pk>/remind/", views.signer_remind, name="remind"),
    path("<int:pk>/signers/<int:signer_pk>/address/", views.signer_address, name="address"),
    path("<int:pk>/signers/<int:signer_pk>/delegation/", views.delegation_decide, name="delegation"),
]
