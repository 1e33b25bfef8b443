import { expect, test } from 'vitest';
import { checkTranslation, type Translated } from './check-translation.ts';

const person = (family: string, given: string, more: object = {}) => ({ family, given, ...more });
const body = (literal: string) => ({ literal });
const of = (...years: number[]) => ({ 'date-parts': years.map((year) => [year]) });
const works = [
  { id: 'garcia', title: 'La frontera sur', author: [person('García Márquez', 'Lucía')], issued: of(1998) },
  { id: 'lopez', title: 'Aduanas', author: [person('López-Portillo', 'Raúl')], issued: of(2011) },
  {
    id: 'silva',
    title: 'Rios de fronteira',
    author: [person('Silva', 'João', { 'dropping-particle': 'da' })],
    issued: of(2003),
  },
  {
    id: 'souza',
    title: 'Terras',
    author: [
      person('Souza', 'Ana', { 'non-dropping-particle': 'de' }),
      person('Santos', 'Rui', { 'dropping-particle': 'dos' }),
    ],
    issued: of(2015),
  },
  {
    id: 'humboldt',
    title: 'Ansichten der Natur',
    author: [person('Humboldt', 'Alexander', { 'dropping-particle': 'von' })],
    issued: of(2003),
    'original-date': of(1808),
  },
  {
    id: 'vandenberg',
    title: 'Trade at borders',
    author: [person('van den Berg', 'Pieter')],
    issued: of(2018),
  },
  {
    id: 'lefebvre',
    title: 'The production of space',
    author: [person('Lefebvre', 'Henri')],
    translator: [person('Nicholson-Smith', 'Donald')],
    issued: of(1991),
    note: 'Original work published 1974',
  },
  {
    id: 'freud',
    title: 'The interpretation of dreams',
    author: [person('Freud', 'Sigmund')],
    issued: of(2003),
    'original-date': of(1900),
  },
  {
    id: 'cepal',
    title: 'Panorama social',
    author: [body('Comisión Económica para América Latina y el Caribe')],
    issued: of(2019),
  },
  { id: 'wb', title: 'World development report', author: [body('World Bank')], issued: of(2009) },
  { id: 'onu', title: 'Informe', author: [body('Naciones Unidas')], issued: of(2015) },
  {
    id: 'mre',
    title: 'Memoria anual',
    author: [body('Perú. Ministerio de Relaciones Exteriores')],
    issued: of(2007),
  },
  {
    id: 'ibge',
    title: 'Censo demográfico',
    author: [body('Instituto Brasileiro de Geografia e Estatística')],
    issued: of(2010),
  },
  {
    id: 'oecd',
    title: 'Cities',
    author: [body('Organisation for Economic Co-operation and Development')],
    issued: of(2020),
  },
  {
    id: 'web',
    title: 'Pasos habilitados',
    author: [body('Superintendencia Nacional de Migraciones')],
    accessed: { 'date-parts': [[2021, 3, 4]] },
  },
  { id: 'press', title: 'Puentes', author: [person('Núñez', 'Iñaki')], issued: { literal: 'in press' } },
  {
    id: 'obras',
    title: 'Obras completas',
    author: [person('Mariátegui', 'José Carlos')],
    issued: of(1959, 1970),
  },
  {
    id: 'three',
    title: 'Three rivers',
    author: [person('Rhi-Sausi', 'José Luis'), person('Conato', 'Dario'), person('Oddone', 'Nahuel')],
    issued: of(2009),
  },
  {
    id: 'four',
    title: 'Quatro rios',
    author: [
      person('Almeida', 'Rui'),
      person('Brito', 'Eva'),
      person('Castro', 'Ivo'),
      person('Dias', 'Lia'),
    ],
    issued: of(2012),
  },
  { id: 'editor', title: 'Fronteras abiertas', editor: [person('Grimson', 'Alejandro')], issued: of(2000) },
  { id: 'oconnor', title: 'Bridges', author: [person('O’Connor', 'Mary')], issued: of(2014) },
  { id: 'dagostino', title: 'Porti', author: [person('D’Agostino', 'Luca')], issued: of(2006) },
  { id: 'mcdonald', title: 'Maps', author: [person('McDonald', 'Ian')], issued: of(2001) },
  { id: 'jr', title: 'Amazônia', author: [person('Oliveira', 'Paulo', { suffix: 'Jr.' })], issued: of(1999) },
  { id: 'andrade', title: 'Macunaíma', author: [person('Andrade', 'Mário de')], issued: of(1928) },
  {
    id: 'ibn',
    title: 'Al-Muqaddima',
    author: [person('Ibn Jaldún', 'Abderrahmán')],
    issued: of(1977),
    'original-date': of(1377),
  },
  { id: 'law', type: 'legislation', title: 'Ley 26821', issued: of(1997) },
  {
    id: 'news',
    type: 'article-newspaper',
    title: 'Abren el puente',
    'container-title': 'El Comercio',
    issued: of(2007),
  },
  { id: 'kovacs', title: 'Határok', author: [person('Kovács', 'Éva')], issued: of(2016) },
  {
    id: 'roman',
    title: 'Leyes de Indias',
    author: [body('Consejo de Indias')],
    issued: { 'date-parts': [[1681]], circa: true },
  },
].map((work) => ({ type: 'book', ...work }));

