import { expect, test, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bloodCells, dropFolder, turnedPictures } from './parts/folders';
import { ENGLISH, givenDataset, KOREAN, newPerson, screenOf } from './parts/people';

const SHARED = process.env['GOTGAN_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const BCCD = join(SHARED, 'data/voc-bccd/BCCD');

const tiles = (page: Page) => page.locator('[data-image]');

const files = (folder: Record<string, Buffer | string>) =>
  Object.entries(folder).map(([path, bytes]) => ({ path, bytes: Buffer.from(bytes) }));

test('images are filtered by class and split, opened, turned and closed by keyboard, all by address', async ({
  browser,
}) => {
  const owner = await newPerson('looker');
  const id = await givenDataset(owner, 'blood cells', files(bloodCells(1, 60, true)));
  const page = await screenOf(browser, owner, KOREAN, `/datasets/${id}/images`);
  await expect(page.getByTestId('image-count')).toHaveText('이미지 60장');
  await expect(tiles(page).first().getByTestId('overlay').locator('[data-class=RBC]')).toHaveCount(1);

  await page.getByRole('button', { name: /WBC/ }).click();
  await expect(page).toHaveURL(/class=WBC/);
  await expect(page.getByTestId('image-count')).toHaveText('이미지 30장');
  await page.reload();
  await expect(page.getByTestId('image-count')).toHaveText('이미지 30장');
  await page.getByRole('button', { name: '필터 지우기' }).click();

  await page.keyboard.press('b');
  await expect(page).toHaveURL(/boxes=off/);
  await expect(page.getByTestId('overlay')).toHaveCount(0);
  await page.keyboard.press('b');
  await expect(tiles(page).first().getByTestId('overlay')).toBeVisible();

  await tiles(page).first().click();
  const lightbox = page.getByRole('dialog');
  await expect(lightbox.getByText('BloodImage_00001.png')).toBeVisible();
  await expect(lightbox.getByText('객체 2개')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(lightbox.getByText('2 / 60')).toBeVisible();
  await expect(page).toHaveURL(/BloodImage_00002/);
  await page.reload();
  await expect(lightbox.getByText('2 / 60')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lightbox).toHaveCount(0);
});

test('the address of an image far down the list shows it with its labels at once, and its neighbours when they are reached', async ({
  browser,
}) => {
  const owner = await newPerson('linker');
  const id = await givenDataset(owner, 'many cells', files(bloodCells(1, 260, true)));
  const page = await screenOf(browser, owner, ENGLISH);
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route(/\/images\?.*cursor=/, async (route) => {
    await opened;
    await route.continue();
  });
  const path = 'JPEGImages/BloodImage_00260.png';
  await page.goto(`/datasets/${id}/images?path=${encodeURIComponent(path)}`);
  const lightbox = page.getByRole('dialog');
  await expect(lightbox.getByText('2 objects')).toBeVisible();
  await expect(lightbox.getByRole('button', { name: 'Next image' })).toBeDisabled();
  await expect
    .poll(() => lightbox.getByRole('img').evaluate((shown) => (shown as HTMLImageElement).naturalWidth))
    .toBe(32);
  open();
  await expect(lightbox.getByText('260 of 260')).toBeVisible();
});

/** Nodes that the page holds, in its document or not. */
const nodesHeld = async (page: Page) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  await cdp.detach();
  return nodes;
};

test('pictures that are scrolled past before they came are given up, and nothing of them is kept', async ({
  browser,
}) => {
  const owner = await newPerson('scroller');
  const id = await givenDataset(owner, 'long gallery', files(bloodCells(1, 300, true)));
  const page = await screenOf(browser, owner, ENGLISH);
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route(/\/thumbnail\?/, async (route) => {
    await opened;
    await route.abort();
  });
  let givenUp = 0;
  page.on('requestfailed', (request) => (givenUp += request.url().includes('/thumbnail?') ? 1 : 0));
  await page.goto(`/datasets/${id}/images?tile=l`);
  await expect(tiles(page).first()).toBeVisible();
  const before = await nodesHeld(page);
  const gallery = page.getByRole('region', { name: 'Images' });
  const last = page.locator('[data-index="299"]');
  while ((await last.count()) === 0) {
    await gallery.evaluate((element) => element.scrollBy(0, element.clientHeight / 2));
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await expect.poll(() => givenUp).toBeGreaterThan(100);
  const after = await nodesHeld(page);
  expect(after - before).toBeLessThan(300); // a tile with its boxes has ten, and 300 went by
  open();
});

test('boxes lie on what they mark, pixel by pixel, in all eight orientations of EXIF', async ({
  browser,
}) => {
  const owner = await newPerson('turner');
  const page = await screenOf(browser, owner, ENGLISH);
  const id = await givenDataset(owner, 'turned', files(await turnedPictures(page)));
  await page.goto(`/datasets/${id}/images?tile=l`);
  await expect(page.getByTestId('image-count')).toHaveText('8 images');
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete && image.naturalWidth > 0),
  );

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const tile = page.locator(`[data-image$="o${orientation}.jpg"]`);
    await tile.scrollIntoViewIfNeeded();
    const marked = await tile.evaluate((element) => {
      const frame = element.getBoundingClientRect();
      const box = element.querySelector('[data-class=red]')?.getBoundingClientRect();
      if (box === undefined) throw new Error('no box');
      return [box.left, box.top, box.right, box.bottom].map((edge, n) =>
        n % 2 === 0 ? edge - frame.left : edge - frame.top,
      );
    });
    await page.addStyleTag({ content: '[data-testid=overlay], [data-image] span { display: none }' });
    const shot = (await tile.screenshot()).toString('base64');
    await page.evaluate(() => document.head.lastElementChild?.remove());
    const seen = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
      for (let y = 0; y < bitmap.height; y++) {
        for (let x = 0; x < bitmap.width; x++) {
          const at = 4 * (y * bitmap.width + x);
          const red = (data[at] ?? 0) > 150 && (data[at + 1] ?? 0) < 100 && (data[at + 2] ?? 0) < 100;
          if (!red) continue;
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
      return [left, top, right, bottom];
    }, shot);
    marked.forEach((edge, n) =>
      expect(
        Math.abs(edge - (seen[n] ?? NaN)),
        `orientation ${orientation}: ${marked.join()} ${seen.join()}`,
      ).toBeLessThan(3),
    );
  }
});

