"""Reports for people: stored queries put together by a file of data, written as table, CSV, JSON, Markdown or HTML."""

from sovgraph.report.definition import ReportFile, report_file, report_names
from sovgraph.report.making import make_report
from sovgraph.report.markdown import render_markdown
from sovgraph.report.model import Report
from sovgraph.report.page import render_page
from sovgraph.report.plain import render_csv, render_json, render_table

__all__ = ["Report", "ReportFile", "make_report", "render_report", "report_file", "report_names"]


def render_report(report: Report, form: str, *, spreadsheet: bool = False) -> str:
    """The report as "table", "csv", "json", "md" or "html"."""
    if form == "csv":
        return render_csv(report, spreadsheet=spreadsheet)
    return {"table": render_table, "json": render_json, "md": render_markdown, "html": render_page}[form](report)
