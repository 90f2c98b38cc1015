import { expect, test, type Page } from '@playwright/test';
import { bloodCells, dropFolder, onDisk } from './parts/folders';
import { OwnServer } from './parts/own-server';
import { browserOf, ENGLISH, KOREAN, newPerson, screenOf, signIn } from './parts/people';

const CONTENT = '**/api/v1/uploads/*/content?*';

/** Lets so many files through and holds the others until it is opened. */
const gateAfter = async (page: Page, count: number) => {
  const gate: { put: number; open: () => void } = { put: 0, open: () => undefined };
  const opened = new Promise<void>((resolve) => (gate.open = resolve));
  await page.context().route(CONTENT, async (route) => {
    gate.put += 1;
    if (gate.put > count) await opened;
    await route.continue().catch(() => undefined); // the page that asked may be gone
  });
  return gate;
};

const start = async (page: Page, folder: string, words: { start: string }) => {
  await expect(page.getByTestId('drop-zone')).toBeVisible();
  await dropFolder(page, folder);
  await page.getByRole('button', { name: words.start }).click();
};

test('an upload is paused, the page is left, and the same folder goes on without sending anything twice', async ({
  browser,
}) => {
  const page = await screenOf(browser, await newPerson('resumer'), KOREAN, '/datasets?upload=new');
  const gate = await gateAfter(page, 40);
  const folder = onDisk('혈액 세포', bloodCells(1, 120, false));
  await start(page, folder, { start: '업로드 시작' });
  const tray = page.getByRole('region', { name: '업로드' });
  await expect(tray.getByText(/파일 (4\d) \/ 120/)).toBeVisible();
  await tray.getByRole('button', { name: '잠시 멈춤' }).click();
  await expect(tray.getByText('멈춰 있습니다')).toBeVisible();
  const before = gate.put;

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(tray.getByText('페이지를 떠나서 멈췄습니다', { exact: false })).toBeVisible();
  await dropFolder(page, onDisk('다른 것', bloodCells(500, 3, false)), 'drop-again');
  await expect(tray.getByRole('alert')).toContainText('처음에 고른 파일과 다릅니다');

  gate.open();
  await dropFolder(page, folder, 'drop-again');
  await expect(tray.getByText('이제 이미지 120장')).toBeVisible();
  await expect(tray.getByText('추가 120')).toBeVisible();
  // Those that were on their way when the page went may be asked for again, and no others.
  expect(gate.put - before).toBeLessThanOrEqual(120 - 40 + 5);
});

test('five hundred files rise on the screen without a single question about them', async ({ browser }) => {
  const page = await screenOf(browser, await newPerson('counter'), ENGLISH, '/datasets?upload=new');
  let asked = 0;
  await page.context().route(/\/api\/v1\/(tasks|datasets\/[^/]+\/uploads)/, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    asked += 1;
    await route.abort();
  });
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const text = document.querySelector(
        '[data-state=sending] strong + span, [data-state=sending]',
      )?.textContent;
      const done = Number(/(\d+) of 500 files/.exec(text ?? '')?.[1] ?? 0);
      if (done > (seen.at(-1) ?? 0)) seen.push(done);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await start(page, onDisk('many', bloodCells(1, 500, false)), { start: 'Start upload' });
  const tray = page.getByRole('region', { name: 'Uploads' });
  await expect(tray.getByText('now 500 images')).toBeVisible({ timeout: 40_000 });
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
  expect(seen.length, seen.join(' ')).toBeGreaterThanOrEqual(10);
  expect(asked).toBe(0);
});

test('a canceled upload leaves no dataset behind', async ({ browser }) => {
  const page = await screenOf(browser, await newPerson('canceler'), ENGLISH, '/datasets?upload=new');
  await gateAfter(page, 5);
  await start(page, onDisk('unwanted', bloodCells(1, 30, false)), { start: 'Start upload' });
  const tray = page.getByRole('region', { name: 'Uploads' });
  await expect(tray.getByText(/5 of 30 files/)).toBeVisible();
  await tray.getByRole('button', { name: 'Cancel upload' }).click();
  await expect(tray.getByText('Cancelled. Nothing was changed.')).toBeVisible();
  await page.goto('/datasets?owner=me');
  await expect(page.getByText('No dataset matches')).toBeVisible();
});

test('the server dies in mid-upload, comes back, and every file is there once', async ({ browser }) => {
  test.setTimeout(120_000);
  const server = await OwnServer.start();
  try {
    const page = await (await browserOf(browser, ENGLISH, server.url)).newPage();
    await signIn(page, server.admin, ENGLISH, '/datasets?upload=new');
    const gate = await gateAfter(page, 60);
    await start(page, onDisk('tough', bloodCells(1, 150, false)), { start: 'Start upload' });
    const tray = page.getByRole('region', { name: 'Uploads' });
    await expect(tray.getByText(/(5|6)\d of 150 files/)).toBeVisible();
    await server.kill();
    gate.open();
    await expect(tray.getByText('The server does not answer.', { exact: false })).toBeVisible();
    await server.start();
    await expect(tray.getByText('now 150 images')).toBeVisible({ timeout: 60_000 });
    await expect(tray.getByText('150 added')).toBeVisible();
  } finally {
    await server.kill('SIGTERM');
  }
});
