import { expect, request, test } from '@playwright/test';
import { ADMIN, browserOf, ENGLISH, KOREAN, newPerson, screenOf } from './parts/people';

test('a wrong password is said in Korean, the right one leads to where one wanted to go', async ({
  browser,
}) => {
  const person = await newPerson('person');
  const page = await (await browserOf(browser, KOREAN)).newPage();
  await page.goto('/account');
  await page.locator('main').getByRole('link', { name: '로그인' }).click();
  await page.getByLabel('이메일').fill(person.email);
  await page.getByLabel('비밀번호', { exact: true }).fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('이메일 또는 비밀번호가 맞지 않습니다');
  await page.getByLabel('비밀번호', { exact: true }).fill(person.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('내 계정');

  await page.getByRole('button', { name: person.email }).click();
  await page.getByRole('menuitem', { name: '로그아웃' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/account');
  await expect(page.getByText('이 화면은 로그인해야 볼 수 있습니다')).toBeVisible();
});

test('a token is made, shown once, works, and stops when it is revoked', async ({ browser, baseURL }) => {
  const page = await screenOf(browser, await newPerson('person'), ENGLISH, '/account');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('laptop');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  const token = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
  expect(token).toMatch(/^gtg_/);
  const program = await request.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  });
  expect((await program.get('/api/v1/auth/tokens')).status()).toBe(200);

  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByText('No tokens yet')).toBeVisible();
  expect((await program.get('/api/v1/auth/tokens')).status()).toBe(401);
});

test('an admin adds somebody and locks them out again; nobody else sees the screen', async ({ browser }) => {
  const admin = await screenOf(browser, ADMIN, KOREAN, '/people');
  const email = `new-${process.pid}@example.test`;
  await admin.getByRole('button', { name: '사용자 추가' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('이메일').fill(email);
  await dialog.getByLabel('첫 비밀번호').fill('a long enough passphrase');
  await dialog.getByRole('button', { name: '추가', exact: true }).click();
  await expect(admin.getByText(`${email} 계정을 만들었습니다`)).toBeVisible();

  const person = await screenOf(browser, { email, password: 'a long enough passphrase' }, ENGLISH);
  await expect(person.getByRole('link', { name: 'People' })).toHaveCount(0);
  await person.goto('/people');
  await expect(person.getByText('Only admins see this screen')).toBeVisible();

  await admin.getByRole('button', { name: `${email} 계정 수정` }).click();
  await admin.getByRole('switch', { name: '사용 중지' }).check();
  await admin.getByRole('button', { name: '저장' }).click();
  await expect(admin.getByText(`${email} 계정을 고쳤습니다`)).toBeVisible();
  await person.goto('/account');
  await expect(person.getByText('Sign in to see this screen')).toBeVisible();
});

test('language and colours are chosen once and stay', async ({ browser }) => {
  const page = await (await browserOf(browser, ENGLISH)).newPage();
  await page.goto('/datasets');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitem', { name: '한국어' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('데이터셋');
  await page.getByRole('button', { name: '화면 밝기' }).click();
  await page.getByRole('menuitem', { name: '밝게' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test('where registration is closed, the screen says who makes accounts', async ({ browser }) => {
  const page = await (await browserOf(browser, KOREAN)).newPage();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: '계정이 없습니다' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('계정 만들기'); // both screens ask for an e-mail
  await page.getByLabel('이메일').fill('somebody@example.test');
  await page.getByLabel('비밀번호', { exact: true }).fill('short');
  await page.getByRole('button', { name: '계정 만들기' }).click();
  await expect(page.getByText('8자 이상').last()).toBeVisible();
  await page.getByLabel('비밀번호', { exact: true }).fill('a long enough passphrase');
  await page.getByRole('button', { name: '계정 만들기' }).click();
  await expect(page.getByRole('alert')).toContainText('여기서는 관리자가 계정을 만듭니다');
});

test('an admin has the store examined and sees each promise kept', async ({ browser }) => {
  const page = await screenOf(browser, ADMIN, ENGLISH, '/settings');
  await page.getByRole('button', { name: 'Examine now' }).click();
  const promises = page.getByRole('table', { name: 'What the store promises' });
  await expect(
    promises.getByRole('row', { name: /never overwrites/ }).getByText('Kept', { exact: true }),
  ).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Straight to where files lie')).toBeVisible();
  const person = await screenOf(browser, await newPerson('curious'), ENGLISH, '/settings');
  await expect(person.getByText('Only admins see this screen')).toBeVisible();
});
