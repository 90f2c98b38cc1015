// The web part of the Maven build: dependencies, types of the API, checks, bundle, each only when what it depends on
// has changed. Started by whatever `node` the machine has; the npm scripts run on the Node of package.json.
//   node scripts/build.mjs TARGET [--unchecked]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const target = resolve(process.argv[2]);
const out = join(target, 'classes/META-INF/resources/gotgan');
const checked = !process.argv.includes('--unchecked');
const NOT_SOURCES = new Set(['node_modules', 'target', 'gen']);

const walk = (dir) =>
  readdirSync(dir, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)]));

const hash = (files) => {
  const sum = createHash('sha256');
  for (const file of [...files].sort()) sum.update(file).update(readFileSync(file));
  return sum.digest('hex');
};

const run = (command, ...args) => {
  console.log(`web: ${[command, ...args].join(' ')}`);
  const done = spawnSync(command, args, {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, GOTGAN_WEB_OUT: out, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', NO_COLOR: '1' },
  });
  if (done.error) console.error(`web: ${command} can't be started: ${done.error.message}`);
  if (done.status !== 0) process.exit(done.status ?? 1);
};

const done = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

const contract = resolve(here, '../api/openapi/gotgan.yaml');
const codes = resolve(here, '../spec/codes.md');
const findings = resolve(here, '../spec/findings.md');
const lock = hash([join(here, 'package.json'), join(here, 'package-lock.json')]);
const sources = hash([...walk(here), contract, codes, findings]);
const installed = join(here, 'node_modules/.gotgan-installed');
const built = join(target, 'web.built');
const seen = join(target, 'web.checked');

if (done(built, sources) && (!checked || done(seen, sources))) {
  console.log('web: nothing changed');
  process.exit(0);
}
if (!done(installed, lock)) {
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(installed, lock);
}
rmSync(built, { force: true });
mkdirSync(dirname(out), { recursive: true });
run('npm', 'run', '--silent', 'gen');
if (checked) {
  for (const check of ['types', 'lint', 'test']) run('npm', 'run', '--silent', check);
}
run('npm', 'run', '--silent', 'bundle');
writeFileSync(built, sources);
if (checked) writeFileSync(seen, sources);
