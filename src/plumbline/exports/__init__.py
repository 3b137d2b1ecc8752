"""Open formats out: an object-centric event log (OCEL 2.0), a Frictionless data package, CSV on the Web."""

from plumbline.exports.folder import FORMATS, Format, exported

__all__ = ["FORMATS", "Format", "exported"]
