import { expect, test, type Page } from '@playwright/test';
import { dropFolder, onDisk } from '../parts/folders';
import { ENGLISH, KOREAN, newPerson, screenOf } from '../parts/people';
import { cells, start, tell, watched } from './told';

const drawn = (page: Page, where: string) =>
  expect
    .poll(() =>
      page
        .locator(where)
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(0);

test('a folder goes from the page straight to the bucket, and its pictures are shown', async ({
  browser,
}) => {
  const page = await screenOf(browser, await newPerson('direct'), KOREAN, '/datasets?upload=new');
  const ways = watched(page);
  const folder = onDisk('열린 버킷', cells(60));
  await start(page, folder, { start: '업로드 시작' });
  const tray = page.getByRole('region', { name: '업로드' });
  await expect(tray.getByText('이제 이미지 60장')).toBeVisible({ timeout: 40_000 });
  await expect(tray.getByText('서버를 거쳐', { exact: false })).toHaveCount(0);
  expect(ways.toServer.size).toBe(0);
  expect(ways.toBucket.size).toBe(60 + 60 + 1 + 2);

  await tray.getByRole('button', { name: '열기' }).click();
  await page.waitForURL(/\/datasets\/[^/?]+/);
  tell('open', page, folder);
  await page.getByRole('link', { name: '이미지', exact: true }).click();
  await expect(page.getByTestId('image-count')).toHaveText('이미지 60장');
  await drawn(page, '[data-image] img');
  await page.locator('[data-image]').first().click();
  await expect(page.getByRole('dialog').getByText('BloodImage_00001.png')).toBeVisible();
  await drawn(page, '[role=dialog] img');
});

test('a page that is loaded anew in mid-upload goes on with what the bucket does not have', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await screenOf(browser, await newPerson('again'), ENGLISH, '/datasets?upload=new');
  const folder = onDisk('reloaded', cells(400));
  await start(page, folder, { start: 'Start upload' });
  const tray = page.getByRole('region', { name: 'Uploads' });
  await expect(tray.getByText(/(\d{2,3}) of 803 files/)).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(tray.getByText('Stopped when the page was left', { exact: false })).toBeVisible();
  await dropFolder(page, folder, 'drop-again');
  await expect(tray.getByText('now 400 images')).toBeVisible({ timeout: 60_000 });
  await expect(tray.getByText('803 added')).toBeVisible();
  await tray.getByRole('button', { name: 'Open' }).click();
  await page.waitForURL(/\/datasets\/[^/?]+/);
  tell('again', page, folder);
});
