/** The page's style sheet. Colours are variables, one set for light and one for dark; no rule loads anything. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --sheet: #f5f6f8; --ink: #1b1f24; --quiet: #57606a; --rule: #d0d7de; --link: #0550ae; --mark: #fff1b8;
  --pass: #1a7f37; --fail: #c1121f; --inconclusive: #9a6700; --notTested: #6e7781; --notApplicable: #57606a; --error: #8250df;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1117; --sheet: #161b22; --ink: #e6edf3; --quiet: #9ea7b3; --rule: #30363d; --link: #79c0ff; --mark: #574400;
    --pass: #3fb950; --fail: #ff7b72; --inconclusive: #d29922; --notTested: #8b949e; --notApplicable: #9ea7b3; --error: #bc8cff;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 80rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0.25rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.75rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem; }
h4 { font-size: 1rem; margin: 1rem 0 0.25rem; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
[hidden] { display: none; }
code, pre, .id { font-family: ui-monospace, monospace; font-size: 0.875em; }
pre { margin: 0.25rem 0; padding: 0.5rem; max-height: 30rem; overflow: auto; background: var(--sheet); border: 1px solid var(--rule); white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; }
.quiet { color: var(--quiet); font-size: 0.875rem; font-weight: normal; }
.note { border-left: 4px solid var(--inconclusive); padding-left: 0.75rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; }
.verdict { display: inline-block; padding: 0 0.6rem; border: 2px solid currentColor; border-radius: 0.3rem; }
.verdict.conformant { color: var(--pass); }
.verdict.not-conformant { color: var(--fail); }
.verdict.incomplete { color: var(--inconclusive); }
dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0.5rem 1.5rem; margin: 0; }
dt { color: var(--quiet); font-size: 0.875rem; }
dd { margin: 0; }
.requirement > dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0.5rem 0; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.6rem; border-bottom: 1px solid var(--rule); }
.counts td { text-align: right; font-variant-numeric: tabular-nums; }
td.zero { color: var(--quiet); }
td.pass { color: var(--pass); } td.fail { color: var(--fail); font-weight: bold; } td.error { color: var(--error); font-weight: bold; }
td.inconclusive { color: var(--inconclusive); } td.notTested { color: var(--notTested); } td.notApplicable { color: var(--notApplicable); }
.bar { display: block; width: 12rem; height: 0.75rem; margin-top: 0.4rem; }
rect.pass { fill: var(--pass); } rect.fail { fill: var(--fail); } rect.inconclusive { fill: var(--inconclusive); }
rect.notTested { fill: var(--notTested); opacity: 0.55; } rect.notApplicable { fill: var(--notApplicable); opacity: 0.3; } rect.error { fill: var(--error); }
.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; padding: 0.5rem 0; background: var(--paper); border-bottom: 1px solid var(--rule); }
.filters[hidden] { display: none; }
.filters input, .filters select { font: inherit; }
.requirement { border-bottom: 1px solid var(--rule); padding: 0.3rem 0; scroll-margin-top: 4rem; }
.requirement > summary { cursor: pointer; }
.finding, .exchange { scroll-margin-top: 4rem; }
.badge { display: inline-block; min-width: 7.5rem; padding: 0 0.4rem; border: 1px solid currentColor; border-radius: 0.25rem; font-size: 0.8rem; text-align: center; }
.badge.pass { color: var(--pass); } .badge.fail { color: var(--fail); font-weight: bold; } .badge.inconclusive { color: var(--inconclusive); }
.badge.notTested { color: var(--notTested); } .badge.notApplicable { color: var(--notApplicable); } .badge.error { color: var(--error); font-weight: bold; }
.level { color: var(--quiet); font-size: 0.8rem; }
.finding { margin: 0.75rem 0 1rem; padding: 0 1rem 0.75rem; border-left: 4px solid var(--fail); background: var(--sheet); }
.finding pre { background: var(--paper); }
.violations { width: 100%; }
.received code { color: var(--fail); }
.twins { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 1rem; }
.exchange { margin: 0.75rem 0; min-width: 0; }
.exchange figcaption { color: var(--quiet); font-size: 0.875rem; }
.exchange .line { margin: 0.25rem 0; }
.exchange .none { color: var(--fail); }
.exchange ul.facts { margin: 0.25rem 0; font-size: 0.875rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 11px; }
  .filters, .skip { display: none; }
  pre { max-height: none; }
  .finding { break-inside: auto; }
  .requirement > summary { break-after: avoid; }
  details::details-content { content-visibility: visible; }
}
`;
