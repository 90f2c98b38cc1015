import { expect, test, type Page } from '@playwright/test';
import { picture } from './parts/folders';
import { OwnServer } from './parts/own-server';
import {
  browserOf,
  ENGLISH,
  givenDataset,
  givenInvitation,
  givenOrganization,
  KOREAN,
  newPerson,
  screenOf,
  signIn,
} from './parts/people';
import { seen } from './parts/seen';

const ADMIN = { email: 'admin@localhost', password: process.env['GOTGAN_E2E_PASSWORD'] ?? '' };
const CELLS = [{ path: 'cat/a.png', bytes: picture(1) }];

test('a team is made, somebody is added, sees what is shared with all of it, and leaves', async ({
  browser,
}) => {
  const [founder, friend] = [await newPerson('founder'), await newPerson('friend')];
  const id = await givenDataset(founder, 'cells of the lab', CELLS);
  const founders = await screenOf(browser, founder, KOREAN, '/organizations');
  await expect(founders.getByText('아직 속한 조직이 없습니다')).toBeVisible();
  await founders.getByRole('button', { name: '조직 만들기' }).click();
  await expect(founders).toHaveURL(/create=true/);
  await founders.getByRole('dialog').getByLabel('조직 이름').fill('세포 연구실');
  await founders.keyboard.press('Enter');
  await expect(founders).toHaveURL(/\/organizations\/\d+$/);
  await expect(founders.getByRole('heading', { level: 1 })).toHaveText('세포 연구실');
  const organization = new URL(founders.url()).pathname;

  await founders.getByLabel('넣을 사람의 이메일').fill(friend.email);
  await founders.keyboard.press('Enter');
  await expect(founders.getByRole('table').getByText(friend.email)).toBeVisible();

  const friends = await screenOf(browser, friend, ENGLISH, '/datasets');
  await expect(friends.getByText('cells of the lab')).toHaveCount(0);
  await founders.goto(`/datasets/${id}/share`);
  await founders.getByRole('radio', { name: '조직' }).click();
  await expect(founders.getByText('공개 범위를 바꾸었습니다: 조직')).toBeVisible();
  await friends.reload();
  await friends.getByRole('link', { name: 'cells of the lab' }).click();
  await expect(friends.getByRole('dialog').getByText('세포 연구실')).toBeVisible();

  // A member sees who is in it, and no control; one who leaves sees neither it nor its datasets.
  await friends.goto('/organizations');
  await friends.getByRole('link', { name: '세포 연구실' }).click();
  await expect(friends.getByRole('table').getByText(founder.email)).toBeVisible();
  await expect(friends.getByRole('button', { name: 'Add' })).toHaveCount(0);
  await friends.getByRole('button', { name: 'Leave the organization' }).click();
  await friends.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(friends.getByText('You are in no organization yet')).toBeVisible();
  await friends.goto(organization);
  await expect(friends.getByText('There is no such organization')).toBeVisible();
  await friends.goto(`/datasets/${id}`);
  await expect(friends.getByText('There is no such dataset, or you may not see it.')).toBeVisible();
});

