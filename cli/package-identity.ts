import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../protocols/package-root.js';

/** Name and version of this suite, from its `package.json`. */
export const suiteIdentity: { readonly name: string; readonly version: string } = (() => {
  const { name, version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  return { name: name ?? 'lesspay-conformance', version: version ?? '0.0.0' };
})();
