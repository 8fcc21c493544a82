"""Reads the report: every edge stands in it with its sentences, and no markup of the articles."""

import re
import sys

from expected import Expected, load, plain

markdown = load("markdown_it")
expected = Expected(sys.argv[1])
text = open(sys.argv[2], encoding="utf-8").read()
tokens = markdown.MarkdownIt("commonmark").parse(text)
inline = [token for token in tokens if token.type == "inline"]
kinds = {child.type for token in inline for child in token.children}
assert kinds <= {"text", "strong_open", "strong_close", "softbreak", "text_special"}, kinds
assert not any(token.type == "html_block" for token in tokens)
shown = plain(" ".join(child.content for token in inline for child in token.children))
shown = re.sub(r"\s+", "", shown)
for link in expected.links:
    for evidence in link["evidence"]:
        assert re.sub(r"\s+", "", plain(evidence["text"])) in shown, evidence["text"][:80]
print(f"markdown-it: every sentence of {len(expected.edges)} edges, and no markup from articles")
