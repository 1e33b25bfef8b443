/* Generated from schemas/ by `tinkuy generate`: edit there. */

/** Id of an entity of one of these types. */
export type Id<Type extends string = string> = `${Type}:${string}`;

/**
 * Properties of an entity, by the name of its type.
 */
export interface Entities {
  agreement: Agreement;
  assessment: Assessment;
  body: Body;
  border: Border;
  commission: Commission;
  concept: Concept;
  country: Country;
  crossing: Crossing;
  event: Event;
  feature: Feature;
  fund: Fund;
  hub: Hub;
  infrastructure: Infrastructure;
  law: Law;
  network: Network;
  note: Note;
  observation: Observation;
  org: Org;
  person: Person;
  place: Place;
  programme: Programme;
  work: Work;
}
/**
 * One text for each language.
 */
export interface Text {
  [k: string]: string;
}
/**
 * Any number of texts for each language.
 */
export interface Texts {
  [k: string]: string[];
}
/**
 * A number with its unit; numbers are decimal strings.
 */
export interface Quantity {
  /**
   * The number, in the unit.
   */
  value: string;
  /**
   * The unit of the number, a code of units.json.
   */
  unit: string;
  /**
   * The date or period that the number speaks of; left out where it is not stated.
   */
  period?: string;
  /**
   * How the number relates to the true value, where it is not exact.
   */
  qualifier?: 'approximately' | 'over' | 'under' | 'almost' | 'upTo';
  /**
   * The whole that a share or percentage is taken of, where the property does not fix it.
   */
  of?: Id;
  /**
   * The work that the number is taken from.
   */
  source?: Id<'work'>;
}
/**
 * An object within an entity.
 */
export interface ThingRecordedFrom {
  /**
   * The work that has it.
   */
  work?: Id<'work'>;
  /**
   * The place in the work, as a page or an article.
   */
  locator?: string;
  /**
   * The address of what has it, where that is no work of the bibliography.
   */
  address?: string;
}
/**
 * What two or more parties agreed on: treaty, protocol, act, declaration, accord, communiqué.
 */
