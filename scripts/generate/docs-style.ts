/** The look of the API page: the reader's own fonts, light or dark as the reader's system is. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c2430, #e4e8ef); --quiet: light-dark(#56606e, #a3adba);
  --line: light-dark(#dde2e8, #343c47); --paper: light-dark(#fff, #14181e); --inset: light-dark(#f4f6f8, #1c222a);
  --accent: light-dark(#0b5c8a, #79c3ef); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 58rem; padding: 2rem 1.25rem 6rem; font: 1rem/1.6 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); }
h1 { font-size: 2.25rem; margin: 0; letter-spacing: -0.02em; }
h2 { margin: 3.5rem 0 1rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); }
h3 { margin: 2.5rem 0 .5rem; }
h3:target { color: var(--accent); }
small { margin-left: .5rem; font-weight: 400; color: var(--quiet); }
nav a { margin-right: 1.25rem; }
a { color: var(--accent); }
.address { margin: 0 0 .75rem; padding: .5rem .75rem; border-radius: .5rem; background: var(--inset); overflow-wrap: anywhere; }
code, pre { font: .9em/1.5 ui-monospace, monospace; }
pre { padding: 1rem; border-radius: .5rem; background: var(--inset); overflow-x: auto; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-size: .925rem; }
th, td { padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 500; }
td:first-child { overflow-wrap: anywhere; }
`
