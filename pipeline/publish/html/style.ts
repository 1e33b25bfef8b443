/** For readers of the page as it is: one column, a comfortable line, the reader's own colours by day and by night. */
export const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); }
body { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
header, nav, .back { font-family: system-ui, sans-serif; font-size: 0.9375rem; }
h1, h2, h3, h4 { font-family: system-ui, sans-serif; line-height: 1.25; margin: 2em 0 0.6em; }
h1 { font-size: 1.9rem; margin-top: 0.5em; }
h1 + p { font-size: 1.15rem; }
blockquote, .alert { margin: 1.5em 0; padding: 0.25em 1.25em; border-inline-start: 3px solid var(--line); }
.alert { border-inline-start-color: currentColor; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9375rem; }
th, td { border: 1px solid var(--line); padding: 0.35em 0.6em; vertical-align: top; }
th:not([align]) { text-align: start; }
[align="left"] { text-align: left; }
[align="center"] { text-align: center; }
[align="right"] { text-align: right; }
a { text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
main p a:not(:hover) { text-decoration-color: var(--line); }
sup { line-height: 0; }
:target { background: color-mix(in srgb, gold 30%, transparent); }
@media print { nav { display: none; } body { max-width: none; } }
`;
