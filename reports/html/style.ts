import { FINDING_STYLE } from './style-finding.js';
import { PRINT_STYLE } from './style-print.js';

const BASE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --sheet: #f6f7f9; --ink: #1c2128; --quiet: #59636e; --rule: #d9dee3; --strong-rule: #b6bec7; --link: #0a53b0; --mark: #ffe9a6;
  --pass: #2a7d46; --fail: #c01c28; --inconclusive: #8a5a00; --notTested: #656d76; --notApplicable: #656d76; --error: #7a3fc2;
  --pass-tint: #edf7f0; --fail-tint: #fdf0f0; --inconclusive-tint: #fdf5e3;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1318; --sheet: #171c23; --ink: #e3e8ee; --quiet: #9aa5b1; --rule: #2b323b; --strong-rule: #4a545f; --link: #7db7ff; --mark: #5a4708;
    --pass: #4fb870; --fail: #ff8079; --inconclusive: #d9a032; --notTested: #929ca7; --notApplicable: #929ca7; --error: #bd93f5;
    --pass-tint: #12231a; --fail-tint: #2b1718; --inconclusive-tint: #261e0e;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 78rem; background: var(--paper); color: var(--ink); font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 0.4rem; }
h4 { font-size: 1rem; margin: 1rem 0 0.25rem; }
h5 { font-size: 0.875rem; margin: 1.25rem 0 0.35rem; }
p { margin: 0.4rem 0; }
ul { margin: 0.4rem 0; padding-left: 1.2rem; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
[tabindex="-1"]:focus-visible { outline: none; }
[hidden] { display: none !important; }
code, pre, .id, .ids a { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: 0.8667em; }
pre code { font-size: 1em; }
code, td, th, dd, pre { unicode-bidi: isolate; }
.quiet { color: var(--quiet); font-size: 0.8667rem; font-weight: normal; }
.kicker { color: var(--quiet); margin: 0 0 0.5rem; font-size: 0.8667rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; z-index: 2; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.scroll { position: relative; overflow-x: auto; }
.definitions { position: absolute; }

.conclusion { border-left: 5px solid var(--inconclusive); background: var(--inconclusive-tint); padding: 0.9rem 1.25rem; border-radius: 0 4px 4px 0; }
.conclusion h1 { color: var(--inconclusive); }
.conclusion p { margin: 0.2rem 0 0; font-size: 1.05rem; }
.conclusion p.note { font-size: 0.9333rem; }
.conclusion.conformant { border-color: var(--pass); background: var(--pass-tint); }
.conclusion.conformant h1 { color: var(--pass); }
.conclusion.not-conformant { border-color: var(--fail); background: var(--fail-tint); }
.conclusion.not-conformant h1 { color: var(--fail); }

.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2.5rem; margin-top: 1.25rem; }
.facts h2 { font-size: 0.8667rem; margin: 0.5rem 0 0.25rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--strong-rule); }
.facts dl { margin: 0; font-size: 0.8667rem; }
.facts dl div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 0.75rem; padding: 0.2rem 0; border-bottom: 1px solid var(--rule); }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; }
details.bite { margin: 0.35rem 0; font-size: 0.8667rem; }
.bite > summary, .statement-file > summary { cursor: pointer; width: max-content; max-width: 100%; }
.bite dl { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 0 1rem; margin: 0.35rem 0; }
.bite dd ul { margin: 0; }
.statement-file { margin-top: 1rem; font-size: 0.8667rem; }

table { border-collapse: collapse; font-size: 0.8667rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--rule); }
thead th { overflow-wrap: break-word; color: var(--quiet); font-weight: normal; border-bottom-color: var(--strong-rule); }
.lines { min-width: 44rem; }
.counts th, .counts td { padding: 0.3rem 1rem 0.3rem 0; white-space: nowrap; }
.counts td { text-align: right; font-variant-numeric: tabular-nums; }
.counts thead th:not(:first-child) { text-align: right; }
.counts tbody tr:last-child > * { border-bottom: none; font-weight: 600; }
.counts .zero { color: var(--quiet); font-weight: normal; }
.counts .fail { color: var(--fail); font-weight: 700; }
.counts .inconclusive { color: var(--inconclusive); font-weight: 600; }
.counts .error { color: var(--error); font-weight: 700; }

.bite .counts { table-layout: fixed; width: 100%; max-width: 40rem; }
.bite .counts th, .bite .counts td { white-space: normal; padding-right: 0.25rem; }

.mark { width: 0.75em; height: 0.75em; flex: none; vertical-align: -0.02em; }
rect.pass { fill: var(--pass); } rect.fail { fill: var(--fail); } path.inconclusive { fill: var(--inconclusive); } rect.notApplicable { fill: var(--notApplicable); } path.error { fill: var(--error); }
circle.hole { fill: var(--paper); }
path.cut { fill: none; stroke: var(--paper); stroke-width: 1.5; stroke-linecap: round; }
rect.outline { fill: transparent; }
path.stroke { fill: none; }
rect.outline, path.stroke { stroke-width: 1.5; stroke-linecap: round; }
rect.fail.outline, path.fail.stroke { stroke: var(--fail); } rect.inconclusive.outline { stroke: var(--inconclusive); } rect.notTested.outline { stroke: var(--notTested); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1.25rem; font-size: 0.8667rem; color: var(--quiet); }
.areas { width: 100%; }
.areas th[scope="row"] { font-weight: normal; width: 18rem; }
.areas th .quiet { display: block; font-size: 0.8rem; line-height: 1.3; }
.areas td { padding-top: 0.45rem; }
.units { display: block; max-width: 100%; height: auto; }
.units use { cursor: pointer; }
.named { display: block; margin-top: 0.15rem; color: var(--quiet); font-size: 0.8rem; line-height: 1.3; }
.named.failed { color: var(--fail); }

