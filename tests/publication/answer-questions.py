"""Answers each .rq file of a folder over N-Triples with rdflib, which is not the engine that we ship: JSON by name."""
import json
import sys
from pathlib import Path

from rdflib import Graph

data, folder = sys.argv[1:]
graph = Graph().parse(data, format="nt")
answers = {}
for file in sorted(Path(folder).glob("*.rq")):
    result = graph.query(file.read_text(encoding="utf-8"))
    rows = [["" if value is None else str(value) for value in row] for row in result]
    answers[file.stem] = [[str(name) for name in result.vars], *rows]
json.dump(answers, sys.stdout)
