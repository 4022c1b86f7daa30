/** The style sheet of the exported page: typeset like print, in the reader's light or dark color scheme. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9;
  --ink: #22211e;
  --quiet: #6a675f;
  --rule: #ddd9cf;
  --link: #14518f;
  --accent: #b3261e;
  --wash: #f5f2ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191a1c;
    --ink: #dcdad4;
    --quiet: #9b988f;
    --rule: #3a3a3a;
    --link: #8fbbe8;
    --accent: #f28b7d;
    --wash: #222326;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  padding: clamp(1.5rem, 6vw, 5rem) 1.25rem 6rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.125rem/1.62 Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Georgia, Cambria, serif;
  font-kerning: normal;
  font-variant-numeric: oldstyle-nums;
  overflow-wrap: break-word;
  hanging-punctuation: first;
}
main { max-width: 38rem; margin: 0 auto; }
header { margin-bottom: 2.5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0 0 0.9rem; font-size: clamp(1.7rem, 5vw, 2.2rem); letter-spacing: -0.01em; font-variant-numeric: lining-nums; }
h1 small { font-size: inherit; font-weight: 400; color: var(--quiet); }
h2 { margin: 2.75rem 0 1rem; font-size: 1.4rem; }
h3 { margin: 2.5rem 0 1rem; font-size: 1.2rem; }
h4, h5, h6 { margin: 2rem 0 0.75rem; font-size: 1rem; }
p, ul, ol, dl, blockquote, pre, table, figure, details { margin: 0 0 1.15rem; }
a {
  color: var(--link);
  text-decoration: underline 1px color-mix(in srgb, currentColor 35%, transparent);
  text-underline-offset: 0.18em;
}
a:hover { text-decoration-color: currentColor; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
:target { background: var(--wash); box-shadow: 0 0 0 0.4rem var(--wash); }
hr { width: 6rem; margin: 2.75rem auto; border: 0; border-top: 1px solid var(--rule); }
ul {
  padding: 0;
  padding-inline-start: 1.1rem;
  border-inline-start: 3px solid var(--rule);
  list-style: none;
  font-size: 0.92em;
  line-height: 1.55;
}
ol { padding: 0; padding-inline-start: 1.7rem; }
ol > li::marker { color: var(--quiet); }
li > :last-child { margin-bottom: 0; }
li + li { margin-top: 0.75rem; }
li > ul, li > ol { margin-top: 0.75rem; }
blockquote { margin-inline: 0; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--rule); color: var(--quiet); }
blockquote > :last-child { margin-bottom: 0; }
code, kbd, pre, samp { font: 0.85em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
pre { padding: 0.9rem 1.1rem; overflow-x: auto; border-radius: 4px; background: var(--wash); }
sub, sup { font-size: 0.72em; line-height: 0; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
th, td { padding: 0.35rem 0; padding-inline-end: 0.9rem; border-bottom: 1px solid var(--rule); vertical-align: top; }
th:not([align]) { text-align: start; }
mark { background: color-mix(in srgb, #e8b931 35%, transparent); color: inherit; }
.date, .readingTime, .currentMood, .tags {
  margin: 0;
  color: var(--quiet);
  unicode-bidi: plaintext;
  font: 0.85rem/1.7 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
.image { margin: 0; }
.image img { margin-top: 1.75rem; vertical-align: bottom; border-radius: 4px; }
.todayInOneSentence {
  margin: 1.75rem 0 0;
  padding: 1.1rem 1.3rem;
  border: 1px solid var(--rule);
  border-top: 3px solid var(--accent);
  background: var(--wash);
  line-height: 1.55;
}
.todayInOneSentence p { margin: 0; }
.pilcrow, .stop { color: var(--accent); font-weight: 700; }
.pilcrow { padding-inline-start: 0.3em; }
.editorsNote { margin: 1.75rem 0 0; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--accent); font-style: italic; }
.editorsNote > :last-child { margin-bottom: 0; }
.currentMood, .image + .tags, .todayInOneSentence + .tags, .editorsNote + .tags { margin-top: 1.25rem; }
.tags span { display: inline-block; margin: 0 0.3rem 0.3rem 0; padding: 0 0.6em; border: 1px solid var(--rule); border-radius: 1em; }
.tweet { margin: 0 0 1.15rem; padding: 0.7rem 1rem; border: 1px solid var(--rule); border-radius: 6px; font-size: 0.85em; overflow-wrap: anywhere; }
.liquid { font: 0.85em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
figure.liquid { margin: 0 0 1.15rem; padding: 0.5rem 1rem; border: 1px dashed var(--rule); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
.footnotes { margin-top: 3rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); font-size: 0.88em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  body { padding: 0; background: none; font-size: 11pt; }
  a { color: inherit; }
  .todayInOneSentence, ul, blockquote { break-inside: avoid; }
}
`;
