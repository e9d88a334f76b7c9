import type { RunResult } from '../schemas/report/results.generated.js';
import { type Conclusion, conclude } from './conclusion.js';
import { counted } from './words.js';

const PROTOCOLS: Readonly<Record<RunResult['protocol'], string>> = { lesspay: 'Lesspay 2.0', rebell: 'Rebell' };

/** Behind white text each has a contrast of more than 4.5 to 1 (WCAG 2.2, 1.4.3). */
const COLOURS: Readonly<Record<Conclusion['word'], string>> = {
  conformant: '#1e7b34',
  'not conformant': '#b3261e',
  incomplete: '#8a5a00',
};

const HEIGHT = 20;
const PADDING = 6;
/** Mean width of a character of the fonts below at 11 pixels; `textLength` makes it true in all of them. */
const CHARACTER = 6.4;

/**
 * badge.svg: the conclusion in a few words, readable without its colour: `conformant · 167 MUST`, `not conformant · 3 MUST failed`,
 * `incomplete`. A restricted run says that it is partial. It loads nothing and holds no text of the target.
 */
export function renderBadge(result: RunResult): string {
  const left = PROTOCOLS[result.protocol];
  const { word } = conclude(result);
  const right = [word, ...details(result, word)].join(' · ');
  const leftWidth = widthOf(left);
  const rightWidth = widthOf(right);
  const width = leftWidth + rightWidth;
  const title = escaped(`${left}: ${right}`);
  const label = (text: string, x: number, room: number) =>
    `<text x="${x + PADDING}" y="14" textLength="${room - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${title}">
  <title>${title}</title>
  <rect width="${width}" height="${HEIGHT}" rx="3" fill="${COLOURS[word]}"/>
  <path d="M3 0H${leftWidth}V${HEIGHT}H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#444"/>
  <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
    ${label(left, 0, leftWidth)}
    ${label(right, leftWidth, rightWidth)}
  </g>
</svg>
`;
}

function details({ requirements, selection, summary }: RunResult, word: Conclusion['word']): string[] {
  const failed = (level: string, waived: boolean): number =>
    requirements.filter((each) => each.level === level && each.verdict === 'fail' && (each.waived === true) === waived)
      .length;
  const { only, level, replay, shard } = selection;
  const partial = only.length > 0 || level !== null || replay !== undefined || shard !== undefined;
  const must = failed('MUST', false);
  const should = failed('SHOULD', false);
  return [
    ...(partial ? ['partial'] : []),
    ...(word === 'conformant' ? [`${summary.byLevel.MUST.pass} MUST`] : []),
    ...(must > 0 ? [`${must} MUST failed`] : []),
    ...(word === 'not conformant' && must === 0 ? ['waivers out of order'] : []),
    ...(should > 0 ? [`${should} SHOULD failed`] : []),
    ...(summary.waived > 0 ? [`${counted(summary.waived, 'waived failure')}`] : []),
  ];
}

function widthOf(text: string): number {
  return Math.round(text.length * CHARACTER) + 2 * PADDING;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
