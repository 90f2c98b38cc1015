// What a first visit loads, gzip and all: the document, its entry and whatever that imports at once. Over the limit,
// the build fails. Then every text asset gets a .gz beside it, and files.txt names all that the server may hand out.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const MOST = 300 * 1000;
const out = process.env['GOTGAN_WEB_OUT'] ?? 'target/dist';
const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'));

const first = new Set(['index.html', 'scheme.js', 'icon.svg']);
const visit = (key) => {
  const chunk = manifest[key];
  if (first.has(chunk.file)) return;
  first.add(chunk.file);
  (chunk.css ?? []).forEach((file) => first.add(file));
  (chunk.imports ?? []).forEach(visit);
};
visit('index.html');
visit('src/app/pages/datasets.tsx'); // the first screen
visit('src/lib/i18n/ko/index.ts'); // one language, the longer one

const gzip = (file) => gzipSync(readFileSync(join(out, file)), { level: 9 });
const sizes = [...first].map((file) => [gzip(file).length, file]).sort((a, b) => b[0] - a[0]);
if (process.argv.includes('--list')) console.log(sizes.map(([bytes, file]) => `${bytes} ${file}`).join('\n'));
const weight = sizes.reduce((sum, [bytes]) => sum + bytes, 0);
console.log(
  `first load: ${first.size} files, ${(weight / 1000).toFixed(1)} kB gzip (at most ${MOST / 1000})`,
);
if (weight > MOST) process.exit(1);

const files = readdirSync(out, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter(
    (name) =>
      statSync(join(out, name)).isFile() && !name.startsWith('.vite') && !/\.gz$|files\.txt$/.test(name),
  );
for (const file of files) {
  if (/\.(js|css|html|svg)$/.test(file)) writeFileSync(join(out, `${file}.gz`), gzip(file));
}
writeFileSync(join(out, 'files.txt'), files.sort().join('\n') + '\n');
