/** Public address of the rules' pages, for reports that leave this machine: the page of a rule is this and its id. */
export const rulesUrl = 'https://w3id.org/tinkuy/rules/';
