"""The addresses of this part."""

from django.urls import URLPattern, path, re_path

from plumbline.web.people import views
from plumbline.web.people.helping import ACTS

urlpatterns: list[URLPattern] = [
    path("accounts/manage/", views.accounts, name="accounts"),
    path("accounts/manage/new", views.new, name="account-new"),
    path("accounts/manage/<int:pk>/", views.account, name="account"),
    re_path(rf"^accounts/manage/(?P<pk>[0-9]{{1,18}})/(?P<what>{'|'.join(ACTS)})$", views.act, name="account-act"),
]
