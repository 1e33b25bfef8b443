"""
Cuts the blocks of editions at the positions that a dataset gives and compares with its quotations. Prints how many places
there are in each language; exit code 1, with the first places that do not fit, if any does not.

Arguments: the dataset (N-Triples), then the files with the blocks, named <language>/….
"""

import collections
import json
import os
import sys

from rdflib import RDF, Graph, Namespace

OA = Namespace("http://www.w3.org/ns/oa#")
graph = Graph().parse(sys.argv[1], format="nt")
blocks = {}
for path in sys.argv[2:]:
    with open(path, encoding="utf-8", newline="") as file:
        blocks[os.path.basename(os.path.dirname(path))] = json.load(file)
counts = collections.Counter()
wrong = []
for target in graph.subjects(RDF.type, OA.SpecificResource):
    language = str(target).rsplit("#", 1)[-1]
    fragment = graph.value(target, OA.hasSelector, any=False)
    refinements = list(graph.objects(fragment, OA.refinedBy))
    place = next((each for each in refinements if (each, RDF.type, OA.TextPositionSelector) in graph), None)
    quote = next((each for each in refinements if (each, RDF.type, OA.TextQuoteSelector) in graph), None)
    text = blocks[language].get(str(graph.value(fragment, RDF.value, any=False)))
    if place is None or quote is None or text is None:
        wrong.append(target)
        continue
    start, end = int(graph.value(place, OA.start)), int(graph.value(place, OA.end))
    fits = (
        text[start:end] == str(graph.value(quote, OA.exact))
        and text[max(0, start - 32):start] == str(graph.value(quote, OA.prefix))
        and text[end:end + 32] == str(graph.value(quote, OA.suffix))
    )
    counts[language] += 1
    if not fits:
        wrong.append(target)
print(*(f"{language}:{count}" for language, count in sorted(counts.items())))
for target in wrong[:5]:
    print(target, file=sys.stderr)
sys.exit(1 if wrong else 0)