test('positions change, the last admin stays one, and an admin of the installation sees every team', async ({
  browser,
}) => {
  const [founder, friend] = [await newPerson('founder'), await newPerson('friend')];
  const id = await givenOrganization(founder, `team ${founder.email}`, [friend]);
  const page = await screenOf(browser, founder, ENGLISH, `/organizations/${id}`);
  await page.getByLabel(`Role of ${founder.email}`).first().click();
  await page.getByRole('option', { name: 'Member' }).click();
  await expect(page.getByRole('alert')).toContainText('The last admin cannot lose their rights.');
  await page.getByLabel(`Role of ${friend.email}`).first().click();
  await page.getByRole('option', { name: 'Organization admin' }).click();
  await expect(page.getByText(`${friend.email} is now Organization admin`)).toBeVisible();
  await page.getByLabel('E-mail of the person to add').fill('nobody@example.test');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('There is no such account');

  const admin = await screenOf(browser, ADMIN, ENGLISH, '/organizations');
  await admin.getByRole('link', { name: `team ${founder.email}` }).click();
  await admin.getByRole('button', { name: `Remove ${friend.email}` }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Take away' }).click();
  await expect(admin.getByText(`${friend.email} is no member any more`)).toBeVisible();
  await expect(admin.getByRole('table').getByText(friend.email)).toHaveCount(0);
});

/** The link as a path: the browsers of these stories know the server's address. */
const within = (link: string) => {
  const { pathname, hash } = new URL(link);
  return pathname + hash;
};

/** Makes a link on the Share tab and answers it. */
const linkFrom = async (page: Page, email: string) => {
  await page.getByLabel('E-mail of the person to invite').fill(email);
  await page.getByRole('button', { name: 'Create link' }).click();
  const shown = page.getByText(`Invitation link for ${email}`);
  await expect(shown).toBeVisible();
  await seen(page, 'share-link', ENGLISH);
  const link = await page.locator('code', { hasText: '/invitation#gtg_' }).textContent();
  return within(link ?? '');
};

test('a link is made, shown once, listed, accepted once by somebody signed in, and another is withdrawn', async ({
  browser,
}) => {
  const [owner, friend] = [await newPerson('owner'), await newPerson('friend')];
  const id = await givenDataset(owner, 'invited cells', CELLS);
  const owners = await screenOf(browser, owner, ENGLISH, `/datasets/${id}/share`);
  await expect(owners.getByText('No open invitations.')).toBeVisible();
  const link = await linkFrom(owners, friend.email);
  const open = owners.getByRole('table', { name: 'Table of open invitations' });
  const row = open.getByRole('row', { name: new RegExp(friend.email) });
  await expect(row).toContainText('Viewer');
  await expect(row).toContainText('you');
  await expect(row).toContainText(/in (6|7) days|next week/);
  await owners.reload();
  await expect(row).toBeVisible();
  await expect(owners.getByText('/invitation#gtg_', { exact: false })).toHaveCount(0);

  const friends = await screenOf(browser, friend, KOREAN);
  await friends.goto(link);
  await expect(friends.getByText(`${friend.email} 계정으로 수락합니다`, { exact: false })).toBeVisible();
  await friends.getByRole('button', { name: '초대 수락' }).click();
  await expect(friends.getByRole('heading', { level: 1 })).toHaveText('invited cells');
  await expect(friends.getByText('초대를 수락했습니다. 내 역할: 뷰어')).toBeVisible();

  const strangers = await screenOf(browser, await newPerson('stranger'), KOREAN);
  await strangers.goto(link);
  await strangers.getByRole('button', { name: '초대 수락' }).click();
  await expect(strangers.getByText('이 초대는 쓸 수 없습니다')).toBeVisible();

  const second = await linkFrom(owners, 'other@example.test');
  await owners.getByRole('button', { name: 'Withdraw the invitation of other@example.test' }).click();
  await owners.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(owners.getByText('No open invitations.')).toBeVisible();
  await strangers.goto('/datasets');
  await strangers.goto(second);
  await strangers.getByRole('button', { name: '초대 수락' }).click();
  await expect(strangers.getByText('이 초대는 쓸 수 없습니다')).toBeVisible();
});

test('who is not signed in comes back to the invitation, and no server ever sees its secret', async ({
  browser,
}) => {
  const [owner, friend] = [await newPerson('owner'), await newPerson('friend')];
  const link = await givenInvitation(owner, await givenDataset(owner, 'kept cells', CELLS), friend.email);
  const secret = new URL(link).hash.slice(1);
  const page = await (await browserOf(browser, ENGLISH)).newPage();
  const leaks: string[] = [];
  page.on('request', (sent) => {
    if (sent.url().replace(/#.*/, '').includes(secret)) leaks.push(sent.url());
  });
  await page.goto(within(link));
  await expect(page.getByText('To accept, sign in or make an account first.')).toBeVisible();
  await page.locator('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail').fill(friend.email);
  await page.getByLabel('Password', { exact: true }).fill(friend.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('kept cells');
  expect(leaks).toEqual([]);
  await page.goto('/invitation#gtg_cut');
  await expect(page.getByText('This link is not complete')).toBeVisible();
});

test('where accounts are for who is invited, a newcomer makes one with the link and gets in', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const server = await OwnServer.start({ GOTGAN_REGISTRATION: 'invite' });
  try {
    const owners = await (await browserOf(browser, ENGLISH, server.url)).newPage();
    await signIn(owners, server.admin, ENGLISH, '/datasets?create=true');
    await owners.getByRole('dialog').getByLabel('Name', { exact: true }).fill('cells for guests');
    await owners.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await owners.getByRole('link', { name: 'Share' }).click();
    const link = await linkFrom(owners, 'newcomer@example.test');

    const page = await (await browserOf(browser, KOREAN, server.url)).newPage();
    const make = async () => {
      await page.getByLabel('이메일').fill('newcomer@example.test');
      await page.getByLabel('비밀번호', { exact: true }).fill('a long enough passphrase');
      await page.getByRole('button', { name: '계정 만들기' }).click();
    };
    await page.goto('/register');
    await make();
    await expect(page.getByRole('alert')).toContainText('여기서는 관리자가 계정을 만듭니다');
    await page.goto(link);
    await page.locator('main').getByRole('link', { name: '계정 만들기' }).click();
    await expect(page.getByText('초대를 받으셨습니다. 계정을 만든 뒤', { exact: false })).toBeVisible();
    await make();
    await page.getByRole('button', { name: '초대 수락' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('cells for guests');
  } finally {
    await server.kill('SIGTERM');
  }
});
