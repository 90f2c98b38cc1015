import { expect, test, type Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bloodCells, dropFolder, onDisk, picture, zipOf } from './parts/folders';
import {
  browserOf,
  ENGLISH,
  givenDataset,
  givenRole,
  KOREAN,
  newPerson,
  screenOf,
  signIn,
} from './parts/people';
import { seen } from './parts/seen';

const ADMIN = { email: 'admin@localhost', password: process.env['GOTGAN_E2E_PASSWORD'] ?? '' };
const EVENTS = '**/api/v1/events';

/** Nobody may ask how far anything is; answers how often it was tried. */
const noQuestions = async (page: Page) => {
  const asked = { count: 0 };
  await page.context().route(/\/api\/v1\/(tasks|datasets\/[^/]+\/uploads)/, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    asked.count += 1;
    await route.abort();
  });
  return asked;
};

/** Every count of an upload that the page hears, as long as it rises: of files, or of bytes where no file is whole yet. */
const hearUploads = (page: Page) => {
  const rising: number[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const event = JSON.parse(String(payload)) as { type: string; done?: number; bytes_done?: number };
      const count = (event.done ?? 0) + (event.bytes_done ?? 0);
      if (event.type === 'upload' && count > (rising.at(-1) ?? 0)) rising.push(count);
    }),
  );
  return rising;
};

/** Every number of files that the tray shows, step by step, as it rises. */
const seeCounts = (page: Page) =>
  page.addInitScript(() => {
    const seen: Record<string, number[]> = {};
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const text = document.querySelector('[data-state=processing]')?.textContent ?? '';
      const step = /(receives|checks|stores) it…/.exec(text)?.[1] ?? 'none';
      const done = Number((/([\d,]+) of 500 files/.exec(text) ?? /(\d+) files/.exec(text))?.[1] ?? 0);
      const before = (seen[step] ??= []);
      if (done > (before.at(-1) ?? 0)) before.push(done);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });

test('the page hears how five hundred files of an archive rise by the count of the server, and asks for nothing', async ({
  browser,
}) => {
  const page = await screenOf(browser, await newPerson('archivist'), ENGLISH, '/datasets?upload=new');
  const asked = await noQuestions(page);
  const rising = hearUploads(page);
  await seeCounts(page);
  await page.reload(); // the connection of before was not listened to
  const archive = join(mkdtempSync(join(tmpdir(), 'gotgan-e2e-')), 'cells.zip');
  // Large enough that the server is still storing when the browser has sent everything.
  const cells = Object.entries(bloodCells(1, 500, false)).map(([path, bytes]): [string, Buffer] => [
    path,
    Buffer.concat([Buffer.from(bytes), randomBytes(60_000)]),
  ]);
  writeFileSync(archive, zipOf(Object.fromEntries(cells)));
  await expect(page.getByTestId('drop-zone')).toBeVisible();
  await dropFolder(page, archive);
  await page.getByRole('button', { name: 'Start upload' }).click();
  const tray = page.getByRole('region', { name: 'Uploads' });
  await expect(tray.getByText('now 500 images')).toBeVisible({ timeout: 40_000 });
  expect(rising.length, rising.join(' ')).toBeGreaterThanOrEqual(10);
  const counts = await page.evaluate(
    () => (globalThis as unknown as { seen: Record<string, number[]> }).seen,
  );
  const shown = [...(counts['checks'] ?? []), ...(counts['stores'] ?? [])];
  expect(shown.length, JSON.stringify(counts)).toBeGreaterThanOrEqual(10);
  expect(counts['stores']?.at(-1), 'the last that is stored is seen').toBeGreaterThan(400);
  expect(asked.count).toBe(0);
});

