import { expect, test } from '@playwright/test';
import { onDisk } from '../parts/folders';
import { ADMIN, ENGLISH, KOREAN, newPerson, screenOf } from '../parts/people';
import { seen } from '../parts/seen';
import { cells, start, tell, watched } from './told';

test('a bucket that takes nothing from pages gets it through the server, and the page says what to do', async ({
  browser,
}) => {
  const page = await screenOf(browser, await newPerson('outside'), KOREAN, '/datasets?upload=new');
  const ways = watched(page);
  const folder = onDisk('닫힌 버킷', cells(60));
  await start(page, folder, { start: '업로드 시작' });
  const tray = page.getByRole('region', { name: '업로드' });
  await expect(tray.getByText('이제 이미지 60장')).toBeVisible({ timeout: 40_000 });
  await expect(tray.getByText('서버를 거쳐 보냅니다', { exact: false })).toContainText(
    '“설정” 화면의 CORS 규칙을 버킷의 CORS 설정에 붙여 넣으면',
  );
  await seen(page, 'tray-detour', KOREAN);
  expect(ways.toServer.size).toBe(60 + 60 + 1 + 2);
  expect(ways.toBucket.size, 'files that were tried before').toBeLessThanOrEqual(10);
  await tray.getByRole('button', { name: '열기' }).click();
  await page.waitForURL(/\/datasets\/[^/?]+/);
  tell('closed', page, folder);
});

test('the same is said in English, and an admin finds the rule where it says', async ({ browser }) => {
  const page = await screenOf(browser, await newPerson('abroad'), ENGLISH, '/datasets?upload=new');
  await start(page, onDisk('closed', cells(10)), { start: 'Start upload' });
  const tray = page.getByRole('region', { name: 'Uploads' });
  await expect(tray.getByText('now 10 images')).toBeVisible({ timeout: 40_000 });
  await expect(tray.getByText('Sent through the server', { exact: false })).toContainText(
    'pastes the CORS rule shown under “Settings”',
  );
  await seen(page, 'tray-detour', ENGLISH);

  const settings = await screenOf(browser, ADMIN, ENGLISH, '/settings');
  await expect(settings.getByText('AllowedOrigins')).toContainText(new URL(page.url()).origin);
});