test('BCCD is dropped as a folder by somebody new, and its boxes are on the screen', async ({ browser }) => {
  test.skip(!existsSync(BCCD), 'the real datasets are not beside the project');
  const page = await screenOf(browser, await newPerson('newcomer'), KOREAN, '/datasets?upload=new');
  await expect(page.getByTestId('drop-zone')).toBeVisible();
  await dropFolder(page, BCCD);
  const start = Date.now();
  await page.getByRole('button', { name: '업로드 시작' }).click();
  const tray = page.getByRole('region', { name: '업로드' });
  await tray.getByRole('button', { name: '열기' }).click({ timeout: 40_000 });
  await page.getByRole('link', { name: '이미지', exact: true }).click();
  await expect(tiles(page).first().getByTestId('overlay').locator('[data-class=RBC]')).toHaveCount(1);
  const seconds = (Date.now() - start) / 1000;
  test.info().annotations.push({ type: 'seconds from drop to boxes', description: String(seconds) });
  console.log(`BCCD: ${seconds} s from the drop to boxes on the screen`);
  await expect(page.getByTestId('image-count')).toHaveText('이미지 364장');
});

test('what is wrong is listed with its place, filtered by address, and leads to the image', async ({
  browser,
}) => {
  const owner = await newPerson('doctor');
  const folder = bloodCells(1, 5, true);
  const label = 'Annotations/BloodImage_00002.xml';
  folder[label] = String(folder[label]).replace('<xmax>20</xmax>', '<xmax>90</xmax>');
  folder['JPEGImages/broken.png'] = Buffer.from('89504e470d0a1a0a00', 'hex');
  const id = await givenDataset(owner, 'ill cells', files(folder));
  const page = await screenOf(browser, owner, KOREAN, `/datasets/${id}/health`);
  const list = page.getByRole('list', { name: '점검 결과 목록' });
  await expect(list.getByText('상자가 이미지를 벗어납니다', { exact: false })).toBeVisible();
  await expect(list.getByRole('link', { name: new RegExp(label) })).toBeVisible();
  await page.getByText(/^오류 [1-9]/).click();
  await expect(page).toHaveURL(/severity=error/);
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.getByRole('button', { name: '이미지 보기' })).toBeVisible();
});