test('a right that is withdrawn takes the screen with it, and one that is given brings the dataset', async ({
  browser,
}) => {
  const [owner, friend] = [await newPerson('owner'), await newPerson('friend')];
  const id = await givenDataset(owner, 'living cells', [{ path: 'cat/a.png', bytes: picture(1) }]);
  const friends = await screenOf(browser, friend, ENGLISH);
  await expect(friends.getByText('No datasets yet')).toBeVisible();
  const owners = await screenOf(browser, owner, KOREAN, `/datasets/${id}/share`);
  await owners.getByLabel('팀원 이메일').fill(friend.email);
  await owners.getByRole('button', { name: '공유하기' }).click();

  // Without a click of theirs it is there, its name changes, and it is gone.
  await friends.getByRole('link', { name: 'living cells' }).click();
  await friends.goto(`/datasets/${id}/images`);
  await expect(friends.locator('[data-image]')).toHaveCount(1);
  await owners.goto(`/datasets/${id}/settings`);
  await owners.getByLabel('이름').fill('lively cells');
  await owners.getByRole('button', { name: '저장' }).click();
  await expect(friends.getByRole('heading', { level: 1 })).toHaveText('lively cells');
  await owners.goto(`/datasets/${id}/share`);
  await owners.getByRole('button', { name: `${friend.email} 님의 권한 빼기` }).click();
  await owners.getByRole('dialog').getByRole('button', { name: '빼기', exact: true }).click();
  await expect(friends.getByText('There is no such dataset, or you may not see it.')).toBeVisible();
  await expect(friends.locator('[data-image]')).toHaveCount(0);
});

test('what others upload appears while one looks', async ({ browser }) => {
  const owner = await newPerson('owner');
  const id = await givenDataset(owner, 'growing cells', [{ path: 'cat/a.png', bytes: picture(1) }]);
  const looking = await screenOf(browser, owner, KOREAN, `/datasets/${id}/images`);
  await expect(looking.getByTestId('image-count')).toHaveText('이미지 1장');
  const other = await screenOf(browser, owner, ENGLISH, `/datasets/${id}?upload=${id}`);
  const archive = join(mkdtempSync(join(tmpdir(), 'gotgan-e2e-')), 'more.zip');
  writeFileSync(archive, zipOf({ 'cat/b.png': picture(2), 'cat/c.png': picture(3) }));
  await expect(other.getByTestId('drop-zone')).toBeVisible();
  await dropFolder(other, archive);
  await other.getByRole('button', { name: 'Start upload' }).click();
  await expect(looking.getByTestId('image-count')).toHaveText('이미지 3장');
  await expect(looking.locator('[data-image]')).toHaveCount(3);
});

for (const taste of [KOREAN, ENGLISH]) {
  const korean = taste.language === 'ko';

  test(`an editor sees in the tray what another sends, and may end it; a viewer sees nothing (${taste.language})`, async ({
    browser,
  }) => {
    const [owner, sender, viewer] = [
      await newPerson('owner'),
      await newPerson('sender'),
      await newPerson('viewer'),
    ];
    const id = await givenDataset(owner, 'shared cells', [{ path: 'cat/a.png', bytes: picture(1) }]);
    await givenRole(owner, id, sender.email, 'editor');
    await givenRole(owner, id, viewer.email, 'viewer');
    const looking = await screenOf(browser, owner, taste);
    const viewing = await screenOf(browser, viewer, taste, `/datasets/${id}`);
    const sending = await screenOf(browser, sender, ENGLISH, `/datasets/${id}?upload=${id}`);
    let put = 0;
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    await sending.context().route('**/api/v1/uploads/*/content?*', async (route) => {
      put += 1;
      if (put > 12) await opened;
      await route.continue().catch(() => undefined);
    });
    await expect(sending.getByTestId('drop-zone')).toBeVisible();
    await dropFolder(sending, onDisk('cells', bloodCells(101, 30, false)));
    await expect(sending.getByRole('region', { name: 'What this changes' })).toHaveAttribute(
      'data-state',
      'previewed',
    );
    const tray = looking.getByRole('region', { name: korean ? '업로드' : 'Uploads', exact: true });
    await expect(tray, 'who looks ahead sends nothing').toHaveCount(0);
    await sending.getByRole('button', { name: 'Start upload' }).click();

    const other = tray.locator('[data-state=other]');
    await expect(other.getByText(korean ? '파일 12 / 30' : '12 of 30 files')).toBeVisible();
    await expect(other.getByText(/sender/)).toBeVisible();
    await expect(other.getByText('shared cells')).toBeVisible();
    await seen(looking, 'tray-others', taste);
    await expect(viewing.locator('[data-state=other]')).toHaveCount(0);
    await expect(sending.locator('[data-state=sending]')).toHaveCount(1);
    await expect(sending.locator('[data-state=other]'), 'their own is not that of another').toHaveCount(0);

    await other.getByRole('button', { name: korean ? /업로드 중단/ : /End the upload/ }).click();
    const dialog = looking.getByRole('dialog');
    await seen(looking, 'tray-others-end', taste);
    await dialog.getByRole('button', { name: korean ? '중단' : 'End it' }).click();
    await expect(tray).toHaveCount(0);
    open();
    await expect(sending.locator('[data-state=failed]')).toHaveCount(1, { timeout: 20_000 });
    const left = await looking.request.get(`/api/v1/datasets/${id}/uploads`);
    expect(await left.json()).toEqual([]);
  });
}

