"""Reads the folder of tables with Python's csv module."""

import csv
import pathlib
import sys

from expected import Expected, plain


def rows(name):
    """The lines of a table as dictionaries."""
    with open(pathlib.Path(sys.argv[2]) / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def original(text):
    """A cell without the apostrophe that keeps it from being a formula."""
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@", "'\t", "'\r") else text


expected = Expected(sys.argv[1])
for row in rows("nodes.csv") + rows("edges.csv"):
    for cell in row.values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell
nodes = {original(row["id"]): (plain(original(row["label"])), row["type"]) for row in rows("nodes.csv")}
edges = {
    original(row["id"]): (row["source"], row["target"], row["relation"], row["status"], row["date"] or None)
    for row in rows("edges.csv")
}
expected.compare(nodes, edges, "csv")
