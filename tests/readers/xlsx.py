"""Reads the workbook with openpyxl."""

import sys

from expected import Expected, load, plain

openpyxl = load("openpyxl")
expected = Expected(sys.argv[1])
book = openpyxl.load_workbook(sys.argv[2])


def rows(name):
    """The lines of a sheet as dictionaries; no cell may be a formula."""
    sheet = book[name]
    assert sheet.auto_filter.ref and sheet.freeze_panes == "A2", name
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line), "a formula"
    header, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(header, line)) for line in lines]


nodes = {row["id"]: (plain(row["label"]), row["type"]) for row in rows("nodes")}
edges = {
    row["id"]: (row["source"], row["target"], row["relation"], row["status"], row["date"]) for row in rows("edges")
}
expected.compare(nodes, edges, "openpyxl")
