/** The part of the style sheet that is about paper: what matters open, nothing sticky, no cut boxes. */
export const PRINT_STYLE = `
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #59636e; } @bottom-left { content: "Conformance report"; font: 8pt system-ui, sans-serif; color: #59636e; } }
@media print {
  :root { color-scheme: light; font-size: 11.5px; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  .filters:not(.narrowed), .filters.narrowed > :not(output), .skip { display: none !important; }
  .filters { position: static; border: none; }
  .filters output { margin: 0; }
  .filters output::before { content: "Filtered: "; }
  a { color: inherit; text-decoration: none; }
  .conclusion, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  mark, pre { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  pre { max-height: none; overflow: visible; }
  .scroll { overflow: visible; }
  .lines, .timeline { min-width: 0; }
  .span { width: 4rem; }
  h2, h3, h4, h5, summary, figcaption { break-after: avoid; }
  tr, li, .conclusion, .facts section, figcaption { break-inside: avoid; }
  .facts { grid-template-columns: 1fr 1fr 1fr; gap: 0 1.25rem; }
  .facts dl div { grid-template-columns: 5.5rem 1fr; }
  .requirement > summary { grid-template-columns: 0.9rem 9rem 3.5rem 1fr max-content; }
  .requirement > summary::before { display: none; }
  .requirement .body { padding-left: 0; }
  .twins { grid-template-columns: 1fr 1fr; }
  details.matters::details-content { content-visibility: visible; display: block; height: auto; }
}
`;
