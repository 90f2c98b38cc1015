import { expect, test, type Page } from '@playwright/test';
import { bloodCells, dropFolder, labelsOf, onDisk } from './parts/folders';
import { ENGLISH, KOREAN, newPerson, screenOf } from './parts/people';

const figure = (page: Page, label: string) =>
  page
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd')
    .first();

const upload = async (page: Page, folder: string, start: string) => {
  await expect(page.getByTestId('drop-zone')).toBeVisible();
  await dropFolder(page, folder);
  await page.getByRole('button', { name: start }).click();
};

test('Day 1, 2 and 3 in Korean: a folder, fifty more, then the labels', async ({ browser }) => {
  const page = await screenOf(browser, await newPerson('minsu'), KOREAN);
  await expect(page.getByText('아직 데이터셋이 없습니다')).toBeVisible();

  await page.getByRole('button', { name: '첫 데이터셋 올리기' }).click();
  await upload(
    page,
    onDisk('혈액 세포', { ...bloodCells(1, 100, false), '.DS_Store': 'junk' }),
    '업로드 시작',
  );
  const tray = page.getByRole('region', { name: '업로드' });
  await expect(tray.getByText('이제 이미지 100장')).toBeVisible();
  await expect(tray.getByText('추가 100')).toBeVisible();
  await expect(page.getByTestId('totals')).toContainText('이미지 100장');
  await tray.getByRole('button', { name: '열기' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('혈액 세포');
  await expect(figure(page, '이미지')).toHaveText('100');
  await tray.getByRole('button', { name: '목록에서 치우기' }).click();

  await page.getByRole('button', { name: '파일 추가' }).click();
  await upload(page, onDisk('more', bloodCells(101, 50, false)), '업로드 시작');
  await expect(tray.getByText('이제 이미지 150장')).toBeVisible();
  await expect(figure(page, '이미지')).toHaveText('150');
  await tray.getByRole('button', { name: '목록에서 치우기' }).click();

  await page.getByRole('button', { name: '파일 추가' }).click();
  await dropFolder(page, onDisk('labels', labelsOf(bloodCells(1, 150, true))));
  await page.getByRole('switch', { name: '라벨만 올리기' }).check();
  await page.getByRole('button', { name: '업로드 시작' }).click();
  await expect(tray.getByText('추가 151')).toBeVisible();
  await expect(figure(page, '이미지')).toHaveText('150');
  await expect(figure(page, '라벨 있음')).toHaveText('150');
  await expect(figure(page, '객체')).toHaveText('300');
  await expect(figure(page, '클래스')).toHaveText('3');
  await expect(page.locator('header').getByText('객체 탐지')).toBeVisible();

  await page.getByRole('link', { name: '기록' }).click();
  await expect(page.getByRole('list', { name: '변경 기록' }).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('라벨만 업로드')).toBeVisible();
});

test('a labels-only upload with an image among the labels is refused whole, and says which', async ({
  browser,
}) => {
  const page = await screenOf(browser, await newPerson('dana'), ENGLISH);
  await page.getByRole('button', { name: 'Upload your first dataset' }).click();
  await upload(page, onDisk('cells', bloodCells(1, 4, true)), 'Start upload');
  const tray = page.getByRole('region', { name: 'Uploads' });
  await tray.getByRole('button', { name: 'Open' }).click();
  await tray.getByRole('button', { name: 'Clear from the list' }).click();
  const hash = page.locator('code[title]').first();
  const before = await hash.getAttribute('title');

  await page.getByRole('button', { name: 'Add files' }).click();
  await dropFolder(page, onDisk('mixed', { ...labelsOf(bloodCells(1, 4, true)), 'JPEGImages/new.png': 'x' }));
  await page.getByRole('switch', { name: 'Labels only' }).check();
  await page.getByRole('button', { name: 'Start upload' }).click();
  await expect(tray.getByRole('alert')).toContainText(
    'Other files than labels came with a labels-only upload',
  );
  await expect(tray.getByRole('alert')).toContainText('JPEGImages/new.png');
  expect(await hash.getAttribute('title')).toBe(before);
});

test('what is uploaded again changes nothing, and the tray says so', async ({ browser }) => {
  const page = await screenOf(browser, await newPerson('again'), ENGLISH, '/datasets?upload=new');
  const folder = onDisk('cells', bloodCells(1, 3, true));
  await upload(page, folder, 'Start upload');
  const tray = page.getByRole('region', { name: 'Uploads' });
  await tray.getByRole('button', { name: 'Open' }).click();
  await tray.getByRole('button', { name: 'Clear from the list' }).click();
  await page.getByRole('button', { name: 'Add files' }).click();
  await upload(page, folder, 'Start upload');
  await expect(tray.getByText('The dataset holds all of this already. Nothing changed.')).toBeVisible();
});