export interface Agreement extends Thing {
  /**
   * What sort of agreement it is.
   */
  kind?:
    | 'treaty'
    | 'protocol'
    | 'act'
    | 'declaration'
    | 'accord'
    | 'memorandum'
    | 'communique'
    | 'decision-of-parties';
  /**
   * Date on which it was signed or issued.
   */
  date?: string;
  /**
   * Place where it was signed.
   */
  signedAt?: Id<
    | 'body'
    | 'commission'
    | 'country'
    | 'crossing'
    | 'feature'
    | 'fund'
    | 'hub'
    | 'infrastructure'
    | 'network'
    | 'org'
    | 'place'
  >;
  /**
   * Country, organization or place that the agreement binds.
   */
  party?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
    >
  >;
  /**
   * Person, organization, country or place that signed it.
   */
  signatory?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'person'
      | 'place'
    >
  >;
  /**
   * How far the agreement has come.
   */
  status?: 'proposed' | 'negotiating' | 'signed' | 'in-force' | 'expired';
  /**
   * How long it was agreed to be valid.
   */
  duration?: Quantity;
  /**
   * How much longer it was made valid later.
   */
  extension?: Quantity;
  /**
   * Date on which its validity was extended.
   */
  extended?: string;
  /**
   * Date or year at whose end it ceases to be valid.
   */
  validUntil?: string;
  /**
   * What the agreement created.
   */
  establishes?: Array<Id>;
  /**
   * Conflict, dispute or other thing that it brought to an end.
   */
  ends?: Id;
  /**
   * What the agreement is about.
   */
  subject?: Array<Id>;
  /**
   * Country or organization that vouches for it.
   */
  guarantor?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
    >
  >;
  /**
   * Agreement that its negotiation rested on.
   */
  basedOn?: Array<Id<'agreement'>>;
  /**
   * Date at which a text reports it to be at work, where it gives none of its signing.
   */
  attested?: string;
  /**
   * Number of countries and organizations that it binds.
   */
  partyCount?: Quantity;
  /**
   * Country that took part in negotiating and signing it without being bound by it.
   */
  mediator?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
    >
  >;
  /**
   * Person, country or organization that declared support for it.
   */
  supporter?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'person'
      | 'place'
    >
  >;
  /**
   * Location around which it leaves the line of the border uncertain.
   */
  leavesUndefined?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
/**
 * Anything that the text speaks of. It holds the properties that every type has and is never used by itself.
 */
export interface Thing {
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name?: Text;
  /**
   * Other names by which it is known, among them the official name in its own language.
   */
  alternateName?: Texts;
  /**
   * Acronym or abbreviation of the name, as each language uses it.
   */
  acronym?: Text;
  /**
   * Forms of its names that texts may use and that the stem of the words does not show: a short form, an irregular plural, an adjective. They are recognized in translations, never offered, and not shown in editions.
   */
  otherForm?: Texts;
  /**
   * Words that translations should not use for it: a false friend, an outdated or unofficial name. Readers who search for them can still find it in the data; editions do not show them.
   */
  avoidedTerm?: Texts;
  /**
   * One line that tells it apart from things with a similar name.
   */
  description?: Text;
  /**
   * Address of the same thing in another, verified dataset (Wikidata, GeoNames, ROR).
   */
  sameAs?: Array<string>;
  /**
   * What the record is taken from, where it says more than the text: a work of the bibliography and the place in it, or an address.
   */
  recordedFrom?: Array<ThingRecordedFrom>;
}
/**
 * How far a border meets a condition of cross-border cooperation, and what shows it.
 */
export interface Assessment extends Thing {
  /**
   * The border that is assessed.
   */
  border: Id<'border'>;
  /**
   * The condition or component of cross-border cooperation.
   */
  condition: Id<'concept'>;
  /**
   * How far the condition is met.
   */
  level?: 'met' | 'partly-met' | 'not-met' | 'not-discussed';
  /**
   * Agreement, work, body or other thing by which the condition is met.
   */
  evidence?: Array<Id>;
  /**
   * What was found, in one sentence.
   */
  finding?: Text;
  /**
   * Work whose statements are assessed; the assessment is that of who made it, not of the work.
   */
  basedOn?: Id<'work'>;
  /**
   * Who made the assessment and answers for it.
   */
  assessedBy: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org' | 'person'>>;
}
/**
 * A part of the government of a country, region or city, or of an intergovernmental organization: ministry, directorate, council, secretariat, municipality.
 */
export interface Body extends Org {}
/**
 * A group of people, states or other organizations with a name and a purpose.
 */
export interface Org extends Thing {
  /**
   * What sort of organization it is.
   */
  kind?:
    | 'intergovernmental'
    | 'integration-system'
    | 'cooperation-system'
    | 'branch-of-government'
    | 'presidency'
    | 'parliament'
    | 'court'
    | 'ministry'
    | 'vice-ministry'
    | 'undersecretariat'
    | 'secretariat'
    | 'directorate'
    | 'office'
    | 'consulate'
    | 'agency'
    | 'council'
    | 'regional-government'
    | 'provincial-government'
    | 'municipality'
    | 'multisectoral-commission'
    | 'binational-commission'
    | 'commission'
    | 'committee'
    | 'working-group'
    | 'consultative-group'
    | 'development-bank'
    | 'bank'
    | 'project-bank'
    | 'fund'
    | 'city-network'
    | 'government-network'
    | 'municipal-association'
    | 'commonwealth-of-municipalities'
    | 'migrant-network'
    | 'association'
    | 'foundation'
    | 'university'
    | 'research-institute'
    | 'research-group'
    | 'publisher'
    | 'company'
    | 'armed-forces'
    | 'population-group';
  /**
   * Country that it belongs to or works in.
   */
  country?: Array<Id<'country'>>;
  /**
   * Place where it has its seat.
   */
  seat?: Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>;
  /**
   * Larger organization that it is a part of.
   */
  partOf?: Id<'body' | 'commission' | 'country' | 'fund' | 'network' | 'org'>;
  /**
   * Organization, country, place or person that is a member.
   */
  member?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'person'
      | 'place'
    >
  >;
  /**
   * Country or organization that is associated without being a member.
   */
  associate?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
    >
  >;
  /**
   * Number of members.
   */
  memberCount?: Quantity;
  /**
   * Person or organization that heads it.
   */
  headedBy?: Id<'body' | 'commission' | 'country' | 'fund' | 'network' | 'org' | 'person'>;
  /**
   * Organization, country or program that supports it with money or expertise.
   */
  supportedBy?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
      | 'programme'
    >
  >;
  /**
   * Date on which it was founded or created.
   */
  founded?: string;
  /**
   * Agreement, law, organization, person or meeting that created it.
   */
  foundedBy?: Array<Id>;
  /**
   * Date on which it ceased to exist.
   */
  dissolved?: string;
  /**
   * Date since which it has its present name.
   */
  renamed?: string;
  /**
   * Its former name.
   */
  formerly?: Text;
  /**
   * What it was created for.
   */
  purpose?: Text;
  /**
   * How long it has existed, in years, at the time the text speaks of.
   */
  age?: Quantity;
  /**
   * Body that does the work of a secretariat for it.
   */
  secretariat?: Id<'body' | 'commission' | 'fund' | 'network' | 'org'>;
  /**
   * Body to which it submits its proposals.
   */
  reportsTo?: Id<'body' | 'commission' | 'fund' | 'network' | 'org'>;
  /**
   * Field that it works on or has taken on in a network.
   */
  theme?: Array<Id<'concept'>>;
  /**
   * Organization that it takes its inspiration from.
   */
  modelledOn?: Id<'body' | 'commission' | 'fund' | 'network' | 'org'>;
  /**
   * Organization that it depended on before.
   */
  formerlyPartOf?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org'>>;
  /**
   * Number of projects that it carries out.
   */
  projectCount?: Quantity;
  /**
   * Concept that it makes possible or strengthens.
   */
  favors?: Array<Id<'concept'>>;
  /**
   * Territory that it governs or serves, or that its work concerns.
   */
  areaServed?: Array<Id<'border' | 'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Law, program or organization that it coordinates, supervises or evaluates.
   */
  oversees?: Array<Id<'body' | 'commission' | 'fund' | 'law' | 'network' | 'org' | 'programme'>>;
  /**
   * Organization that it coordinates its work with.
   */
  worksWith?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org'>>;
  /**
   * Country or region that its members come from.
   */
  origin?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
/**
 * The border between two countries, or a named part of it.
 */
export interface Border extends Thing {
  /**
   * The two countries that share the border.
   */
  between: Array<Id<'country'>>;
  /**
   * Length of the border, in kilometres.
   */
  length?: Quantity;
  /**
   * Its length as a percentage of all international borders of the country named in the part `of`.
   */
  lengthShare?: Quantity;
  /**
   * Larger location that the border runs through.
   */
  within?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Natural feature that the border runs through or along.
   */
  terrain?: Array<Id<'feature'>>;
  /**
   * Number of natural protected areas along the border.
   */
  protectedAreaCount?: Quantity;
  /**
   * Date on which the last boundary marker was set.
   */
  lastMarker?: string;
  /**
   * Place by length among the land borders of a country, counted from the longest.
   */
  lengthRank?: Quantity;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
/**
 * A commission, committee or working group in which several parties work on a task.
 */
export interface Commission extends Org {
  /**
   * Organization, country or place that sends its representatives.
   */
  party?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
    >
  >;
  /**
   * Commission or working group that belongs to it.
   */
  subgroup?: Array<Id<'commission'>>;
  /**
   * Organization, person or kind of organization that chairs or coordinates it.
   */
  chair?: Array<Id<'body' | 'commission' | 'concept' | 'fund' | 'network' | 'org' | 'person'>>;
  /**
   * What it is charged with.
   */
  task?: Text;
  /**
   * Date of its first meeting.
   */
  firstMeeting?: string;
}
/**
 * An idea that the text defines or uses: a term, a condition, an indicator, a principle.
 */
export interface Concept extends Thing {
  /**
   * What the term means.
   */
  definition?: Text;
  /**
   * Concept that this one is a kind or part of.
   */
  broader?: Id<'concept'>;
  /**
   * Law, organization, work or program that gives the definition.
   */
  definedBy?: Id<
    'agreement' | 'body' | 'commission' | 'fund' | 'law' | 'network' | 'org' | 'programme' | 'work'
  >;
  /**
   * Concept that belongs to it: a kind, a part, a phase or an element.
   */
  narrower?: Array<Id<'concept'>>;
  /**
   * Development, condition or instrument that helps it to come about or to grow.
   */
  favoredBy?: Array<Id<'concept'>>;
  /**
   * Criterion that it brings into balance with others.
   */
  reconciles?: Array<Id<'concept'>>;
  /**
   * Process that it has given a direction to.
   */
  guides?: Array<Id<'concept'>>;
  /**
   * What it cannot do without.
   */
  requires?: Array<Id<'concept'>>;
  /**
   * Border, agreement or body that is named as an instance of it.
   */
  example?: Array<Id>;
  /**
   * Number of concepts that it is made up of.
   */
  partCount?: Quantity;
  /**
   * Number of phases in which it comes about.
   */
  phaseCount?: Quantity;
  /**
   * Place by size among those of its kind, counted from the largest.
   */
  rank?: Quantity;
  /**
   * Concept that has given way to it.
   */
  replaces?: Array<Id<'concept'>>;
  /**
   * Concept that it acts on and depends on.
   */
  interactsWith?: Array<Id<'concept'>>;
  /**
   * Location in whose economy, society or politics it plays a fundamental role or is a challenge or a priority.
   */
  importantIn?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
/**
 * A sovereign state.
 */
export interface Country extends Location {
  /**
   * Organization or process that the country belongs to.
   */
  memberOf?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org'>>;
  /**
   * Number of countries that border on it.
   */
  neighborCount?: Quantity;
  /**
   * Number of integration hubs that it takes part in.
   */
  hubCount?: Quantity;
}
/**
 * Anything that has a place on the map: what places, countries, natural features, crossings, hubs and infrastructure have in common. It is never used by itself.
 */
export interface Location extends Thing {
  /**
   * Larger location that holds this one or a part of it.
   */
  within?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Location that this one shares a border with.
   */
  borders?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * ISO 3166 code: two letters for a country, with the subdivision after a hyphen (PE, PE-LOR).
   */
  isoCode?: string;
  /**
   * A point of the earth that stands for it, where somebody who looks after such points gives one.
   */
  point?: `geo:${number},${number}`;
  /**
   * Place that is its capital or seat of government.
   */
  capital?: Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>;
  /**
   * Surface area, in square kilometres.
   */
  area?: Quantity;
  /**
   * Its area as a percentage of a larger whole: for a hub, of the total area of the countries that take part in it; otherwise of the part `of`.
   */
  areaShare?: Quantity;
  /**
   * Its area as a percentage of the territory of its country.
   */
  nationalAreaShare?: Quantity;
  /**
   * Number of inhabitants.
   */
  population?: Quantity;
  /**
   * Its population as a percentage of a larger whole: for a hub, of the countries that take part in it; otherwise of its country or of the part `of`.
   */
  populationShare?: Quantity;
  /**
   * Inhabitants per square kilometer; follows from population and area.
   */
  populationDensity?: Quantity;
  /**
   * Growth of the population over the period: a percentage, or the factor by which it grew (unit "×").
   */
  populationGrowth?: Quantity;
  /**
   * Its part of the biodiversity of the world, as a percentage.
   */
  biodiversityShare?: Quantity;
  /**
   * Latitude of its northern limit, in degrees; south of the equator is negative.
   */
  latitudeNorth?: Quantity;
  /**
   * Latitude of its southern limit, in degrees; south of the equator is negative.
   */
  latitudeSouth?: Quantity;
  /**
   * Number of countries that it consists of or that take part in it.
   */
  countryCount?: Quantity;
  /**
   * Number of regions (first-level divisions) that it consists of.
   */
  regionCount?: Quantity;
  /**
   * Number of provinces that it consists of.
   */
  provinceCount?: Quantity;
  /**
   * Number of districts that it consists of.
   */
  districtCount?: Quantity;
  /**
   * Number of natural protected areas in it or along it.
   */
  protectedAreaCount?: Quantity;
  /**
   * Its part of the international boundary of its country, as a percentage.
   */
  boundaryShare?: Quantity;
  /**
   * How many times its area contains that of the part `of`.
   */
  areaRatio?: Quantity;
  /**
   * Place of its biosphere reserve by size among those of the world, counted from the largest.
   */
  biosphereReserveRank?: Quantity;
  /**
   * What sets it apart from the places of its kind.
   */
  distinction?: Text;
  /**
   * Activity that it has what is needed for.
   */
  suitedTo?: Array<Id<'concept'>>;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
/**
 * A place where people and goods pass a border.
 */
export interface Crossing extends Location {
  /**
   * The border that is crossed here.
   */
  border?: Id<'border'>;
  /**
   * Growth of the foreign trade that passes the crossing, over the period: a percentage, or a factor (unit "×").
   */
  tradeGrowth?: Quantity;
  /**
   * Growth of the number of people who pass the crossing, over the period: a percentage, or a factor (unit "×").
   */
  migrationGrowth?: Quantity;
}
/**
 * What happened at a time: meeting, conflict, mission, conference, training, contest, negotiation.
 */
export interface Event extends Thing {
  /**
   * What sort of event it is.
   */
  kind?:
    | 'meeting'
    | 'conflict'
    | 'mission'
    | 'conference'
    | 'training'
    | 'contest'
    | 'negotiation'
    | 'ceremony'
    | 'process';
  /**
   * Day, month or year of the event.
   */
  date?: string;
  /**
   * Date on which it began.
   */
  startDate?: string;
  /**
   * Date on which it ended.
   */
  endDate?: string;
  /**
   * How long it lasted.
   */
  duration?: Quantity;
  /**
   * Location or border where it took place.
   */
  location?: Array<Id<'border' | 'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Who took part in it.
   */
  participant?: Array<Id>;
  /**
   * Organization, country, person or program that organized it.
   */
  organizer?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'person'
      | 'place'
      | 'programme'
    >
  >;
  /**
   * What came out of it: an agreement, a body, a project.
   */
  result?: Array<Id>;
  /**
   * Conflict, dispute or other thing that it brought to an end.
   */
  ends?: Id;
  /**
   * Agreement or program within which it took place.
   */
  framework?: Array<Id<'agreement' | 'programme'>>;
  /**
   * What it was about.
   */
  theme?: Array<
    Id<
      | 'border'
      | 'concept'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'hub'
      | 'infrastructure'
      | 'place'
      | 'programme'
    >
  >;
  /**
   * Country or organization that backed it.
   */
  supporter?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
    >
  >;
  /**
   * Organization that offered the place for it.
   */
  host?: Id<'body' | 'commission' | 'fund' | 'network' | 'org'>;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
/**
 * A part of nature: river, mountain range, rainforest, basin, coast, ecosystem, species.
 */
export interface Feature extends Location {
  /**
   * What sort of natural feature it is.
   */
  kind?:
    | 'river'
    | 'basin'
    | 'lake'
    | 'ocean'
    | 'coast'
    | 'canal'
    | 'mountain'
    | 'mountain-range'
    | 'rainforest'
    | 'plain'
    | 'desert'
    | 'island'
    | 'natural-region'
    | 'protected-area'
    | 'ecosystem'
    | 'species';
  /**
   * Concept that it has been made the symbol of.
   */
  symbolOf?: Array<Id<'concept'>>;
}
/**
 * An organization or instrument that finances: development bank, fund, bank of projects.
 */
export interface Fund extends Org {
  /**
   * Money that it disposes of.
   */
  amount?: Quantity;
}
/**
 * An area across several countries that IIRSA plans as one: both a concept of planning and a space on the map.
 */
export interface Hub extends Location {
  /**
   * Country that takes part in the hub.
   */
  country?: Array<Id<'country'>>;
  /**
   * Location that belongs to the area of influence of the hub.
   */
  covers?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * City or other place that the hub connects.
   */
  node?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Port that the hub leads to.
   */
  port?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Road, river or other line that the hub runs along.
   */
  corridor?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Highest population density of a part of the hub.
   */
  densityMaximum?: Quantity;
  /**
   * Part of the hub with the highest population density.
   */
  densityMaximumPlace?: Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>;
  /**
   * Lowest population density of a part of the hub.
   */
  densityMinimum?: Quantity;
  /**
   * Part of the hub with the lowest population density.
   */
  densityMinimumPlace?: Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>;
  /**
   * Initiative that defined it.
   */
  partOf?: Id;
  /**
   * Hub that its corridors meet.
   */
  linkedWith?: Array<Id<'hub'>>;
  /**
   * Number of great corridors that belong to it.
   */
  corridorCount?: Quantity;
  /**
   * Place by population density among the hubs of its initiative, counted from the lowest.
   */
  densityRank?: Quantity;
}
/**
 * A road, waterway, route or line that connects places.
 */
export interface Infrastructure extends Location {
  /**
   * What sort of infrastructure it is.
   */
  kind?:
    | 'road'
    | 'railway'
    | 'bridge'
    | 'waterway'
    | 'flight-route'
    | 'tourist-route'
    | 'corridor'
    | 'power-line'
    | 'multimodal-system';
  /**
   * Location that it leads to or passes through.
   */
  connects?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Length, in kilometres.
   */
  length?: Quantity;
  /**
   * How far it had come at the time of writing.
   */
  stage?: 'possible' | 'proposed' | 'planned' | 'in-progress';
  /**
   * What it has its name from.
   */
  namedAfter?: Id;
}
/**
 * A rule issued by one authority: constitution, law, bill, decree, resolution, decision, or an article of one of them.
 */
export interface Law extends Thing {
  /**
   * What sort of rule it is.
   */
  kind?:
    | 'constitution'
    | 'law'
    | 'bill'
    | 'decision'
    | 'supreme-decree'
    | 'supreme-resolution'
    | 'resolution'
    | 'article';
  /**
   * Official number, as printed in the rule itself ("29776", "057-2001-PCM").
   */
  number?: string;
  /**
   * Date on which it was approved or issued.
   */
  date?: string;
  /**
   * Organization or country that approved or issued it.
   */
  issuedBy?: Id<'body' | 'commission' | 'country' | 'fund' | 'network' | 'org'>;
  /**
   * Country whose law it is.
   */
  country?: Id<'country'>;
  /**
   * Law that it is an article or part of.
   */
  partOf?: Id<'law'>;
  /**
   * What the law created.
   */
  establishes?: Array<Id>;
  /**
   * What the law is about.
   */
  subject?: Array<Id>;
  /**
   * Organization that sent it to the body that may approve it.
   */
  proposedBy?: Id<'body' | 'commission' | 'fund' | 'network' | 'org'>;
  /**
   * Body that it was sent to for approval.
   */
  submittedTo?: Id<'body' | 'commission' | 'fund' | 'network' | 'org'>;
  /**
   * Concept that it makes possible or strengthens.
   */
  favors?: Array<Id<'concept'>>;
  /**
   * Number of the chapter that it stands in.
   */
  chapter?: string;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
/**
 * A network, association or commonwealth of cities, governments, groups or people.
 */
export interface Network extends Org {
  /**
   * Number of inhabitants of the places that it brings together.
   */
  populationServed?: Quantity;
  /**
   * Who or what started it.
   */
  initiator?: Array<Id>;
  /**
   * How far it had come at the time of writing.
   */
  stage?: 'possible' | 'proposed' | 'planned' | 'in-progress';
}
/**
 * What the edited work prints, what is right or in doubt, and why. It speaks about an entity or about one of its properties and acknowledges deviations found there.
 */
export interface Note extends Thing {
  /**
   * Entity, or property of an entity, that the note speaks about (org:can#memberCount).
   */
  about: Array<string>;
  /**
   * What sort of place in the text it is.
   */
  kind:
    | 'inconsistent-figure'
    | 'impossible-figure'
    | 'misprint'
    | 'wrong-number'
    | 'wrong-date'
    | 'ambiguous-date'
    | 'misspelt-name'
    | 'mistranslated-title'
    | 'one-name-two-things'
    | 'several-names'
    | 'wrong-attribution'
    | 'ambiguous-statement'
    | 'missing-data';
  /**
   * What the edited work prints, word for word and short.
   */
  printed?: string;
  /**
   * What is right, or what is in doubt.
   */
  reading: Text;
  /**
   * Why: the calculation or the source that shows it.
   */
  reason: Text;
  /**
   * Work that the reading rests on.
   */
  source?: Id<'work'>;
}
/**
 * The value of an indicator for a subject, where no property of the subject can hold it.
 */
export interface Observation extends Thing {
  /**
   * What was observed.
   */
  subject: Id;
  /**
   * Concept that says what was measured or counted.
   */
  indicator: Id<'concept'>;
  /**
   * The value, with its unit, period, qualifier and source.
   */
  value: Quantity;
  /**
   * Work that the value is taken from.
   */
  source?: Id<'work'>;
}
/**
 * A person, in a public role only: author, head of state, official.
 */
export interface Person extends Thing {
  /**
   * Public office that the person holds at the time the text speaks of.
   */
  office?: Text;
  /**
   * Organization or country that the person works for.
   */
  affiliation?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org'>>;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
/**
 * A place that people made or drew on the map: region, department, province, district, city, town, port, building, area.
 */
export interface Place extends Location {
  /**
   * What sort of place it is.
   */
  kind?:
    | 'continent'
    | 'country-group'
    | 'area'
    | 'region'
    | 'department'
    | 'state'
    | 'province'
    | 'district'
    | 'municipality'
    | 'city'
    | 'town'
    | 'village'
    | 'neighbourhood'
    | 'port'
    | 'building'
    | 'facility';
  /**
   * Location that belongs to it.
   */
  covers?: Array<Id<'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Country that one of its largest immigrant communities comes from.
   */
  immigrantsFrom?: Array<Id<'country'>>;
  /**
   * Organization that supports its development.
   */
  supporter?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org'>>;
  /**
   * How far it had come at the time of writing.
   */
  stage?: 'possible' | 'proposed' | 'planned' | 'in-progress';
}
/**
 * Work that is planned or done for a purpose: program, project, plan, strategy, policy, agenda, initiative, system.
 */
export interface Programme extends Thing {
  /**
   * What sort of program it is.
   */
  kind?:
    | 'programme'
    | 'project'
    | 'plan'
    | 'strategy'
    | 'policy'
    | 'agenda'
    | 'initiative'
    | 'administrative-system'
    | 'information-system'
    | 'functional-system';
  /**
   * Date on which it was approved or launched.
   */
  date?: string;
  /**
   * Date on which the work begins or began.
   */
  startDate?: string;
  /**
   * Date on which the work ends or ended.
   */
  endDate?: string;
  /**
   * Years that a plan or strategy is made for.
   */
  period?: string;
  /**
   * Organization, country or program that does the work.
   */
  executedBy?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
      | 'programme'
    >
  >;
  /**
   * Organization, country or program that pays for it.
   */
  fundedBy?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
      | 'programme'
    >
  >;
  /**
   * Who or what takes part in it.
   */
  partner?: Array<Id>;
  /**
   * Program that it belongs to.
   */
  partOf?: Array<Id<'programme'>>;
  /**
   * Location or border where it is done.
   */
  location?: Array<Id<'border' | 'country' | 'crossing' | 'feature' | 'hub' | 'infrastructure' | 'place'>>;
  /**
   * Agreement, law or program that it rests on.
   */
  basedOn?: Array<Id<'agreement' | 'law' | 'programme'>>;
  /**
   * Concept that the work is built around.
   */
  axis?: Id<'concept'>;
  /**
   * What it is meant to achieve.
   */
  objective?: Text;
  /**
   * Country or organization that has declared its support for it.
   */
  supporter?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
    >
  >;
  /**
   * Field, item or area of work that it takes up.
   */
  theme?: Array<Id<'commission' | 'concept'>>;
  /**
   * Concept that one of its specific aims concerns.
   */
  aim?: Array<Id<'concept'>>;
  /**
   * Concept that its approach is made up of.
   */
  element?: Array<Id<'concept'>>;
  /**
   * Strategy or agenda within which it places a part of its work.
   */
  framework?: Array<Id<'programme'>>;
  /**
   * Number of countries whose governments take part in it.
   */
  countryCount?: Quantity;
  /**
   * Number of hubs that it comprises.
   */
  hubCount?: Quantity;
  /**
   * Number of projects that it consists of.
   */
  projectCount?: Quantity;
  /**
   * Body whose task it is to formulate it.
   */
  formulatedBy?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org'>>;
  /**
   * Country whose policy, strategy or system it is.
   */
  country?: Array<Id<'country'>>;
  /**
   * Organization that approved it.
   */
  approvedBy?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org'>>;
  /**
   * Country or organization that created it.
   */
  createdBy?: Array<
    Id<
      | 'body'
      | 'commission'
      | 'country'
      | 'crossing'
      | 'feature'
      | 'fund'
      | 'hub'
      | 'infrastructure'
      | 'network'
      | 'org'
      | 'place'
    >
  >;
  /**
   * Person or organization that ordered it.
   */
  orderedBy?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org' | 'person'>>;
  /**
   * How far it had come at the time of writing.
   */
  stage?: 'possible' | 'proposed' | 'planned' | 'in-progress';
  /**
   * Number of commissions that work for it.
   */
  commissionCount?: Quantity;
  /**
   * Organization whose method it extends.
   */
  modelledOn?: Id<'body' | 'commission' | 'fund' | 'network' | 'org'>;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
/**
 * A book, article, report, page or other work that the text cites or lists. Its data come from the bibliography (CSL-JSON), item kahhat-2007 being work:kahhat-2007.
 */
export interface Work extends Thing {
  /**
   * What sort of work it is, by the types of CSL.
   */
  kind?:
    | 'article'
    | 'article-journal'
    | 'article-magazine'
    | 'article-newspaper'
    | 'book'
    | 'chapter'
    | 'paper-conference'
    | 'thesis'
    | 'report'
    | 'document'
    | 'manuscript'
    | 'legislation'
    | 'bill'
    | 'treaty'
    | 'speech'
    | 'webpage'
    | 'post-weblog'
    | 'dataset'
    | 'map'
    | 'broadcast'
    | 'classic'
    | 'collection'
    | 'entry'
    | 'entry-dictionary'
    | 'entry-encyclopedia'
    | 'event'
    | 'figure'
    | 'graphic'
    | 'hearing'
    | 'interview'
    | 'legal_case'
    | 'motion_picture'
    | 'musical_score'
    | 'pamphlet'
    | 'patent'
    | 'performance'
    | 'periodical'
    | 'personal_communication'
    | 'post'
    | 'regulation'
    | 'review'
    | 'review-book'
    | 'software'
    | 'song'
    | 'standard';
  /**
   * Name of an author, as the work gives it.
   */
  author?: Array<string>;
  /**
   * Name of an editor or organizer.
   */
  editor?: Array<string>;
  /**
   * Name of a translator.
   */
  translator?: Array<string>;
  /**
   * Person or organization, as an entity, that wrote or issued the work.
   */
  creator?: Array<Id<'body' | 'commission' | 'country' | 'fund' | 'network' | 'org' | 'person'>>;
  /**
   * Person or organization, as an entity, that edited the work or the volume it is part of.
   */
  editedBy?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org' | 'person'>>;
  /**
   * Organization, as an entity, that published the work.
   */
  publishedBy?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org'>>;
  /**
   * Date of publication.
   */
  issued?: string;
  /**
   * Date on which it was last consulted.
   */
  accessed?: string;
  /**
   * Title in the original language, where the bibliography lists a translated one.
   */
  originalTitle?: string;
  /**
   * Title of the journal, book or site that holds the work.
   */
  containerTitle?: string;
  /**
   * Title of the series.
   */
  collectionTitle?: string;
  /**
   * Name of the conference where it was presented.
   */
  eventTitle?: string;
  /**
   * Name of the publisher.
   */
  publisher?: string;
  /**
   * Place of publication, as printed.
   */
  publisherPlace?: string;
  /**
   * Volume.
   */
  volume?: string;
  /**
   * Number of the issue of the journal.
   */
  issue?: string;
  /**
   * Number of the report, law or document.
   */
  reportNumber?: string;
  /**
   * First and last page.
   */
  pages?: string;
  /**
   * Edition of the book.
   */
  edition?: string;
  /**
   * Language of the work, a BCP 47 tag.
   */
  language?: string;
  /**
   * Genre, such as the sort of a thesis.
   */
  genre?: string;
  /**
   * Address of the work on the Web.
   */
  url?: string;
  /**
   * DOI without the address of the resolver.
   */
  doi?: string;
  /**
   * ISBN.
   */
  isbn?: string;
  /**
   * ISSN of the journal or series.
   */
  issn?: string;
  /**
   * Date of the work where it is not that of the publication, such as of a speech.
   */
  date?: string;
  /**
   * Country that issued the work or that it speaks about.
   */
  country?: Array<Id<'country'>>;
  /**
   * Work that holds this one.
   */
  partOf?: Id<'work'>;
  /**
   * Work that this one translates.
   */
  translationOf?: Id<'work'>;
  /**
   * What the work is about.
   */
  subject?: Array<Id>;
  /**
   * Norm whose text the work prints.
   */
  textOf?: Id<'law'>;
  /**
   * Work that this one is another published version of, where none is called the original.
   */
  versionOf?: Id<'work'>;
  /**
   * Organization that it was written for.
   */
  commissionedBy?: Array<Id<'body' | 'commission' | 'fund' | 'network' | 'org'>>;
  /**
   * The name by which it is shown, in its official form in each language; for a work of the bibliography its title.
   */
  name: Text;
}
