/** Where the script and the events are: no name in dist/ begins with a dot. */
export const scriptPath = '.tinkuy/reload.js';
export const eventsPath = '.tinkuy/events';

/** What a page is told when it begins to listen, and after each build. */
export interface PageState {
  /** Of what is published: a page of another loads itself anew, and stays where its reader is. */
  version: string;
  /** Findings that keep the page as it is; 0 where none does. */
  count: number;
  /** What to say of them. */
  message: string;
}

/** Runs in the browser. Words come as text and are never read as markup. */
export const reloadScript = `(() => {
  const own = document.currentScript.dataset.version;
  const title = document.title;
  let banner;
  new EventSource('/${eventsPath}').addEventListener('state', ({ data }) => {
    const { version, count, message } = JSON.parse(data);
    if (version !== own) {
      location.reload();
      return;
    }
    document.title = count > 0 ? '(' + count + ') ' + title : title;
    banner?.remove();
    if (message === '') return;
    banner = document.createElement('div');
    banner.setAttribute('role', 'status');
    banner.style.cssText =
      'position:fixed;inset:auto 0 0 0;padding:.5em 1em;background:#7a1f1f;color:#fff;font:1rem sans-serif;z-index:2147483647';
    banner.textContent = message;
    document.body.append(banner);
  });
})();
`;

/** A page with the script in it, and what it is the page of. What is published has no script. */
export function withReload(html: string, version: string): string {
  const script = `<script defer src="/${scriptPath}" data-version="${version}"></script>`;
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + script : html.slice(0, end) + script + html.slice(end);
}
