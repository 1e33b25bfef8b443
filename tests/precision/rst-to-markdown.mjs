/** Roles whose words a translator writes; of all others the words are names in code. */
const worded = /^(?:term|ref|doc|abbr|guilabel|menuselection|pep|rfc)$/;

/**
 * The inline markup of reStructuredText as Markdown: code stays code, references with an address of their own and
 * hyperlinks become links.
 *
 * @param {string} text one paragraph
 */
export function rstToMarkdown(text) {
  return text
    .replace(/(``.+?``)|:(?:\w+:)?(\w+):`([^`]+)`|`([^`<]*?)\s*<([^`>]+)>`__?|`([^`]+)`__?/g, (...found) => {
      const [, code, role, words, linked, address, name] = found;
      if (code !== undefined) return code;
      if (role !== undefined) return writeRole(role, words);
      if (address !== undefined) return `[${linked}](${address.replace(/\s/g, '')})`;
      // Its address is made of its words, which are translated.
      return name;
    })
    .replace(/\\ /g, '')
    .replace(/::$/, ':');
}

function writeRole(role, text) {
  if (role === 'menuselection' || role === 'guilabel') return text;
  if (!worded.test(role)) return `\`${text}\``;
  const [, words, target] = /^(.*?)\s*<([^>]+)>$/s.exec(text) ?? [];
  return words === undefined ? text : `[${words}](#${encodeURIComponent(target)})`;
}
