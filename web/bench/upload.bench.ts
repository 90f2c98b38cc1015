import { expect, test, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { dropFolder } from '../e2e/parts/folders';
import { base, browserOf, ENGLISH, signIn } from '../e2e/parts/people';
import { say } from './parts/figures';
import { mainThreadCpu, watched } from './parts/main-thread';

const FILES = Number(process.env['BENCH_FILES'] ?? 20_000);
const LARGE = 48;
const LARGE_BYTES = 4 * 1024 * 1024;
const ADMIN = { email: 'admin@localhost', password: process.env['GOTGAN_E2E_PASSWORD'] ?? '' };
const MINUTES = 60_000;

/** A folder of files that no store has seen. */
const folderOf = (count: number, sizeOf: () => number): string => {
  const root = join(mkdtempSync(join(tmpdir(), 'gotgan-bench-')), 'dropped');
  for (let n = 0; n < count; n++) {
    const part = join(root, `part-${String(Math.floor(n / 1000)).padStart(3, '0')}`);
    if (n % 1000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${String(n).padStart(6, '0')}.bin`), randomBytes(sizeOf()));
  }
  return root;
};

const small = () => 8_192 + Math.floor(Math.random() * 16_384);

/** Counts what is sent, and notes every task of the page's thread that lasted longer than 50 ms. */
const observed = async (page: Page) => {
  const counted = { puts: 0 };
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/content?')) counted.puts += 1;
  });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  return counted;
};

const longest = async (page: Page) => {
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  const most = [...tasks].sort((a, b) => b - a).slice(0, 5);
  return `${tasks.length} over 50 ms, the longest ${most.map((task) => Math.round(task)).join(', ')} ms`;
};

const tray = (page: Page) => page.getByRole('region', { name: 'Uploads' });

const begin = async (page: Page, folder: string, name: string) => {
  await page.goto('/datasets?upload=new');
  await dropFolder(page, folder);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Start upload' }).click();
};

const finished = (page: Page, files: number) =>
  expect(tray(page).getByText(`${files.toLocaleString('en')} added`)).toBeVisible({ timeout: 20 * MINUTES });

const seconds = (since: number) => (performance.now() - since) / 1000;

test('a folder of small files', async ({ browser }) => {
  const context = await browserOf(browser, ENGLISH);
  const page = await context.newPage();
  const counted = await observed(page);
  const folder = folderOf(FILES, small);
  await signIn(page, ADMIN, ENGLISH);
  const cdp = await watched(page);
  const start = performance.now();
  await begin(page, folder, 'small files');
  const handed = seconds(start);
  await finished(page, FILES);
  say(
    `${FILES} files of 8–24 kB dropped and uploaded`,
    `${seconds(start).toFixed(1)} s (${handed.toFixed(1)} s to the start)`,
  );
  say('main thread meanwhile', `${await longest(page)}; ${(await mainThreadCpu(cdp)).toFixed(1)} s CPU`);
  say('requests that sent a file', String(counted.puts));
  await context.close();
  rmSync(folder, { recursive: true });
});

test('a reload in its middle', async ({ browser }) => {
  const context = await browserOf(browser, ENGLISH);
  const page = await context.newPage();
  const counted = await observed(page);
  const folder = folderOf(FILES, small);
  await signIn(page, ADMIN, ENGLISH);
  await begin(page, folder, 'reloaded');
  await expect.poll(() => counted.puts, { timeout: 20 * MINUTES }).toBeGreaterThan(FILES / 2);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  const before = counted.puts;
  await dropFolder(page, folder, 'drop-again');
  await finished(page, FILES);
  say(
    `requests that sent a file, reloaded after ${before}`,
    `${counted.puts} of ${FILES} files, ${counted.puts - FILES} more than files`,
  );
  say('main thread after the reload', await longest(page));
  await context.close();
  rmSync(folder, { recursive: true });
});

test('large files, beside the command line', async ({ browser }) => {
  const context = await browserOf(browser, ENGLISH);
  const page = await context.newPage();
  await signIn(page, ADMIN, ENGLISH);
  const sizes = () => LARGE_BYTES;
  const rates: Record<string, number> = {};
  const megabytes = (LARGE * LARGE_BYTES) / 1e6;
  for (const round of [1, 2]) {
    const pushed = folderOf(LARGE, sizes);
    let start = performance.now();
    await promisify(execFile)(
      resolve(import.meta.dirname, '../../gotgan'),
      ['push', pushed, '--name', `pushed ${round}`],
      {
        env: { ...process.env, GOTGAN_URL: base, GOTGAN_TOKEN: process.env['BENCH_TOKEN'] },
      },
    );
    rates['push'] = megabytes / seconds(start);
    rmSync(pushed, { recursive: true });
    const dropped = folderOf(LARGE, sizes);
    start = performance.now();
    await begin(page, dropped, `dropped ${round}`);
    await finished(page, LARGE);
    rates['drop'] = megabytes / seconds(start);
    rmSync(dropped, { recursive: true });
    say(
      `${LARGE} files of 4 MiB, round ${round}`,
      `dropped ${rates['drop'].toFixed(1)} MB/s, pushed ${rates['push'].toFixed(1)} MB/s, ratio ${(rates['drop'] / rates['push']).toFixed(2)}`,
    );
  }
  await context.close();
});
