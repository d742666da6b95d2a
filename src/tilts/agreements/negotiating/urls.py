from django.urls import path

from tilts.agreements.negotiating import views

app_name = "negotiating"
urlpatterns = [
    path("<int:pk>/propose/", views.propose, name="propose"),
    path("<int:pk>/drop/", views.drop, name="drop"),
    path("<int:pk>/negotiation/", views.negotiation_page, name="page"),
    path("<int:pk>/negotiation/new/", views.negotiator_add, name="add"),
    path("<int:pk>/negotiation/<int:part_pk>/link/", views.negotiator_link, name="link"),
    path("<int:pk>/negotiation/<int:part_pk>/remove/", views.negotiator_remove, name="remove"),
    path("<int:pk>/negotiation/remarks/<int:part_pk>/", views.remark_answer, name="answer"),
]
