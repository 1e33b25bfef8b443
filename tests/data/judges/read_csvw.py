"""The triples of a CSV by its description, as https://www.w3.org/TR/csv2rdf/ says in minimal mode, as sorted N-Triples.

Arguments: the CSV, its metadata. Has what such a description may use: {+name} in templates, where a list is joined by commas
(RFC 6570), virtual columns, separators, null for empty cells.
"""
import csv
import json
import re
import sys
from urllib.parse import urljoin
from rdflib import Graph, Literal, URIRef

XSD = 'http://www.w3.org/2001/XMLSchema#'
rows = list(csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')))
table = json.load(open(sys.argv[2], encoding='utf-8'))
schema = table['tableSchema']
base = urljoin(table['@id'], table['url'])


def fill(template, cells):
    def value(match):
        cell = cells.get(match.group(1), '')
        return ','.join(cell) if isinstance(cell, list) else cell
    return urljoin(base, re.sub(r'\{\+(\w+)\}', value, template))


graph = Graph()
for row in rows:
    cells = {}
    for column in schema['columns']:
        if column.get('virtual'):
            continue
        text = row[column['titles']]
        # By the model a cell with a separator is a list also where it is empty, and not null.
        if 'separator' in column:
            cells[column['name']] = text.split(column['separator']) if text else []
        elif text != '':
            cells[column['name']] = text
    subject = URIRef(fill(schema['aboutUrl'], cells))
    for column in schema['columns']:
        if column.get('suppressOutput'):
            continue
        cell = cells.get(column['name'])
        if cell is None and not column.get('virtual'):
            continue
        predicate = URIRef(fill(column['propertyUrl'], cells))
        if 'valueUrl' in column:
            graph.add((subject, predicate, URIRef(fill(column['valueUrl'], cells))))
            continue
        for text in cell if isinstance(cell, list) else [cell]:
            is_text = column['datatype'] == 'string'
            graph.add((subject, predicate, Literal(text, datatype=None if is_text else URIRef(XSD + column['datatype']), normalize=False)))
print('\n'.join(sorted(graph.serialize(format='nt').strip().split('\n'))))
