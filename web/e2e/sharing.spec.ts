import { expect, test } from '@playwright/test';
import { picture } from './parts/folders';
import { browserOf, ENGLISH, givenDataset, KOREAN, newPerson, screenOf } from './parts/people';

test('owner, editor, viewer and stranger side by side', async ({ browser }) => {
  const [owner, friend, stranger] = [
    await newPerson('owner'),
    await newPerson('friend'),
    await newPerson('stranger'),
  ];
  const id = await givenDataset(owner, 'shared cells', [{ path: 'cat/a.png', bytes: picture(1) }]);
  const address = `/datasets/${id}`;

  const owners = await screenOf(browser, owner, KOREAN, `${address}/share`);
  const strangers = await screenOf(browser, stranger, ENGLISH, address);
  await expect(strangers.getByText('There is no such dataset, or you may not see it.')).toBeVisible();

  await owners.getByLabel('팀원 이메일').fill(friend.email);
  await owners.getByRole('button', { name: '공유하기' }).click();
  await expect(owners.getByRole('table').getByText(friend.email)).toBeVisible();

  // A viewer sees it, and none of what a viewer may not do.
  const friends = await screenOf(browser, friend, ENGLISH, address);
  await expect(friends.getByRole('heading', { level: 1 })).toHaveText('shared cells');
  await expect(friends.getByRole('button', { name: 'Add files' })).toHaveCount(0);
  await expect(friends.getByRole('link', { name: 'Settings' })).toHaveCount(0);
  await friends.getByRole('link', { name: 'Share' }).click();
  await expect(friends.getByText('Your role is Viewer.')).toBeVisible();
  await expect(friends.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0);

  // An editor adds and edits, and neither shares nor deletes.
  await owners.getByLabel(`${friend.email} 님의 역할`).first().click();
  await owners.getByRole('option', { name: '편집자' }).click();
  await expect(owners.getByText(`${friend.email} 님에게 편집자 역할을 주었습니다`)).toBeVisible();
  await friends.reload();
  await expect(friends.getByText('Your role is Editor.')).toBeVisible();
  await expect(friends.getByRole('button', { name: 'Add files' })).toBeVisible();
  await friends.getByRole('link', { name: 'Settings' }).click();
  await friends.getByLabel('Name').fill('shared cells, checked');
  await friends.getByRole('button', { name: 'Save' }).click();
  await expect(friends.getByRole('heading', { level: 1 })).toHaveText('shared cells, checked');
  await expect(friends.getByRole('button', { name: 'Delete dataset' })).toHaveCount(0);

  // The right is withdrawn while the editor is typing: the screen follows.
  await friends.getByLabel('Name').fill('too late');
  await owners.getByRole('button', { name: `${friend.email} 님의 권한 빼기` }).click();
  await owners.getByRole('dialog').getByRole('button', { name: '빼기', exact: true }).click();
  await expect(owners.getByRole('table').getByText(friend.email)).toHaveCount(0);
  await expect(friends.getByText('There is no such dataset, or you may not see it.')).toBeVisible();
  await friends.getByRole('link', { name: 'To the datasets' }).click();
  await expect(friends.getByRole('heading', { level: 1 })).toHaveText('Datasets');
  await expect(friends.getByText('shared cells')).toHaveCount(0);
});

test('public means everybody, and a visitor is shown no control', async ({ browser }) => {
  const owner = await newPerson('owner');
  const id = await givenDataset(owner, 'open cells', [{ path: 'cat/a.png', bytes: picture(2) }]);
  const visitor = await (await browserOf(browser, ENGLISH)).newPage();
  await visitor.goto(`/datasets/${id}`);
  await expect(visitor.getByText('There is no such dataset, or you may not see it.')).toBeVisible();

  const owners = await screenOf(browser, owner, ENGLISH, `/datasets/${id}/share`);
  await owners.getByRole('radio', { name: 'Public' }).click();
  await expect(owners.getByText('Visibility changed: Public')).toBeVisible();

  await visitor.reload();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('open cells');
  await expect(visitor.getByText(owner.email)).toHaveCount(0);
  await expect(visitor.getByRole('button', { name: 'Add files' })).toHaveCount(0);
  await expect(visitor.getByRole('link', { name: 'Share' })).toHaveCount(0);
  await visitor.goto(`/datasets/${id}/history`);
  await expect(visitor.getByText('Sign in to see this screen')).toBeVisible();

  await owners.getByRole('radio', { name: 'Private' }).click();
  await expect(owners.getByText('Visibility changed: Private')).toBeVisible();
  await visitor.goto(`/datasets/${id}`);
  await expect(visitor.getByText('There is no such dataset, or you may not see it.')).toBeVisible();
});

test('somebody leaves what was shared with them', async ({ browser }) => {
  const [owner, friend] = [await newPerson('owner'), await newPerson('friend')];
  const id = await givenDataset(owner, 'left cells', [{ path: 'cat/a.png', bytes: picture(3) }]);
  const owners = await screenOf(browser, owner, ENGLISH, `/datasets/${id}/share`);
  await owners.getByLabel('E-mail of a teammate').fill(friend.email);
  await owners.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(owners.getByRole('table').getByText(friend.email)).toBeVisible();

  const friends = await screenOf(browser, friend, KOREAN, `/datasets/${id}/share`);
  await friends.getByRole('button', { name: '이 데이터셋에서 나가기' }).click();
  await friends.getByRole('dialog').getByRole('button', { name: '나가기', exact: true }).click();
  await expect(friends).toHaveURL(/\/datasets$/);
  await expect(friends.getByRole('heading', { level: 1 })).toHaveText('데이터셋');
  await expect(friends.getByText('left cells')).toHaveCount(0);
});

test('nobody is found by an unknown e-mail, and the reason is said in Korean', async ({ browser }) => {
  const owner = await newPerson('owner');
  const id = await givenDataset(owner, 'cells', [{ path: 'cat/a.png', bytes: picture(4) }]);
  const page = await screenOf(browser, owner, KOREAN, `/datasets/${id}/share`);
  await page.getByLabel('팀원 이메일').fill('nobody@example.test');
  await page.getByRole('button', { name: '공유하기' }).click();
  await expect(page.getByRole('alert')).toContainText('그런 계정이 없습니다');
  await expect(page.getByRole('alert')).toContainText(/요청 번호 [0-9a-f]{16}/);
});
