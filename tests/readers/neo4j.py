"""Reads the folder for Neo4j's bulk import: headers, types and cells as its documentation describes them."""

import csv
import pathlib
import re
import sys

from expected import Expected, plain

TYPES = {"": r".*", "int": r"-?\d+", "double": r"-?\d+(\.\d+)?", "boolean": r"true|false", "date": r"\d{4}-\d\d-\d\d", "string[]": r".*"}


def rows(name):
    """The lines of a table, after a check of every cell against the type of its column."""
    with open(pathlib.Path(sys.argv[2]) / name, encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    for line in lines:
        assert len(line) == len(header), line
        for column, cell in zip(header, line):
            assert "\n" not in cell, cell
            kind = column.partition(":")[2] if not column.startswith(":") else ""
            if cell and kind not in ("ID",):
                assert re.fullmatch(TYPES[kind], cell), (column, cell)
    return [dict(zip(header, line)) for line in lines]


expected = Expected(sys.argv[1])
nodes = {row["id:ID"]: (plain(row["name"]), row["type"]) for row in rows("nodes.csv")}
relationships = rows("relationships.csv")
edges = {
    row["id"]: (row[":START_ID"], row[":END_ID"], row["relation"], row["status"], row["date"] or None)
    for row in relationships
}
assert all(row[":TYPE"] == row["relation"].upper() for row in relationships)
expected.compare(nodes, edges, "Neo4j import tables")
