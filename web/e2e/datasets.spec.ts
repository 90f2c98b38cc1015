import { expect, test, type Page } from '@playwright/test';
import { picture } from './parts/folders';
import { ENGLISH, givenDataset, KOREAN, newPerson, screenOf, type Person } from './parts/people';

const HOSTILE = '<img src=x onerror="document.title=\'taken\'">';

const rows = (page: Page) =>
  page.getByRole('table', { name: /데이터셋 표|Table of datasets/ }).locator('[data-row]');

const three = async (owner: Person) => ({
  apples: await givenDataset(owner, 'apples', [
    { path: 'red/1.png', bytes: picture(1) },
    { path: 'green/2.png', bytes: picture(2) },
  ]),
  pears: await givenDataset(owner, 'pears', [{ path: 'a/1.png', bytes: picture(3) }]),
  cells: await givenDataset(owner, '세포', [
    { path: 'a/1.png', bytes: picture(4) },
    { path: 'a/2.png', bytes: picture(5) },
    { path: 'b/3.png', bytes: picture(6) },
  ]),
});

test('the list is searched by key, filtered, sorted, and all of it stands in the address', async ({
  browser,
}) => {
  const owner = await newPerson('owner');
  await three(owner);
  const page = await screenOf(browser, owner, KOREAN);
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByTestId('totals')).toContainText('데이터셋 3개');

  await page.keyboard.press('/');
  await page.keyboard.type('PEAR');
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/q=PEAR/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: '필터 지우기' }).click();
  await expect(rows(page)).toHaveCount(3);

  await page.getByRole('button', { name: '이미지', exact: true }).click();
  await expect(rows(page).first()).toContainText('세포');
  await page.getByRole('button', { name: '이미지', exact: true }).click();
  await expect(rows(page).first()).toContainText('pears');
  await expect(page.getByRole('columnheader', { name: '이미지' })).toHaveAttribute('aria-sort', 'ascending');

  await page.getByRole('button', { name: '키포인트' }).click();
  await expect(page.getByText('조건에 맞는 데이터셋이 없습니다')).toBeVisible();
  await expect(page).toHaveURL(/task=keypoint_detection/);
});

test('a row opens the drawer with every field, by keyboard too, and back closes it', async ({ browser }) => {
  const owner = await newPerson('owner');
  const { apples } = await three(owner);
  const page = await screenOf(browser, owner, ENGLISH, '/datasets?sort=name');
  await rows(page).first().getByRole('link').focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rows(page).first().getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(page).toHaveURL(new RegExp(`open=${apples}`));
  for (const shown of [
    apples,
    owner.email,
    'Private',
    `datasets/${apples}/`,
    'ImageFolder',
    'green',
    'red',
    'v1',
  ]) {
    await expect(drawer.getByText(shown, { exact: true }).first()).toBeVisible();
  }
  await expect(drawer.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await page.goBack();
  await expect(drawer).toHaveCount(0);
});

test('a dataset is edited, goes to the trash, comes back, and goes for good', async ({ browser }) => {
  const owner = await newPerson('owner');
  const { pears } = await three(owner);
  const page = await screenOf(browser, owner, ENGLISH, `/datasets?open=${pears}`);
  const drawer = page.getByRole('dialog').first();
  await drawer.getByRole('button', { name: 'Edit' }).click();
  await drawer.getByLabel('Name').fill('ripe pears');
  await drawer.getByLabel('Description').fill('From the garden.');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer.getByText('From the garden.')).toBeVisible();

  await drawer.getByRole('button', { name: 'Delete dataset' }).click();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('“ripe pears” is in the trash.', { exact: false })).toBeVisible();
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole('link', { name: 'Trash' }).click();
  await page
    .getByRole('row', { name: /ripe pears/ })
    .getByRole('button', { name: 'Restore' })
    .click();
  await expect(page.getByText('The trash is empty')).toBeVisible();

  await page.goto(`/datasets/${pears}/settings`);
  await page.getByRole('button', { name: 'Delete dataset' }).click();
  await page.getByRole('radio', { name: 'Delete the files for good' }).click();
  await expect(page.getByRole('radio', { name: 'Delete the files for good' })).toBeChecked();
  const sure = page.getByRole('button', { name: 'Delete for good' });
  await expect(sure).toBeDisabled();
  await page.getByLabel('Type the name of the dataset to confirm').fill('ripe pears');
  await sure.click();
  await expect(page.getByText('“ripe pears” is deleted.', { exact: false })).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await page.goto('/trash');
  await expect(page.getByText('The trash is empty')).toBeVisible();
});

