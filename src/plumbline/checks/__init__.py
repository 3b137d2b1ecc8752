"""Checks: claims -> findings. Inside one report, and over the reports of one body in order of years."""

from plumbline.checks.findings import KINDS, Finding, Severity, worst
from plumbline.checks.inside import check
from plumbline.checks.marks import page
from plumbline.checks.years import Report, check_series

__all__ = ["KINDS", "Finding", "Report", "Severity", "check", "check_series", "page", "worst"]
