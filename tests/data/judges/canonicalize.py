"""Writes the canonical N-Quads (URDNA2015, which RDFC-1.0 made a standard) of a JSON-LD file, by PyLD."""

import json
import sys

from pyld import jsonld


def refuse(url, options):
    raise ValueError(f"{url} would have to be fetched")


jsonld.set_document_loader(refuse)
with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)
options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
sys.stdout.buffer.write(jsonld.normalize(document, options).encode("utf-8"))
