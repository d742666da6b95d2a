from django.urls import path

from tilts.agreements.drafting import views

app_name = "drafting"
urlpatterns = [
    path("draft/", views.draft_add, name="add"),
    path("<int:pk>/draft/", views.draft_change, name="change"),
    path("<int:pk>/conditions/", views.conditions_change, name="conditions"),
    path("<int:pk>/text/", views.text_page, name="text"),
    path("<int:pk>/text/new/", views.clause_add, name="clause_add"),
    path("<int:pk>/text/<slug:key>/", views.clause_change, name="clause"),
    path("<int:pk>/text/<slug:key>/leave-out/", views.clause_leave_out, name="leave_out"),
    path("<int:pk>/text/<slug:key>/put-back/", views.clause_put_back, name="put_back"),
    path("<int:pk>/paper/", views.draft_paper, name="paper"),
    path("<int:pk>/versions/", views.versions_page, name="versions"),
    path("<int:pk>/versions/<int:part_pk>/", views.version_page, name="version"),
    path("<int:pk>/agree/", views.draft_agree, name="agree"),
    path("<int:pk>/reopen/", views.draft_reopen, name="reopen"),
]
