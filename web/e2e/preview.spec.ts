import { expect, test, type Page } from '@playwright/test';
import { bloodCells, dropFolder, labelsOf, onDisk, picture } from './parts/folders';
import { ENGLISH, givenDataset, KOREAN, newPerson, screenOf } from './parts/people';
import { seen as seenBy } from './parts/seen';

const files = (folder: Record<string, Buffer | string>) =>
  Object.entries(folder).map(([path, bytes]) => ({ path, bytes: Buffer.from(bytes) }));

const figure = (page: Page, label: string) =>
  page
    .getByRole('dialog')
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd');

const dropped = async (page: Page, folder: string) => {
  await expect(page.getByTestId('drop-zone')).toBeVisible();
  await dropFolder(page, folder);
};

/** What the page sends to the store, and how often it opens an upload. */
const watched = (page: Page) => {
  const seen = { sent: 0, opened: 0 };
  page.context().on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/uploads/')) seen.sent += 1;
    if (request.method() === 'POST' && /\/uploads$/.test(request.url())) seen.opened += 1;
  });
  return seen;
};

test('before anything is sent one sees what is new, the same and replaced, and the upload goes on from there', async ({
  browser,
}) => {
  const owner = await newPerson('planner');
  const id = await givenDataset(owner, 'planned cells', files(bloodCells(1, 20, true)));
  const page = await screenOf(browser, owner, ENGLISH, `/datasets/${id}?upload=${id}`);
  const seen = watched(page);
  const more = {
    ...bloodCells(15, 16, true),
    'JPEGImages/BloodImage_00016.png': picture(9016),
    'JPEGImages/.DS_Store': 'junk',
    'Annotations/BloodImage_00999.xml': '<annotation><object><name>RBC</name></object></annotation>',
  };
  await dropped(page, onDisk('cells', more));
  const foreseen = page.getByRole('region', { name: 'What this changes' });
  await expect(foreseen).toHaveAttribute('data-state', 'previewed');
  // 15 to 20 are there with their labels; one picture and the list differ; 21 to 30 come, and a label of nothing.
  await expect(figure(page, 'Same')).toHaveText('11');
  await expect(figure(page, 'Replaced')).toHaveText('2');
  await expect(figure(page, 'New')).toHaveText('21');
  await expect(figure(page, 'Removed')).toHaveText('0');
  await expect(foreseen.getByText('1 label without an image')).toBeVisible();
  await expect(foreseen.getByText('Annotations/BloodImage_00999.xml')).toBeVisible();
  await expect(foreseen.getByText('then 30 images')).toBeVisible();
  await expect(foreseen.getByText('Pascal VOC', { exact: false }).first()).toBeVisible();
  await expect(foreseen.getByText(/\(\d+\s?% sure\)/)).toBeVisible();
  await expect(page.getByText('1 system file is left out')).toBeVisible();
  await seenBy(page, 'upload-foreseen', ENGLISH);
  expect(seen).toEqual({ sent: 0, opened: 1 });

  await page.getByRole('button', { name: 'Start upload' }).click();
  const tray = page.getByRole('region', { name: 'Uploads' });
  await expect(tray.getByText('now 30 images')).toBeVisible();
  await expect(tray.getByText('21 added')).toBeVisible();
  await expect(tray.getByText('2 changed')).toBeVisible();
  expect(seen.opened).toBe(1);
});

test('labels that replace all others say what would go, and who closes the dialog leaves nothing behind', async ({
  browser,
}) => {
  const owner = await newPerson('careful');
  const id = await givenDataset(owner, 'labelled cells', files(bloodCells(1, 12, true)));
  const page = await screenOf(browser, owner, KOREAN, `/datasets/${id}?upload=${id}`);
  const redrawn = Object.fromEntries(
    Object.entries(labelsOf(bloodCells(1, 8, true))).map(([path, label]) => [
      path,
      String(label).replaceAll('<ymax>18<', '<ymax>17<'),
    ]),
  );
  await dropped(page, onDisk('relabelled', redrawn));
  const foreseen = page.getByRole('region', { name: '올리면 이렇게 바뀝니다' });
  await expect(foreseen).toHaveAttribute('data-state', 'previewed');
  await page.getByRole('switch', { name: '라벨만 올리기' }).check();
  await page.getByRole('radio', { name: '모두 교체' }).click();
  await expect(figure(page, '빠지는 파일')).toHaveText('4');
  await expect(figure(page, '바뀌는 파일')).toHaveText('9');
  await expect(foreseen.getByText('이미지를 찾은 라벨 8개')).toBeVisible();
  await seenBy(page, 'upload-foreseen', KOREAN);

  const ended = page.waitForResponse(
    (answer) => answer.request().method() === 'DELETE' && answer.url().includes('/uploads/'),
  );
  await page.getByRole('button', { name: '취소' }).click();
  expect((await ended).status()).toBe(204);
  await page.reload();
  await expect(page.getByRole('region', { name: '업로드' })).toHaveCount(0);
  const open = await page.request.get(`/api/v1/datasets/${id}/uploads`);
  expect(await open.json()).toEqual([]);
});
