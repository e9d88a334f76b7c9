/** The part of the style sheet that is about findings and their exchanges. */
export const FINDING_STYLE = `
.stakes { max-width: 60rem; margin: 0.25rem 0 0.75rem; }
.finding { margin: 1rem 0 0.5rem; padding: 0.1rem 0 0.5rem 1rem; border-left: 3px solid var(--fail); scroll-margin-top: 4.5rem; }
.finding h4 { margin-top: 0.25rem; }
.finding > p { font-size: 0.8667rem; }
.violations { width: 100%; margin: 0.5rem 0; table-layout: auto; }
.violations td:first-child { width: 45%; }
.violations td:nth-child(3) { min-width: 3.5rem; }
.received code { color: var(--fail); }
.twins { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: 0 1.25rem; }
.others { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: 0 1.25rem; }
.exchange { margin: 0.5rem 0; min-width: 0; font-size: 0.8667rem; scroll-margin-top: 4.5rem; padding-top: 0.35rem; border-top: 1px solid var(--rule); }
.exchange:target { outline: 2px solid var(--link); outline-offset: 4px; }
.exchange .line { margin: 0.3rem 0; }
.exchange .none { color: var(--fail); }
.label { font-style: italic; color: var(--quiet); }
.headers { margin: 0.15rem 0; }
.besides { margin: 0.75rem 0; }
.headers > summary, .besides > summary { cursor: pointer; color: var(--quiet); font-size: 0.8rem; width: max-content; }
.exchange ul.facts { display: block; margin: 0.25rem 0; color: var(--quiet); }
pre { position: relative; margin: 0.25rem 0; padding: 0.45rem 0.6rem 0.45rem 1.5rem; max-height: 34rem; overflow: auto; background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px; white-space: pre-wrap; font-size: 0.8rem; line-height: 1.45; tab-size: 2; }
pre.command { padding-left: 0.6rem; border-color: var(--strong-rule); }
mark { background: none; color: inherit; }
.changed mark, .only mark, .line mark { background: var(--mark); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 0.2em; font-weight: 600; border-radius: 2px; padding: 0 1px; }
.changed::before, .only::before, .fresh::before { position: absolute; left: 0.5rem; }
.changed::before { content: "≠"; font-weight: 600; }
.only::before { content: "+"; font-weight: 600; }
.fresh::before { content: "·"; color: var(--quiet); }
.fold { color: var(--quiet); font-style: italic; }
.timeline { width: 100%; min-width: 42rem; }
.timeline th, .timeline td:first-child { white-space: nowrap; }
.timeline td { padding-top: 0.2rem; padding-bottom: 0.2rem; }
.timeline tr:target { outline: 2px solid var(--link); }
.time { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.span { display: block; width: 9rem; height: 0.9rem; margin-top: 0.2rem; background: var(--sheet); }
.span rect { fill: var(--quiet); }
tr.delivery .span rect { fill: var(--link); }
tr.control .span rect { fill: var(--inconclusive); }
.arrow { display: inline-block; width: 1.1em; color: var(--quiet); }
tr.delivery .arrow { color: var(--link); }
tr.control .arrow { color: var(--inconclusive); }
q { quotes: "“" "”"; }
`;