.failed, .reasons { list-style: none; padding: 0; }
.failed li { display: grid; grid-template-columns: 1rem 10.5rem 3.5rem minmax(0, 1fr); gap: 0 0.5rem; align-items: baseline; padding: 0.25rem 0; border-bottom: 1px solid var(--rule); }
.failed a { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: 0.8667rem; }
.reasons li { display: grid; grid-template-columns: 1rem minmax(0, 1fr); gap: 0 0.5rem; align-items: baseline; padding: 0.3rem 0; border-bottom: 1px solid var(--rule); }
.ids { display: block; line-height: 1.6; }
.ids .level { display: inline-block; min-width: 3.5rem; }
.ids a { display: inline-block; max-width: 100%; margin-right: 0.6rem; }
.level { color: var(--quiet); font-size: 0.8rem; white-space: nowrap; }

.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 0.9rem; align-items: center; padding: 0.6rem 0; background: var(--paper); border-bottom: 1px solid var(--strong-rule); font-size: 0.8667rem; }
.filters label { color: var(--quiet); }
.filters input, .filters select, .filters button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--strong-rule); border-radius: 4px; padding: 0.2rem 0.5rem; }
.filters input { width: 10.5rem; max-width: 100%; }
.filters input::placeholder { color: var(--quiet); opacity: 1; }
.filters select { max-width: 8.25rem; }
.filters button { cursor: pointer; background: var(--sheet); }
.filters output { margin-left: auto; font-variant-numeric: tabular-nums; color: var(--quiet); }
.filters.narrowed output { color: var(--ink); font-weight: 600; }
.area h3 { margin-bottom: 0.2rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--strong-rule); scroll-margin-top: 4.5rem; }
.requirement { border-bottom: 1px solid var(--rule); scroll-margin-top: 4.5rem; }
.requirement > summary { display: grid; grid-template-columns: 0.8rem 0.9rem 10rem 3.5rem minmax(0, 1fr) max-content; gap: 0 0.5rem; align-items: baseline; padding: 0.35rem 0; cursor: pointer; list-style: none; scroll-margin-top: 4.5rem; }
.requirement > summary::-webkit-details-marker { display: none; }
.requirement > summary::before { content: "▸"; content: "▸" / ""; color: var(--quiet); font-size: 0.8rem; }
.requirement[open] > summary::before { content: "▾"; content: "▾" / ""; }
.requirement > summary:hover { background: var(--sheet); }
.requirement .id { font-size: 0.8667rem; }
.verdict { font-size: 0.8667rem; white-space: nowrap; text-align: right; }
.verdict.pass, .verdict.remark { color: var(--pass); } .verdict.fail, .verdict.waived { color: var(--fail); font-weight: 600; } .verdict.inconclusive { color: var(--inconclusive); }
.verdict.notTested { color: var(--notTested); } .verdict.notApplicable { color: var(--notApplicable); } .verdict.error { color: var(--error); font-weight: 600; }
.count { color: var(--quiet); font-size: 0.8rem; white-space: nowrap; }
.requirement .body { padding: 0.25rem 0 1.25rem 1.3rem; }
.body > dl, .errata { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.25rem 1rem; margin: 0.25rem 0; font-size: 0.8667rem; }
.errata dt { scroll-margin-top: 4.5rem; }
.accepted td { min-width: 6rem; }
.accepted td, .accepted th { padding: 0.15rem 1.5rem 0.15rem 0; }
.accepted tbody tr:last-child td { border-bottom: none; }
.classes { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.remarks { font-size: 0.8667rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 0.5rem; }
`;

const NARROW_STYLE = `
@media (max-width: 48rem) {
  body { padding: 1rem 1rem 3rem; }
  .filters { position: static; }
  .counts thead th { white-space: normal; vertical-align: bottom; }
  .counts th, .counts td { padding-right: 0.6rem; }
  .filters input { width: 100%; }
  .filters label { display: flex; gap: 0.5rem; align-items: baseline; width: 100%; }
  .filters label > * { flex: 1; min-width: 0; max-width: none; }
  .requirement > summary, .failed li { display: flex; flex-wrap: wrap; gap: 0 0.5rem; }
  .verdict { white-space: normal; margin-left: auto; }
  .requirement > summary .statement, .failed .statement { flex: 0 0 100%; order: 1; padding-left: 1.3rem; }
  .requirement .body { padding-left: 0; }
  .body > dl, .errata, .bite dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .body > dl dd, .errata dd { margin-bottom: 0.5rem; }
  .accepted, .accepted tbody, .accepted tr, .accepted td { display: block; }
  .accepted thead { display: none; }
  .accepted td { border: none; padding: 0; }
  .accepted td[data-label]:not(:empty)::before { content: attr(data-label) ": "; color: var(--quiet); }
  .areas thead { display: none; }
  .areas tbody tr { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0.5rem 0; border-bottom: 1px solid var(--rule); }
  .areas th[scope="row"] { width: 100%; border: none; padding: 0; }
  .areas td { border: none; padding: 0.2rem 0; }
  .areas td.empty { display: none; }
  .areas td::before { content: attr(data-level); display: block; color: var(--quiet); font-size: 0.75rem; }
}
`;

/** The page's style sheet. Colours are variables, one set for light and one for dark; no rule loads anything. */
export const STYLE = `${BASE_STYLE}${FINDING_STYLE}${NARROW_STYLE}${PRINT_STYLE}`;
