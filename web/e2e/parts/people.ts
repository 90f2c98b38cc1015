import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test';
import { request } from '@playwright/test';

export const ADMIN = { email: 'admin@localhost', password: process.env['GOTGAN_E2E_PASSWORD'] ?? '' };
export const base = process.env['GOTGAN_E2E_URL'] ?? 'http://127.0.0.1:8080';
let made = 0;

export interface Person {
  email: string;
  password: string;
}

/** Somebody who talks to the API without a screen: the stage is set by it, the stories are told on screens. */
const signedIn = async (person: Person): Promise<APIRequestContext> => {
  const visitor = await request.newContext({ baseURL: base });
  const token = async (context: APIRequestContext) =>
    ((await (await context.get('/api/v1/auth/me')).json()) as { csrf_token: string }).csrf_token;
  const answer = await visitor.post('/api/v1/auth/login', {
    data: person,
    headers: { 'X-CSRF-Token': await token(visitor) },
  });
  if (!answer.ok())
    throw new Error(`${person.email} can't sign in: ${answer.status()} ${await answer.text()}`);
  return request.newContext({
    baseURL: base,
    storageState: await visitor.storageState(),
    extraHTTPHeaders: { 'X-CSRF-Token': await token(visitor) },
  });
};

export const newPerson = async (name: string): Promise<Person> => {
  made += 1;
  const person = {
    email: `${name}-${made}-${process.pid}@example.test`,
    password: 'a long enough passphrase',
  };
  const admin = await signedIn(ADMIN);
  const answer = await admin.post('/api/v1/users', { data: person });
  if (answer.status() !== 201) throw new Error(`no ${name}: ${await answer.text()}`);
  await admin.dispose();
  return person;
};

export interface UploadedFile {
  path: string;
  bytes: Buffer;
}

/** A dataset that is there before the story begins; answers its id. */
export const givenDataset = async (owner: Person, name: string, files: UploadedFile[]): Promise<string> => {
  const api = await signedIn(owner);
  const form = new FormData();
  form.append('name', name);
  for (const { path, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), path);
  const answer = await api.post('/api/v1/datasets/upload', { multipart: form });
  if (answer.status() !== 201) throw new Error(`no dataset: ${await answer.text()}`);
  const { dataset_id } = (await answer.json()) as { dataset_id: string };
  await api.dispose();
  return dataset_id;
};

/** A role that was given before the story begins. */
export const givenRole = async (owner: Person, dataset: string, email: string, role: 'viewer' | 'editor') => {
  const api = await signedIn(owner);
  const answer = await api.post(`/api/v1/datasets/${dataset}/permissions`, { data: { email, role } });
  if (answer.status() !== 201) throw new Error(`${email} is no ${role}: ${await answer.text()}`);
  await api.dispose();
};

/** An organization that is there before the story begins, with its members; answers its id. */
export const givenOrganization = async (
  founder: Person,
  name: string,
  members: Person[],
): Promise<number> => {
  const api = await signedIn(founder);
  const made = await api.post('/api/v1/organizations', { data: { name } });
  if (made.status() !== 201) throw new Error(`no organization: ${await made.text()}`);
  const { id } = (await made.json()) as { id: number };
  for (const { email } of members) {
    const added = await api.post(`/api/v1/organizations/${id}/members`, { data: { email } });
    if (added.status() !== 201) throw new Error(`${email} is no member: ${await added.text()}`);
  }
  await api.dispose();
  return id;
};

/** The link of an invitation that waits for somebody. */
export const givenInvitation = async (owner: Person, dataset: string, email: string): Promise<string> => {
  const api = await signedIn(owner);
  const data = { email, role: 'viewer' };
  const made = await api.post(`/api/v1/datasets/${dataset}/invitations`, { data });
  if (made.status() !== 201) throw new Error(`no invitation: ${await made.text()}`);
  const { url } = (await made.json()) as { url: string };
  await api.dispose();
  return url;
};

export interface Taste {
  language: 'ko' | 'en';
  scheme: 'light' | 'dark';
}

export const KOREAN: Taste = { language: 'ko', scheme: 'light' };
export const ENGLISH: Taste = { language: 'en', scheme: 'dark' };

/** A browser of its own for a person, as if on a computer of their own. */
export const browserOf = async (
  browser: Browser,
  { language, scheme }: Taste,
  baseURL = base,
): Promise<BrowserContext> =>
  browser.newContext({
    baseURL,
    locale: language === 'ko' ? 'ko-KR' : 'en-US',
    colorScheme: scheme,
    viewport: { width: 1440, height: 900 },
  });

const WORDS = {
  ko: { email: '이메일', password: '비밀번호', submit: '로그인' },
  en: { email: 'E-mail', password: 'Password', submit: 'Sign in' },
} as const;

/** Through the screen, as a person does it. */
export const signIn = async (page: Page, person: Person, { language }: Taste, next = '/datasets') => {
  const words = WORDS[language];
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel(words.email).fill(person.email);
  await page.getByLabel(words.password, { exact: true }).fill(person.password);
  await page.locator('form').getByRole('button', { name: words.submit }).click();
  await page.waitForURL(`**${next}`);
};

export const screenOf = async (browser: Browser, person: Person, taste: Taste, next = '/datasets') => {
  const page = await (await browserOf(browser, taste)).newPage();
  await signIn(page, person, taste, next);
  return page;
};
