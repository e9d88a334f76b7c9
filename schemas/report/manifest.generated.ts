/* Generated from the JSON Schemas of this folder. Do not edit. */

/**
 * manifest.json: the files of one run's report folder with their sums. It is written last: a folder without it is unfinished.
 */
export interface Manifest {
  schemaVersion: 1;
  suite: ManifestSuite;
  protocol: "lesspay" | "rebell";
  seed: number;
  startedAt: string;
  finishedAt: string;
  /**
   * Sorted by name; never the manifest itself.
   */
  files: ManifestFile[];
}
export interface ManifestSuite {
  name: string;
  version: string;
}
export interface ManifestFile {
  /**
   * Path inside the folder, with forward slashes.
   */
  name: string;
  /**
   * Of the file's bytes.
   */
  sha256: string;
  bytes: number;
}
