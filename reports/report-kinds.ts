import { ReportError } from './report-error.js';

/** The kinds of report that `--report` may name. */
export const REPORT_KINDS = ['json', 'html', 'markdown', 'junit', 'har', 'sarif', 'badge'] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

/** The kinds that are written when nobody names any. */
export const DEFAULT_REPORT_KINDS: readonly ReportKind[] = ['json', 'html', 'markdown', 'junit', 'har'];

/**
 * Reads the list of `--report`: `html,junit`. Blanks around names and repeated names are allowed.
 *
 * @throws {ReportError} `unknownReportKind` for an unknown or empty name
 */
export function parseReportKinds(text: string): ReportKind[] {
  const kinds = text.split(',').map((part) => {
    const name = part.trim();
    const kind = REPORT_KINDS.find((known) => known === name);
    if (kind === undefined) {
      throw new ReportError(
        'unknownReportKind',
        `--report: received ${JSON.stringify(name)} in ${JSON.stringify(text)}; expected a comma-separated list of ${REPORT_KINDS.join(', ')}, for example --report html,junit.`,
      );
    }
    return kind;
  });
  return [...new Set(kinds)];
}
