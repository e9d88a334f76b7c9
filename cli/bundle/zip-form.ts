/**
 * The one form of zip file in which a bundle is written: files side by side, sorted by name, stored as they are, one after the
 * other from the first byte on, dated 1 January 1980, and nothing else. As no bit of it is free, none can be changed unseen.
 */
export const ZIP = {
  local: { signature: 0x04034b50, bytes: 30 },
  central: { signature: 0x02014b50, bytes: 46 },
  end: { signature: 0x06054b50, bytes: 22 },
  version: 20,
  stored: 0,
  time: 0,
  date: 0x21,
} as const;

/** What a file of a bundle may be called. */
export const BUNDLE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** A report folder has a dozen files. */
export const MOST_BUNDLE_FILES = 64;

/** No size of a zip file without extensions goes beyond 4 GiB; a bundle of more than this is none. */
export const LARGEST_BUNDLE_BYTES = 2 * 1024 ** 3;
