import { expect, test, type Page } from '@playwright/test';
import { archiveOf, bloodCells, dropFolder, labelsOf, onDisk, picture } from './parts/folders';
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

const WORDS = {
  ko: {
    makes: '올리면 이런 데이터셋이 됩니다',
    changes: '올리면 이렇게 바뀝니다',
    thirty: '모두 이미지 30장',
    alone: '이미지 30장',
    sure: /\(확신 \d+\s?%\)/,
    junk: '시스템 파일 1개는 올리지 않습니다',
    top: '전체를 감싼 폴더 “cells”는 빼고 올립니다.',
    orphan: '이미지가 없는 라벨 1개',
    tar: /tar 압축 파일은 끝까지 읽어야/,
  },
  en: {
    makes: 'What this makes',
    changes: 'What this changes',
    thirty: 'then 30 images',
    alone: '30 images',
    sure: /\(\d+\s?% sure\)/,
    junk: '1 system file is left out',
    top: 'The folder “cells” around everything is left out.',
    orphan: '1 label without an image',
    tar: /What is in a tar archive is known only when all of it was read/,
  },
};

/** YOLO, in two splits; one label has lost its image. */
const yolo = (around: string) => {
  const folder: Record<string, Buffer | string> = { [`${around}data.yaml`]: 'names: [cell]\n' };
  for (let n = 0; n < 30; n++) {
    const split = n < 24 ? 'train' : 'val';
    folder[`${around}images/${split}/${n}.png`] = picture(n);
  }
  folder[`${around}labels/train/gone.txt`] = '0 0.5 0.5 0.2 0.2\n';
  for (let n = 0; n < 8; n++) folder[`${around}labels/train/${n}.txt`] = '0 0.5 0.5 0.2 0.2\n';
  return folder;
};

for (const taste of [KOREAN, ENGLISH]) {
  const words = WORDS[taste.language];

  test(`what a folder and a zip would be as new datasets is seen before anything is sent (${taste.language})`, async ({
    browser,
  }) => {
    const page = await screenOf(browser, await newPerson('curious'), taste, '/datasets?upload=new');
    const seen = watched(page);
    await dropped(page, onDisk('cells', yolo('')));
    const foreseen = page.getByRole('region', { name: words.makes });
    await expect(foreseen).toHaveAttribute('data-state', 'foreseen');
    await expect(foreseen.locator('strong', { hasText: words.alone }).first()).toBeVisible();
    await expect(foreseen.getByText('YOLO', { exact: false }).first()).toBeVisible();
    await expect(foreseen.getByText(words.sure)).toBeVisible();
    await expect(foreseen.getByRole('listitem').filter({ hasText: 'train' }).first()).toContainText('24');
    await expect(foreseen.getByText(words.orphan)).toBeVisible();
    await seenBy(page, 'upload-foreseen-new', taste);

    await page
      .getByRole('button', { name: taste.language === 'ko' ? '다시 고르기' : 'Choose again' })
      .click();
    const folder = { ...yolo('cells/'), 'cells/.DS_Store': 'junk' };
    await dropped(page, archiveOf('cells.zip', folder));
    await expect(foreseen.getByText(words.top)).toBeVisible();
    await expect(foreseen.getByText(words.junk)).toBeVisible();
    await expect(foreseen.getByText('cells/.DS_Store')).toBeVisible();
    await expect(foreseen.locator('strong', { hasText: words.alone }).first()).toBeVisible();
    await expect(foreseen.getByText(words.sure)).toBeVisible();
    await seenBy(page, 'upload-foreseen-zip', taste);
    expect(seen).toEqual({ sent: 0, opened: 0 });

    await page
      .getByRole('button', { name: taste.language === 'ko' ? '업로드 시작' : 'Start upload' })
      .click();
    const tray = page.getByRole('region', { name: taste.language === 'ko' ? '업로드' : 'Uploads' });
    const now = taste.language === 'ko' ? '이제 이미지 30장' : 'now 30 images';
    await expect(tray.getByText(now)).toBeVisible({ timeout: 20_000 });
  });

  test(`what a zip would change is seen by names and sizes, and of a tar it is said why not (${taste.language})`, async ({
    browser,
  }) => {
    const owner = await newPerson('comparer');
    const id = await givenDataset(owner, 'sized cells', files(bloodCells(1, 20, true)));
    const page = await screenOf(browser, owner, taste, `/datasets/${id}?upload=${id}`);
    const more = {
      ...bloodCells(11, 20, true), // ten are there; the list of names has another size
      'JPEGImages/BloodImage_00012.png': picture(9012, 40, 40),
    };
    await dropped(page, archiveOf('more.zip', more));
    const foreseen = page.getByRole('region', { name: words.changes });
    await expect(foreseen).toHaveAttribute('data-state', 'foreseen');
    const [news, replaced, sized] =
      taste.language === 'ko'
        ? ['새 파일', '바뀌는 파일', '크기가 같은 파일']
        : ['New', 'Replaced', 'Same size'];
    await expect(figure(page, news)).toHaveText('20');
    await expect(foreseen.getByText(words.thirty)).toBeVisible();
    const same = Number(await figure(page, sized).textContent());
    const other = Number(await figure(page, replaced).textContent());
    expect(same + other).toBe(21);
    expect(other).toBeGreaterThanOrEqual(1); // the picture of another size
    await seenBy(page, 'upload-foreseen-sizes', taste);

    await page
      .getByRole('button', { name: taste.language === 'ko' ? '다시 고르기' : 'Choose again' })
      .click();
    await dropped(page, archiveOf('more.tar.gz', {}));
    await expect(foreseen.getByText(words.tar)).toBeVisible();
    await seenBy(page, 'upload-foreseen-tar', taste);
  });
}
