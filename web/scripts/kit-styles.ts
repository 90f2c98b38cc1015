import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const PART = /@mantine\/core\/.*\/([A-Za-z]+)\.module\.m?js$/;

/** Fails a build that uses a part of the kit whose styles nobody imports. */
export const kitStyles = (list: string): Plugin => ({
  name: 'kit-styles',
  apply: 'build',
  generateBundle(_, bundle) {
    const imported = readFileSync(list, 'utf8');
    const used = Object.values(bundle)
      .flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []))
      .flatMap((id) => PART.exec(id.replaceAll('\\', '/'))?.[1] ?? []);
    if (used.length === 0) this.error('no part of the kit was found: the rule looks at nothing');
    const missing = used.filter((part) => !imported.includes(`/styles/${part}.css'`));
    if (missing.length > 0) this.error(`${list} lacks ${missing.join(', ')}`);
  },
});
