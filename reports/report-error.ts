/**
 * `unknownReportKind`: `--report` names a kind that does not exist. `folderNotWritable`: the folder cannot be created or
 * written to. `fileNotReadable`: a file that belongs into the manifest is missing or cannot be read. `fileOutsideFolder`: its
 * name does not lie inside the folder.
 */
export type ReportErrorCode = 'unknownReportKind' | 'folderNotWritable' | 'fileNotReadable' | 'fileOutsideFolder';

/** Reports could not be written as asked. `code` is stable; the message says where, why and what to do. */
export class ReportError extends Error {
  override readonly name = 'ReportError';

  constructor(
    readonly code: ReportErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
