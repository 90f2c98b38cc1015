import { expect, test } from '@playwright/test';
import { bloodCells, picture } from './parts/folders';
import {
  browserOf,
  ENGLISH,
  givenDataset,
  givenInvitation,
  givenOrganization,
  KOREAN,
  newPerson,
  signIn,
} from './parts/people';
import { seen } from './parts/seen';

const ADMIN = { email: 'admin@localhost', password: process.env['GOTGAN_E2E_PASSWORD'] ?? '' };

/** Every screen and state that has an address, and a word that is there when it is drawn. */
const screens = (id: string, flawed: string, organization: number) =>
  [
    ['datasets', '/datasets', '[data-row]'],
    ['datasets-nothing', '/datasets?q=no-such-name-anywhere', 'main h2'],
    ['drawer', `/datasets?open=${id}`, '[role=dialog] dl'],
    ['create', '/datasets?create=true', '[role=dialog] form'],
    ['upload', '/datasets?upload=new', '[data-testid=drop-zone]'],
    ['overview', `/datasets/${id}`, 'article dl'],
    ['images', `/datasets/${id}/images`, '[data-image]'],
    ['images-none', `/datasets/${id}/images?class=none-such`, 'article h2'],
    ['lightbox', `/datasets/${id}/images?image=JPEGImages%2FBloodImage_00003.png`, '[role=dialog] aside'],
    ['health', `/datasets/${id}/health`, 'article table'],
    ['health-findings', `/datasets/${flawed}/health`, 'article li[data-severity]'],
    ['files', `/datasets/${id}/files`, '[data-row]'],
    ['history', `/datasets/${id}/history`, 'article ol li'],
    ['share', `/datasets/${id}/share`, 'article table tbody tr'],
    ['settings', `/datasets/${id}/settings`, 'article form'],
    ['dataset-missing', '/datasets/no-such-dataset', 'main h1'],
    ['organizations', '/organizations', 'main tbody tr'],
    ['organizations-create', '/organizations?create=true', '[role=dialog] form'],
    ['organization', `/organizations/${organization}`, 'main tbody tr'],
    ['organization-missing', '/organizations/999999', 'main h1'],
    ['invitation', '/invitation#gtg_q2Vt-0_xA9bNfLmPz7Rk4WcYs8Hd1Gj6', 'main h1'],
    ['invitation-cut', '/invitation', 'main h1'],
    ['trash', '/trash', 'main h2'],
    ['account', '/account', 'main h2'],
    ['people', '/people', 'main tbody tr'],
    ['settings-store', '/settings', 'main h2'],
    ['audit', '/audit', 'main tbody tr'],
    ['no-such-page', '/no-such-page', 'main h1'],
  ] as const;

for (const taste of [KOREAN, ENGLISH]) {
  test(`every screen, ${taste.language}, ${taste.scheme}: drawn, kept as a picture, without a finding of axe`, async ({
    browser,
  }) => {
    test.setTimeout(300_000); // some fifty pages, each drawn, photographed and examined
    const owner = await newPerson('owner');
    const cells = Object.entries(bloodCells(1, 12, true)).map(([path, bytes]) => ({
      path,
      bytes: Buffer.from(bytes),
    }));
    const id = await givenDataset(owner, 'blood cells', cells);
    const flawed = await givenDataset(owner, 'flawed cells', [
      { path: 'data.yaml', bytes: Buffer.from('train: images\nnames: [RBC]\n') },
      { path: 'images/a.png', bytes: picture(1) },
      { path: 'images/b.png', bytes: picture(2) },
      { path: 'labels/a.txt', bytes: Buffer.from('7 0.5 0.5 0.5 0.5\n0 0.9 0.9 0.5 0.5\n') },
      { path: 'labels/z.txt', bytes: Buffer.from('0 0.5 0.5 0.5 0.5\n') },
    ]);
    const lab = taste.language === 'ko' ? '세포 연구실' : 'Cell lab';
    const organization = await givenOrganization(owner, lab, [await newPerson('colleague')]);
    await givenInvitation(owner, id, 'newcomer@example.test');
    const page = await (await browserOf(browser, taste)).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 40[14]/.test(message.text()))
        complaints.push(message.text());
    });

    await page.goto('/sign-in');
    await page.locator('form').waitFor();
    await seen(page, 'sign-in', taste);
    await page.goto('/register');
    await page.locator('form').waitFor();
    await seen(page, 'register', taste);
    await page.goto('/invitation#gtg_q2Vt-0_xA9bNfLmPz7Rk4WcYs8Hd1Gj6');
    await page.locator('main h1').waitFor();
    await seen(page, 'invitation-visitor', taste);
    await signIn(page, ADMIN, taste);
    for (const [name, address, drawn] of screens(id, flawed, organization)) {
      await page.goto(address);
      await page.locator(drawn).first().waitFor();
      await seen(page, name, taste);
    }
    await page.goto('/datasets');
    await page.locator('[data-row]').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await seen(page, 'shortcuts', taste);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await seen(page, 'palette', taste);
    expect(complaints, 'errors in the console').toEqual([]);
  });
}

test('the page holds no inline script and asks nobody else for anything', async ({ browser, baseURL }) => {
  const page = await (await browserOf(browser, ENGLISH)).newPage();
  const foreign: string[] = [];
  page.on('request', (sent) => {
    if (!sent.url().startsWith(baseURL ?? '') && !sent.url().startsWith('data:')) foreign.push(sent.url());
  });
  await page.goto('/datasets');
  await page.locator('main h1').waitFor();
  expect(await page.locator('script:not([src])').count()).toBe(0);
  expect(foreign).toEqual([]);
});