/** Citations as authors and translators write them; each is right. */
const citations: Translated[] = [
  {
    en: 'A [García Márquez, 1998](work:garcia).',
    es: 'A [García Márquez, 1998](work:garcia).',
    pt: 'A [García Márquez, 1998](work:garcia).',
  },
  {
    en: 'B [García (1998)](work:garcia).',
    es: 'B [García (1998)](work:garcia).',
    pt: 'B [GARCÍA (1998)](work:garcia).',
  },
  {
    en: 'C [Garcia Marquez 1998](work:garcia).',
    es: 'C [Garcia Marquez 1998](work:garcia).',
    pt: 'C [GARCÍA MÁRQUEZ, 1998](work:garcia).',
  },
  {
    en: 'D [López-Portillo (2011)](work:lopez).',
    es: 'D [López (2011)](work:lopez).',
    pt: 'D [LÓPEZ-PORTILLO, 2011](work:lopez).',
  },
  {
    en: 'E [Lopez Portillo, 2011: 33](work:lopez).',
    es: 'E [Lopez Portillo, 2011: 33](work:lopez).',
    pt: 'E [López Portillo, 2011, p. 33](work:lopez).',
  },
  {
    en: 'F [López (2011)](work:lopez).',
    es: 'F [López‑Portillo (2011)](work:lopez).',
    pt: 'F [López-Portillo (2011)](work:lopez).',
  },
  {
    en: 'G [da Silva, 2003](work:silva).',
    es: 'G [Da Silva, 2003](work:silva).',
    pt: 'G [SILVA, 2003](work:silva).',
  },
  {
    en: 'H [Silva’s (2003) study](work:silva).',
    es: 'H [el estudio de Silva (2003)](work:silva).',
    pt: 'H [o estudo de Silva (2003)](work:silva).',
  },
  {
    en: 'I [de Souza and dos Santos (2015)](work:souza).',
    es: 'I [De Souza y Dos Santos (2015)](work:souza).',
    pt: 'I [De Souza e Santos (2015)](work:souza).',
  },
  {
    en: 'J [Souza & Santos, 2015](work:souza).',
    es: 'J [Souza & Santos, 2015](work:souza).',
    pt: 'J [SOUZA; SANTOS, 2015](work:souza).',
  },
  {
    en: 'K [Humboldt (1808)](work:humboldt).',
    es: 'K [von Humboldt (1808)](work:humboldt).',
    pt: 'K [Von Humboldt (1808/2003)](work:humboldt).',
  },
  {
    en: 'L [Humboldt [1808] 2003](work:humboldt).',
    es: 'L [Humboldt [1808] 2003](work:humboldt).',
    pt: 'L [HUMBOLDT, 2003 [1808]](work:humboldt).',
  },
  {
    en: 'M [van den Berg (2018)](work:vandenberg).',
    es: 'M [Van den Berg (2018)](work:vandenberg).',
    pt: 'M [VAN DEN BERG, 2018](work:vandenberg).',
  },
  {
    en: 'N [Berg, 2018](work:vandenberg).',
    es: 'N [Berg, 2018](work:vandenberg).',
    pt: 'N [Berg, 2018](work:vandenberg).',
  },
  {
    en: 'O [Lefebvre (1974/1991)](work:lefebvre).',
    es: 'O [Lefebvre ([1974] 1991)](work:lefebvre).',
    pt: 'O [Lefebvre (1991 [1974])](work:lefebvre).',
  },
  {
    en: 'P [Freud ([1900] 2003)](work:freud).',
    es: 'P [Freud (1900)](work:freud).',
    pt: 'P [Freud (1900/2003)](work:freud).',
  },
  {
    en: 'Q [CEPAL, 2019](work:cepal).',
    es: 'Q [CEPAL, 2019](work:cepal).',
    pt: 'Q [CEPAL, 2019](work:cepal).',
  },
  {
    en: 'R [ECLAC, 2019](work:cepal).',
    es: 'R [Comisión Económica para América Latina y el Caribe [CEPAL], 2019](work:cepal).',
    pt: 'R [Comissão Econômica para a América Latina e o Caribe, 2019](work:cepal).',
  },
  {
    en: 'S [Economic Commission for Latin America and the Caribbean (ECLAC), 2019](work:cepal).',
    es: 'S [CEPAL (2019)](work:cepal).',
    pt: 'S [a CEPAL (2019)](work:cepal).',
  },
  {
    en: 'T [World Bank (2009)](work:wb).',
    es: 'T [Banco Mundial (2009)](work:wb).',
    pt: 'T [Banco Mundial (2009)](work:wb).',
  },
  {
    en: 'U [the World Bank, 2009, p. 12](work:wb).',
    es: 'U [el Banco Mundial, 2009, p. 12](work:wb).',
    pt: 'U [BANCO MUNDIAL, 2009, p. 12](work:wb).',
  },
  {
    en: 'V [United Nations (2015)](work:onu).',
    es: 'V [Naciones Unidas (2015)](work:onu).',
    pt: 'V [ONU (2015)](work:onu).',
  },
  { en: 'W [UN, 2015](work:onu).', es: 'W [ONU, 2015](work:onu).', pt: 'W [Nações Unidas, 2015](work:onu).' },
  {
    en: 'X [Ministry of Foreign Affairs of Peru, 2007](work:mre).',
    es: 'X [MRE, 2007](work:mre).',
    pt: 'X [PERU, 2007](work:mre).',
  },
  {
    en: 'Y [Peru, Ministry of Foreign Affairs (2007)](work:mre).',
    es: 'Y [Ministerio de Relaciones Exteriores (2007)](work:mre).',
    pt: 'Y [Ministério das Relações Exteriores do Peru (2007)](work:mre).',
  },
  { en: 'Z [IBGE 2010](work:ibge).', es: 'Z [IBGE, 2010](work:ibge).', pt: 'Z [IBGE, 2010](work:ibge).' },
  {
    en: 'AA [OECD (2020)](work:oecd).',
    es: 'AA [OCDE (2020)](work:oecd).',
    pt: 'AA [OCDE (2020)](work:oecd).',
  },
  {
    en: 'AB [Migraciones, n.d.](work:web).',
    es: 'AB [Migraciones, s.f.](work:web).',
    pt: 'AB [Migraciones, s.d.](work:web).',
  },
  {
    en: 'AC [National Superintendency of Migration (n. d.)](work:web).',
    es: 'AC [Superintendencia Nacional de Migraciones (s. f.)](work:web).',
    pt: 'AC [SUPERINTENDENCIA NACIONAL DE MIGRACIONES, [s. d.]](work:web).',
  },
  {
    en: 'AD [Migraciones (2021)](work:web).',
    es: 'AD [Migraciones (2021)](work:web).',
    pt: 'AD [Migraciones (2021)](work:web).',
  },
  {
    en: 'AE [Núñez, in press](work:press).',
    es: 'AE [Núñez, en prensa](work:press).',
    pt: 'AE [Núñez, no prelo](work:press).',
  },
  {
    en: 'AF [Nuñez (forthcoming)](work:press).',
    es: 'AF [Núñez (en preparación)](work:press).',
    pt: 'AF [Núñez (a publicar)](work:press).',
  },
  {
    en: 'AG [Mariátegui, 1959–1970](work:obras).',
    es: 'AG [Mariátegui, 1959-1970](work:obras).',
    pt: 'AG [MARIÁTEGUI, 1959-1970](work:obras).',
  },
  {
    en: 'AH [Mariategui, 1959-70, vol. 3](work:obras).',
    es: 'AH [Mariátegui, 1959-70, vol. 3](work:obras).',
    pt: 'AH [Mariátegui, 1959-70, v. 3](work:obras).',
  },
  {
    en: 'AI [J. C. Mariátegui (1964)](work:obras).',
    es: 'AI [José Carlos Mariátegui (1964)](work:obras).',
    pt: 'AI [J.C. Mariátegui (1964)](work:obras).',
  },
  {
    en: 'AJ [Rhi-Sausi et al. (2009)](work:three).',
    es: 'AJ [Rhi-Sausi et al. (2009)](work:three).',
    pt: 'AJ [RHI-SAUSI et al., 2009](work:three).',
  },
  {
    en: 'AK [Rhi-Sausi, Conato, and Oddone (2009)](work:three).',
    es: 'AK [Rhi-Sausi, Conato y Oddone (2009)](work:three).',
    pt: 'AK [Rhi-Sausi, Conato e Oddone (2009)](work:three).',
  },
  {
    en: 'AL [Rhi Sausi and his co-authors (2009)](work:three).',
    es: 'AL [Rhi Sausi y colaboradores (2009)](work:three).',
    pt: 'AL [Rhi Sausi e colaboradores (2009)](work:three).',
  },
  {
    en: 'AM [Almeida and colleagues (2012)](work:four).',
    es: 'AM [Almeida y cols. (2012)](work:four).',
    pt: 'AM [Almeida e cols. (2012)](work:four).',
  },
  {
    en: 'AN [Almeida, Brito, Castro, & Dias, 2012](work:four).',
    es: 'AN [Almeida, Brito, Castro y Dias, 2012](work:four).',
    pt: 'AN [ALMEIDA; BRITO; CASTRO; DIAS, 2012](work:four).',
  },
  {
    en: 'AO [Grimson (ed.), 2000](work:editor).',
    es: 'AO [Grimson (comp.), 2000](work:editor).',
    pt: 'AO [GRIMSON (org.), 2000](work:editor).',
  },
  {
    en: 'AP [in Grimson (Ed., 2000)](work:editor).',
    es: 'AP [en Grimson (2000)](work:editor).',
    pt: 'AP [em Grimson (2000)](work:editor).',
  },
  {
    en: 'AQ [O’Connor (2014)](work:oconnor).',
    es: "AQ [O'Connor (2014)](work:oconnor).",
    pt: 'AQ [O’CONNOR, 2014](work:oconnor).',
  },
  {
    en: 'AR [D’Agostino, 2006](work:dagostino).',
    es: "AR [D'Agostino, 2006](work:dagostino).",
    pt: 'AR [d’Agostino, 2006](work:dagostino).',
  },
  {
    en: 'AS [Mcdonald, 2001](work:mcdonald).',
    es: 'AS [McDonald, 2001](work:mcdonald).',
    pt: 'AS [MCDONALD, 2001](work:mcdonald).',
  },
  {
    en: 'AT [Oliveira Jr. (1999)](work:jr).',
    es: 'AT [Oliveira Jr. (1999)](work:jr).',
    pt: 'AT [OLIVEIRA JÚNIOR, 1999](work:jr).',
  },
  {
    en: 'AU [Mário de Andrade (1928)](work:andrade).',
    es: 'AU [De Andrade (1928)](work:andrade).',
    pt: 'AU [Andrade (1928)](work:andrade).',
  },
  {
    en: 'AV [Ibn Khaldun, 1377/1977](work:ibn).',
    es: 'AV [Ibn Jaldún, 1977](work:ibn).',
    pt: 'AV [Ibn Khaldun, [1377] 1977](work:ibn).',
  },
  {
    en: 'AW [Law 26821 of 1997](work:law).',
    es: 'AW [Ley 26821 de 1997](work:law).',
    pt: 'AW [Lei 26821, de 1997](work:law).',
  },
  {
    en: 'AX [El Comercio, 2007](work:news).',
    es: 'AX [El Comercio, 2007](work:news).',
    pt: 'AX [EL COMERCIO, 2007](work:news).',
  },
  {
    en: 'AY [“They open the bridge”, 2007](work:news).',
    es: 'AY [«Abren el puente», 2007](work:news).',
    pt: 'AY [ABREN…, 2007](work:news).',
  },
  {
    en: 'AZ [Kovacs (2016)](work:kovacs).',
    es: 'AZ [Kovács (2016)](work:kovacs).',
    pt: 'AZ [É. Kovács (2016)](work:kovacs).',
  },
  {
    en: 'BA [Council of the Indies, ca. 1681](work:roman).',
    es: 'BA [Consejo de Indias, ca. 1681](work:roman).',
    pt: 'BA [Conselho das Índias, c. 1681](work:roman).',
  },
  {
    en: 'BB [(cf. Freud, 2003, pp. 3–9)](work:freud).',
    es: 'BB [(cf. Freud, 2003, pp. 3-9)](work:freud).',
    pt: 'BB [(cf. FREUD, 2003, p. 3-9)](work:freud).',
  },
  {
    en: 'BC [(see, for example, Freud 2003)](work:freud).',
    es: 'BC [(véase, por ejemplo, Freud 2003)](work:freud).',
    pt: 'BC [(ver, por exemplo, Freud 2003)](work:freud).',
  },
  {
    en: 'BD [according to Grimson (2000)](work:editor).',
    es: 'BD [según Grimson (2000)](work:editor).',
    pt: 'BD [segundo Grimson (2000)](work:editor).',
  },
  {
    en: 'BE [Oddone’s work with Rhi-Sausi (2009)](work:three).',
    es: 'BE [el trabajo de Oddone con Rhi-Sausi (2009)](work:three).',
    pt: 'BE [o trabalho de Oddone com Rhi-Sausi (2009)](work:three).',
  },
  {
    en: 'BF [Ruiz, as cited in Grimson (2000)](work:editor).',
    es: 'BF [Ruiz, citado en Grimson (2000)](work:editor).',
    pt: 'BF [RUIZ apud GRIMSON, 2000](work:editor).',
  },
  {
    en: 'BG [Lefebvre, The Production of Space (1991)](work:lefebvre).',
    es: 'BG [Lefebvre, La producción del espacio (1991)](work:lefebvre).',
    pt: 'BG [Lefebvre, A produção do espaço (1991)](work:lefebvre).',
  },
  {
    en: 'BH [Professor Grimson (2000)](work:editor).',
    es: 'BH [El profesor Grimson (2000)](work:editor).',
    pt: 'BH [O professor Grimson (2000)](work:editor).',
  },
  {
    en: 'BI [idem, 2000](work:editor).',
    es: 'BI [ídem, 2000](work:editor).',
    pt: 'BI [idem, 2000](work:editor).',
  },
];

/** The rules that read a citation; those on wording have tests of their own. */
const about = [
  'citation-agrees-with-its-work',
  'locator-kind-is-known',
  'locator-range-ascends',
  'locator-agrees-across-editions',
];

test('no citation that is right is refused', async () => {
  expect(citations.length).toBeGreaterThan(59);
  const { findings, messages } = await checkTranslation(citations, {
    'source/t/references.json': JSON.stringify(works),
  });
  const told = findings.map((finding, index) => `${finding} ${messages[index]}`);
  expect(told.filter((finding) => about.some((rule) => finding.startsWith(`${rule} `)))).toEqual([]);
});
