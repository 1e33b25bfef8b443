#!/usr/bin/perl
# Writes the triples of a page of HTML with RDFa, as N-Triples, by RDF::RDFa::Parser. Arguments: the file (- is standard input), the address.
use strict;
use warnings;
use RDF::RDFa::Parser;
use RDF::Trine::Serializer;
my ($path, $address) = @ARGV;
my $file = \*STDIN;
open($file, '<', $path) or die "$path: $!" if $path ne '-';
binmode($file, ':encoding(UTF-8)');
my $html = do { local $/; <$file> };
my $config = RDF::RDFa::Parser::Config->new('html5', '1.1');
my $parser = RDF::RDFa::Parser->new($html, $address, $config);
print RDF::Trine::Serializer->new('ntriples')->serialize_model_to_string($parser->graph);
