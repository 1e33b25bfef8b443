"""
Cuts plain texts at the positions that a dataset gives and compares with its quotations. Prints how many places there are in
each language; exit code 1, with the first places that do not fit, if any does not.

Arguments: the dataset (N-Triples), then the plain texts, named <language>/….
"""

import collections
import os
import sys

from rdflib import RDF, Graph, Namespace

OA = Namespace("http://www.w3.org/ns/oa#")
graph = Graph().parse(sys.argv[1], format="nt")
texts = {}
for path in sys.argv[2:]:
    with open(path, encoding="utf-8", newline="") as file:
        texts[os.path.basename(os.path.dirname(path))] = file.read()
counts = collections.Counter()
wrong = []
for target in graph.subjects(RDF.type, OA.SpecificResource):
    language = str(target).rsplit("#", 1)[-1]
    selectors = list(graph.objects(target, OA.hasSelector))
    place = next((each for each in selectors if (each, OA.start, None) in graph), None)
    quote = next((graph.value(each, OA.refinedBy) for each in selectors if (each, OA.refinedBy, None) in graph), None)
    if place is None or quote is None:
        wrong.append(target)
        continue
    start, end = int(graph.value(place, OA.start)), int(graph.value(place, OA.end))
    text = texts[language]
    fits = (
        text[start:end] == str(graph.value(quote, OA.exact))
        and text[:start].endswith(str(graph.value(quote, OA.prefix)))
        and text[end:].startswith(str(graph.value(quote, OA.suffix)))
    )
    counts[language] += 1
    if not fits:
        wrong.append(target)
print(*(f"{language}:{count}" for language, count in sorted(counts.items())))
for target in wrong[:5]:
    print(target, file=sys.stderr)
sys.exit(1 if wrong else 0)