test('while nobody tells, one asks; when the connection is back, it is read again what is shown', async ({
  browser,
}) => {
  const page = await (await browserOf(browser, ENGLISH)).newPage();
  let connections = 0;
  let open = false;
  await page.routeWebSocket(EVENTS, (socket) => {
    connections += 1;
    if (open) socket.connectToServer();
    else void socket.close({ code: 1001 });
  });
  await signIn(page, ADMIN, ENGLISH, '/settings');
  await page.getByRole('button', { name: 'Examine now' }).click();
  const promises = page.getByRole('table', { name: 'What the store promises' });
  await expect(
    promises.getByRole('row', { name: /never overwrites/ }).getByText('Kept', { exact: true }),
  ).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Examine now' })).toBeEnabled();
  await expect.poll(() => connections).toBeGreaterThanOrEqual(2);
  open = true;
  const listed = page.waitForRequest(/\/api\/v1\/datasets\/available/);
  await page.getByRole('link', { name: 'Datasets' }).first().click();
  await listed;
  await givenDataset(ADMIN, `made meanwhile ${process.pid}`, [{ path: 'a/1.png', bytes: picture(4) }]);
  await expect(page.getByText(`made meanwhile ${process.pid}`)).toBeVisible({ timeout: 40_000 });
});

test('the tray tells how far the server is with what was sent, and with its own work', async ({
  browser,
}) => {
  for (const taste of [KOREAN, ENGLISH]) {
    const page = await (await browserOf(browser, taste)).newPage();
    const says: ((event: object) => void)[] = [];
    await page.routeWebSocket(EVENTS, (socket) => {
      socket.send(JSON.stringify({ type: 'ready' }));
      says.push((event) => socket.send(JSON.stringify(event)));
    });
    const owner = await newPerson('watcher');
    await signIn(page, owner, taste, '/datasets?upload=new');
    const commit = page.waitForRequest((sent) => sent.url().endsWith('/commit'));
    await page.context().route('**/commit', () => undefined); // the server thinks for a long time
    await expect(page.getByTestId('drop-zone')).toBeVisible();
    await dropFolder(page, onDisk('cells', bloodCells(1, 20, false)));
    await page
      .getByRole('button', { name: taste.language === 'ko' ? '업로드 시작' : 'Start upload' })
      .click();
    const upload_id = /uploads\/([^/]+)\/commit/.exec((await commit).url())?.[1];
    const say = (event: object) => says.at(-1)?.(event);
    say({ type: 'upload', upload_id, done: 12, total: 20, message: 'storing' });
    say({ type: 'task', task_id: 't', dataset_id: 'cells', done: 30, total: 90, message: 'running' });
    const tray = page.getByRole('region', { name: taste.language === 'ko' ? '업로드' : 'Uploads' });
    await expect(tray.getByText('30 / 90')).toBeVisible();
    await expect(tray.getByText(taste.language === 'ko' ? '파일 12 / 20' : '12 of 20 files')).toBeVisible();
    await seen(page, 'tray', taste);
    say({ type: 'task', task_id: 't', done: 90, total: 90, message: 'succeeded' });
    await expect(tray.getByText('90 / 90')).toHaveCount(0);
    await page.close({ runBeforeUnload: false });
  }
});