test('an empty dataset is made from the palette', async ({ browser }) => {
  const page = await screenOf(browser, await newPerson('owner'), KOREAN);
  await expect(page.getByText('아직 데이터셋이 없습니다')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder('화면, 명령, 데이터셋 이름…')).toBeFocused();
  await page.keyboard.type('빈 데이터');
  await expect(page.getByRole('button', { name: '빈 데이터셋 만들기' }).last()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('이름', { exact: true }).fill('나중에 채울 것');
  await page.getByRole('button', { name: '만들기', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('나중에 채울 것');
  await expect(page.getByText('아직 파일이 없습니다')).toBeVisible();
});

test('files are browsed by folder, opened, and removed', async ({ browser }) => {
  const owner = await newPerson('owner');
  const { cells } = await three(owner);
  const page = await screenOf(browser, owner, ENGLISH, `/datasets/${cells}/files`);
  await expect(rowsOf(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'a/' }).first().click();
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(page).toHaveURL(/prefix=/);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open a/1.png' }).click();
  await (await opened).close();
  await page.getByRole('checkbox', { name: 'Select a/1.png' }).check();
  await page.getByRole('button', { name: 'Delete selected' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete selected' }).click();
  await expect(page.getByText('Removed 1 files; 2 images remain.')).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(1);
});

const rowsOf = (page: Page) => page.getByRole('table', { name: 'Table of files' }).locator('[data-row]');

test('hostile names are drawn as text, everywhere', async ({ browser }) => {
  const owner = await newPerson('owner');
  const folder = HOSTILE.replaceAll(/[\\/:*?"|]/g, '_');
  const id = await givenDataset(owner, HOSTILE, [{ path: `${folder}/1.png`, bytes: picture(7) }]);
  const page = await screenOf(browser, owner, ENGLISH);
  await expect(rows(page).getByText(HOSTILE)).toBeVisible();
  for (const address of [
    `/datasets?open=${id}`,
    `/datasets/${id}`,
    `/datasets/${id}/files`,
    `/datasets/${id}/settings`,
  ]) {
    await page.goto(address);
    await expect(page.getByText(HOSTILE).first()).toBeVisible();
    await expect(page.locator('img')).toHaveCount(0);
  }
  await page.goto(`/datasets/${id}/files`);
  await expect(page.getByText(`${folder}/`).first()).toBeVisible();
  expect(await page.title()).toBe('Gotgan');
});

test('hostile class and file names are drawn as text over images, beside them and in findings', async ({
  browser,
}) => {
  const owner = await newPerson('owner');
  const file = '<img src=x onerror=document.title=1>';
  const id = await givenDataset(owner, 'hostile classes', [
    { path: 'data.yaml', bytes: Buffer.from(JSON.stringify({ train: 'images', names: [HOSTILE] })) },
    { path: `images/${file}.png`, bytes: picture(8) },
    { path: `labels/${file}.txt`, bytes: Buffer.from('0 0.5 0.5 0.5 0.5\n7 0.5 0.5 0.5 0.5\n') },
  ]);
  const page = await screenOf(browser, owner, ENGLISH, `/datasets/${id}/images`);
  await expect(page.getByRole('button', { name: HOSTILE })).toBeVisible();
  await page.locator('[data-image]').first().click();
  await expect(page.getByRole('dialog').getByText(HOSTILE)).toBeVisible();
  await expect(page.getByRole('dialog').getByText(`images/${file}.png`)).toBeVisible();
  await page.goto(`/datasets/${id}/health`);
  await expect(page.getByText(file, { exact: false }).first()).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
  expect(await page.title()).toBe('Gotgan');
});
