import type { Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bloodCells, dropFolder, type Folder } from '../parts/folders';

export const BUCKET = process.env['GOTGAN_E2E_BUCKET'] ?? '';

/** Pictures with labels, and names that a signature has to spell as the bucket does. */
export const cells = (count: number): Folder => ({
  ...bloodCells(1, count, true),
  'notes/고양이 1 + 50% #&=.txt': 'one\n',
  "notes/it's (here) ~ [really]!.txt": 'two\n',
});

export interface Ways {
  toBucket: Set<string>;
  toServer: Set<string>;
}

/** Where the files of a page go, the requests of its worker too. */
export const watched = (page: Page): Ways => {
  const ways: Ways = { toBucket: new Set(), toServer: new Set() };
  page.context().on('request', (request) => {
    if (request.method() !== 'PUT') return;
    const { origin, pathname } = new URL(request.url());
    if (origin === BUCKET) ways.toBucket.add(pathname);
    else if (pathname.endsWith('/content')) ways.toServer.add(request.url());
  });
  return ways;
};

export const start = async (page: Page, folder: string, words: { start: string }) => {
  await dropFolder(page, folder);
  await page.getByRole('button', { name: words.start }).click();
};

/** Says which folder became which dataset, so that BucketStoriesTest compares the bucket with it. */
export const tell = (story: string, page: Page, folder: string) => {
  const dataset = /\/datasets\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const told = join(process.env['GOTGAN_E2E_RESULTS'] ?? 'target/e2e', 'told');
  mkdirSync(told, { recursive: true });
  writeFileSync(join(told, `${story}.json`), JSON.stringify({ dataset, folder }));
};
