"""The addresses of this part."""

from django.urls import URLPattern, path, re_path

from plumbline.web.desk.views import approving, desk, entering, importing, record

_PK = r"(?P<pk>[0-9]{1,15})"
_POSITION = r"(?P<position>[0-9]{1,15})"
_LINE = r"(?P<line_name>[a-z]{1,40})"

urlpatterns: list[URLPattern] = [
    path("desk/", desk.desk, name="desk"),
    re_path(rf"^desk/new/{_LINE}/(?P<kind_name>[A-Za-z]{{1,60}})/$", entering.new, name="desk-new"),
    re_path(rf"^desk/draft/{_PK}/$", entering.draft, name="desk-draft"),
    re_path(rf"^desk/draft/{_PK}/(?P<what>{'|'.join(desk.ACTS)})$", desk.act, name="desk-act"),
    re_path(rf"^desk/record/{_PK}/$", record.record, name="desk-record"),
    re_path(rf"^desk/correct/{_POSITION}/$", entering.correct, name="desk-correct"),
    re_path(rf"^desk/withdraw/{_POSITION}/$", entering.withdraw, name="desk-withdraw"),
    re_path(rf"^desk/import/{_LINE}/$", importing.sheet, name="desk-import"),
    re_path(rf"^desk/import/{_LINE}/template\.xlsx$", importing.template, name="desk-template"),
    re_path(r"^desk/marked/(?P<key>[0-9a-f]{32})\.xlsx$", importing.marked, name="desk-marked"),
    path("approvals/", approving.approving, name="approving"),
    re_path(rf"^approvals/{_PK}/$", record.record, name="approving-one"),
    re_path(rf"^approvals/{_PK}/decide$", record.decide, name="approving-decide"),
    re_path(rf"^approvals/{_PK}/rows/(?P<number>[0-9]{{1,9}})/$", record.row, name="approving-row"),
]
