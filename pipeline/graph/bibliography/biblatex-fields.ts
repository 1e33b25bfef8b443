/**
 * Fields that tell nothing of the work: what programs note for themselves, where a file lies, how LaTeX prints and sorts.
 * They are left out without a word; docs/bibliographies.md lists them.
 */
export const housekeepingFields: ReadonlySet<string> = new Set(
  (
    '__markedentry added-at bdsk-color bdsk-file-1 bdsk-url-1 biburl bibsource comment creationdate crossref date-added ' +
    'date-modified entryset execute file gender groups ids indexsorttitle indextitle interhash intrahash keyword-groups ' +
    'label langid langidopts local-url mendeley-groups mendeley-tags modificationdate options owner presort printed ' +
    'priority qualityassured ranking read readstatus related relatedoptions relatedstring relatedtype relevance ' +
    'shorthand shorthandintro shortauthor shorteditor sortkey sortname sortshorthand sorttitle sortyear timestamp ' +
    'userabstract username xdata xref'
  ).split(' '),
);

/** Dates of biblatex, by the variable of CSL. */
export const biblatexDates: ReadonlyMap<string, string> = new Map([
  ['issued', 'date'],
  ['accessed', 'urldate'],
  ['event-date', 'eventdate'],
  ['original-date', 'origdate'],
]);

/** Where a text goes that the library leaves out. */
export const otherFields: ReadonlyMap<string, string> = new Map([
  ['addendum', 'note'],
  ['booktitle', 'volume-title'],
  ['eid', 'number'],
  ['howpublished', 'medium'],
  ['issue', 'issue'],
  ['number', 'number'],
]);

/** What editors are who are called something else in `editortype`. */
export const editorTypes: ReadonlyMap<string, string> = new Map([
  ['compiler', 'compiler'],
  ['director', 'director'],
  ['organizer', 'organizer'],
  ['organiser', 'organizer'],
]);

/** States of publication that biblatex has a word for. */
export const publicationStates: ReadonlyMap<string, string> = new Map([
  ['inpreparation', 'in preparation'],
  ['inpress', 'in press'],
  ['prepublished', 'prepublished'],
  ['forthcoming', 'forthcoming'],
  ['submitted', 'submitted'],
]);

/** Types of theses and reports that biblatex has a word for. */
export const genres: ReadonlyMap<string, string> = new Map([
  ['audiocd', 'audio CD'],
  ['bathesis', "Bachelor's thesis"],
  ['candthesis', 'Candidate thesis'],
  ['datacd', 'data CD'],
  ['mathesis', "Master's thesis"],
  ['phdthesis', 'PhD thesis'],
  ['resreport', 'research report'],
  ['software', 'computer software'],
  ['techreport', 'technical report'],
]);
