/** Roles whose words a translator writes; of all others the words are names in code. */
const worded = /^(?:term|ref|doc|abbr|dfn|pep|rfc)$/;

/** Roles whose number the page writes behind a name of its own. */
const numbered = { pep: 'PEP', rfc: 'RFC' };

/** Code, roles, links with an address, references by name, and words without a role: what follows is one of them, in this order. */
const markup =
  /(``.+?``)|:(?:\w+:)?(\w+):`([^`]+)`|`([^`<]*?)\s*<([^`>]+)>`__?|`([^`]+)`__?|(?<!`)`([^`]+)`(?!`)/g;

/**
 * The inline markup of reStructuredText as Markdown: code stays code, references with an address of their own and
 * hyperlinks become links. Two colons that announce a block of code are one, or none where they stand alone.
 *
 * @param {string} text one paragraph
 */
export function rstToMarkdown(text) {
  return text
    .replace(/(?<=\s)::$/, '')
    .replace(/::$/, ':')
    .replace(markup, (...found) => {
      const [, code, role, words, linked, address, name, title] = found;
      if (code !== undefined) return code;
      if (role !== undefined) return writeRole(role, words);
      if (address !== undefined) return `[${linked}](${address.replace(/\s/g, '')})`;
      // The address of a name is made of its words, which are translated; a title is what has no role.
      return name ?? `*${title}*`;
    })
    .replace(/\\ /g, '')
    .trimEnd();
}

function writeRole(role, text) {
  if (role === 'menuselection' || role === 'guilabel') return text;
  const [, words, target] = /^(.*?)\s*<([^>]+)>$/s.exec(text) ?? [];
  if (words !== undefined) return worded.test(role) ? `[${words}](#${encodeURIComponent(target)})` : words;
  // "!" keeps a name from being a link, "~" has its last part shown.
  if (!worded.test(role)) return `\`${text.replace(/^[!~]/, '')}\``;
  const [number = ''] = text.split('#');
  return numbered[role] === undefined ? text : `${numbered[role]} ${number}`;
}
