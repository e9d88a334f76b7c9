import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds this package's `package.json`, from a checkout, from `dist` and from `node_modules` alike. */
export const packageRoot: string = (() => {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder)
      throw new Error('The lesspay-conformance package is incomplete: no package.json above its code.');
    folder = parent;
  }
  return folder;
})();
