"""The addresses of this part."""

from django.urls import path

from plumbline.web.audit import exporting, proofs, reads, verifying, views

urlpatterns = [
    path("audit/", views.overview, name="audit"),
    path("audit/seal", views.seal_book, name="audit_seal"),
    path("audit/checkpoints/<int:size>.txt", views.checkpoint, name="audit_checkpoint"),
    path("audit/proof", proofs.inclusion, name="audit_proof"),
    path("audit/growth", proofs.growth, name="audit_growth"),
    path("audit/verify", verifying.begin, name="audit_verify"),
    path("audit/verify/<slug:key>/", verifying.one, name="audit_verifying"),
    path("audit/trail", reads.trail, name="audit_trail"),
    path("audit/trail.csv", reads.table, name="audit_trail_csv"),
    path("audit/export", exporting.begin, name="audit_export"),
    path("audit/export/<slug:key>/", exporting.one, name="audit_exporting"),
    path("audit/export/<slug:key>/zip", exporting.given, name="audit_export_zip"),
    path("audit/export/<slug:key>/delete", exporting.delete, name="audit_export_delete"),
]
