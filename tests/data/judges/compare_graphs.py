"""Reads every file given with rdflib and says whether all are one graph (isomorphic); exit code 1 if not."""

import sys

from rdflib import Graph
from rdflib.compare import isomorphic

formats = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld"}
graphs = [Graph().parse(path, format=formats[path.rsplit(".", 1)[-1]]) for path in sys.argv[1:]]
print(*(len(graph) for graph in graphs))
sys.exit(0 if all(isomorphic(graphs[0], graph) for graph in graphs[1:]) else 1)
