/**
 * Mutants of a TypeScript source text: each is one small change that makes a judge wrong. Comments, types, imports and the words
 * of findings (what `holds`, `violated`, `remarked` and `unmet` are told to say) are left alone: only what decides is changed.
 */

/** Reads what stands between the brackets that open at `open`, as ranges between commas of its own level. */
function partsAt(masked, open) {
  const parts = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < masked.length; at += 1) {
    const letter = masked[at];
    if ('([{'.includes(letter)) depth += 1;
    else if (')]}'.includes(letter)) depth -= 1;
    if (depth === 0 || (depth === 1 && letter === ',')) {
      if (masked.slice(from, at).trim() !== '') parts.push({ from, to: at });
      from = at + 1;
    }
    if (depth === 0) return { parts, close: at };
  }
  return { parts, close: masked.length };
}

const REGEX_MAY_FOLLOW = /(?:[(=:,?!&|[{;]|=>|\breturn)\s*$/;

/** The same text with the contents of comments, strings and regular expressions blanked out, and where the latter two stand. */
function maskLiterals(source) {
  const letters = [...source];
  const texts = [];
  const patterns = [];
  const blank = (from, to) => {
    for (let at = from; at < to; at += 1) if (letters[at] !== '\n') letters[at] = '_';
  };
  let at = 0;
  while (at < source.length) {
    const two = source.slice(at, at + 2);
    let end = at + 1;
    if (two === '//') {
      end = source.indexOf('\n', at);
      for (let i = at; i < end; i += 1) letters[i] = ' ';
    } else if (two === '/*') {
      end = source.indexOf('*/', at) + 2;
      for (let i = at; i < end; i += 1) if (letters[i] !== '\n') letters[i] = ' ';
    } else if (source[at] === "'" || source[at] === '"') {
      while (source[end] !== source[at]) end += source[end] === '\\' ? 2 : 1;
      end += 1;
      texts.push({ from: at, to: end });
      blank(at + 1, end - 1);
    } else if (source[at] === '`') {
      end = templateEnd(source, at);
      blank(at + 1, end - 1);
    } else if (source[at] === '/' && REGEX_MAY_FOLLOW.test(source.slice(Math.max(0, at - 20), at))) {
      end = patternEnd(source, at);
      patterns.push({ from: at, to: end });
      blank(at + 1, end);
    }
    at = end;
  }
  return { masked: letters.join(''), texts, patterns };
}

function templateEnd(source, open) {
  let depth = 0;
  let at = open + 1;
  for (; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source.startsWith('${', at)) depth += 1;
    else if (source[at] === '}' && depth > 0) depth -= 1;
    else if (source[at] === '`' && depth === 0) break;
    else if (source[at] === '`') at = templateEnd(source, at) - 1;
  }
  return at + 1;
}

function patternEnd(source, open) {
  let inClass = false;
  let at = open + 1;
  for (; source[at] !== '/' || inClass; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '[') inClass = true;
    else if (source[at] === ']') inClass = false;
  }
  at += 1;
  while (/[a-z]/.test(source[at] ?? '')) at += 1;
  return at;
}

/** Ranges that hold types and imports only. */
function typeRanges(masked) {
  const ranges = [];
  for (const { index } of masked.matchAll(/^(?:export )?(?:import|export type \{|type|export \*)\b[^;]*?;$/gm)) {
    // A statement ends at the first semicolon outside all brackets.
    let depth = 0;
    let at = index;
    for (; at < masked.length; at += 1) {
      if ('([{'.includes(masked[at])) depth += 1;
      else if (')]}'.includes(masked[at])) depth -= 1;
      else if (masked[at] === ';' && depth === 0) break;
    }
    ranges.push({ from: index, to: at });
  }
  for (const { index, 0: head } of masked.matchAll(/^ *(?:export )?interface [^{]*\{/gm)) {
    ranges.push({ from: index, to: partsAt(masked, index + head.length - 1).close });
  }
  return ranges;
}

const SAYS = /\b(holds|violated|remarked|unmet)\(/g;

/** Ranges of the words of findings. */
function wordRanges(masked) {
  return [...masked.matchAll(SAYS)].flatMap(({ index, 0: head, 1: name }) => {
    if (/function\s+$/.test(masked.slice(0, index))) return [];
    const { parts, close } = partsAt(masked, index + head.length - 1);
    const first = name === 'holds' ? parts[0]?.to : index + head.length;
    return first === undefined ? [] : [{ from: first, to: close }];
  });
}

/** Simple exchanges of one piece of code by another. Spaces keep generics and arrows out. */
const SWAPS = [
  [/ === /g, [' !== ']],
  [/ !== /g, [' === ']],
  [/ && /g, [' || ']],
  [/ \|\| /g, [' && ']],
  [/ < /g, [' <= ', ' >= ']],
  [/ <= /g, [' < ', ' > ']],
  [/ > /g, [' >= ', ' <= ']],
  [/ >= /g, [' > ', ' < ']],
  [/ \+ /g, [' - ']],
  [/ - /g, [' + ']],
  [/(?<![\w.])true\b(?!\s*:)/g, ['false']],
  [/(?<![\w.])false\b(?!\s*:)/g, ['true']],
  [/(?<=[\s(.])!(?=[\w(])/g, ['']],
  [/\.some\(/g, ['.every(']],
  [/\.every\(/g, ['.some(']],
  [/\.startsWith\(/g, ['.endsWith(']],
  [/\.endsWith\(/g, ['.startsWith(']],
  [/Math\.min\(/g, ['Math.max(']],
  [/Math\.max\(/g, ['Math.min(']],
  [/\.(?:trim|toLowerCase|toUpperCase|sort)\(\)/g, ['']],
  [/\bbreak;/g, [';']],
  [
    /(?<=\breturn )met(?=;)|(?<=[?:,[] )met\b(?!:)|(?<=\[)met\b/g,
    ["({ kind: 'violated', expected: '', received: '' })"],
  ],
];

const MET = "({ kind: 'met' })";

function* swaps(masked) {
  for (const [pattern, replacements] of SWAPS) {
    for (const { index, 0: found } of masked.matchAll(pattern)) {
      for (const replacement of replacements) yield { from: index, to: index + found.length, replacement };
    }
  }
  for (const { index, 0: found } of masked.matchAll(/(?<![\w.$'])\d[\d_]*(?![\w.])/g)) {
    const value = Number(found.replaceAll('_', ''));
    yield { from: index, to: index + found.length, replacement: String(value + 1) };
    if (value > 0) yield { from: index, to: index + found.length, replacement: String(value - 1) };
  }
}

function* calls(masked, source) {
  for (const { index, 0: head, 1: name } of masked.matchAll(SAYS)) {
    if (/function\s+$/.test(masked.slice(0, index))) continue;
    const { parts, close } = partsAt(masked, index + head.length - 1);
    const [first] = parts;
    if (name !== 'holds') yield { from: index, to: close + 1, replacement: MET };
    else if (first !== undefined) {
      const condition = source.slice(first.from, first.to).trim();
      for (const wrong of [`!(${condition})`, `true || (${condition})`, `false && (${condition})`])
        yield { from: first.from, to: first.to, replacement: wrong };
    }
  }
  for (const { index, 0: head } of masked.matchAll(/\bif \(/g)) {
    const open = index + head.length - 1;
    const { close } = partsAt(masked, open);
    for (const always of ['true', 'false']) yield { from: open + 1, to: close, replacement: always };
  }
}

const NO_LIST = /(?:[\w)\]]|\breadonly|\bconst|\bof|\()\s*$/;

/** One element less in each list that is written out. */
function* shorterLists(masked) {
  for (const { index } of masked.matchAll(/\[/g)) {
    const before = masked.slice(0, index);
    const { parts, close } = partsAt(masked, index);
    const after = masked.slice(close + 1, close + 6);
    const isPattern = /^\s*(?:=[^=]|:|\)\s*(?:=>|:)|,?\s*\}?\)\s*=>| of)/.test(after);
    if ((NO_LIST.test(before) && !/(?:\breturn|\bnew Set\()\s*$/.test(before)) || isPattern) continue;
    for (const [at, part] of parts.entries()) {
      // The comma goes with its element: the one before it, or for the first the one after it.
      const from = at === 0 ? part.from : part.from - 1;
      const to = at === 0 && masked[part.to] === ',' ? part.to + 1 : part.to;
      yield { from, to, replacement: '' };
    }
  }
}

function* literals(masked, source, texts, patterns) {
  for (const { from, to } of texts) {
    const compared =
      /(?:[!=]== |\bcase )$/.test(masked.slice(0, from)) && !/typeof [\w.]+ [!=]== $/.test(masked.slice(0, from));
    if (compared) yield { from, to, replacement: "'no such text'" };
  }
  for (const { from, to } of patterns) {
    const text = source.slice(from, to);
    const wrong = new Set([
      text.replace('/^', '/'),
      text.replace(/\$(?=\/)/, ''),
      text.replace(/(?<=\/)i$/, ''),
      text.replace(/\{(\d+)\}/, (_, digits) => `{${Number(digits) + 1}}`),
    ]);
    for (const replacement of wrong) if (replacement !== text) yield { from, to, replacement };
  }
}

const oneLine = (text) => text.replaceAll(/\s+/g, ' ').trim();

/**
 * All mutants of a source text, in the order of the text. `original` and `mutant` are the lines concerned, before and after, on
 * one line, and `previous` is the line above them; `apply()` is the whole text with the change.
 */
export function mutantsOf(source) {
  const { masked, texts, patterns } = maskLiterals(source);
  const types = typeRanges(masked);
  const words = wordRanges(masked);
  const within = (ranges, { from, to }) => ranges.some((range) => from >= range.from && to <= range.to);
  const found = [
    ...swaps(masked),
    ...calls(masked, source),
    ...shorterLists(masked),
    ...literals(masked, source, texts, patterns),
  ].filter((change) => !within(types, change) && !within(words, change));
  return found
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.replacement < b.replacement ? -1 : 1))
    .map(({ from, to, replacement }) => {
      const lineStart = source.lastIndexOf('\n', from - 1) + 1;
      const lineEnd = source.indexOf('\n', to);
      const before = source.slice(lineStart, from);
      const after = source.slice(to, lineEnd);
      return {
        line: source.slice(0, from).split('\n').length,
        previous: oneLine(source.slice(0, lineStart).trimEnd().split('\n').at(-1) ?? ''),
        original: oneLine(source.slice(lineStart, lineEnd)),
        mutant: oneLine(before + replacement + after),
        apply: () => source.slice(0, from) + replacement + source.slice(to),
      };
    });
}
