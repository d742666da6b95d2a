from django.urls import path

from tilts.accounts import colleague_views, school_views, views

app_name = "accounts"
urlpatterns = [
    path("roles/", views.role_table, name="roles"),
    path("school/", school_views.school_page_of_settings, name="school"),
    path("school/change/", school_views.school_change, name="school_change"),
    path("school/languages/", school_views.languages_change, name="languages"),
    path("school/mark/", school_views.mark_change, name="mark"),
    path("school/mark/remove/", school_views.mark_remove, name="mark_remove"),
    path("users/", colleague_views.user_list, name="users"),
    path("users/invite/", colleague_views.user_invite, name="invite"),
    path("users/<int:pk>/", colleague_views.user_change, name="user"),
    path("users/<int:pk>/remove/", colleague_views.user_remove, name="user_remove"),
    path("users/<int:pk>/second-step/", colleague_views.second_step_remove, name="second_step_remove"),
    path("invitations/<int:pk>/send/", colleague_views.invitation_send, name="invitation_send"),
    path("invitations/<int:pk>/withdraw/", colleague_views.invitation_withdraw, name="invitation_withdraw"),
]
