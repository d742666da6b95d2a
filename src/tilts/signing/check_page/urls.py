from django.urls import path

from tilts.signing.check_page import views

urlpatterns = [
    path("", views.check_page, name="check"),
    # Without a slash, as it stands in the code on a paper.
    path("<str:number>", views.check_page, name="check_number"),
]
