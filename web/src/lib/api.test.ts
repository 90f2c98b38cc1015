import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api, body, keepCsrfToken, page } from './api';
import { Problem } from './problem';

/** A server of three lines: it hears requests and answers what the story says. */
const heard: Request[] = [];
let answers: Response[] = [];

const json = (status: number, told: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(told), { status, headers: { 'Content-Type': 'application/json', ...headers } });

beforeEach(() => {
  heard.length = 0;
  vi.stubGlobal('fetch', (request: Request | string) => {
    heard.push(typeof request === 'string' ? new Request(new URL(request, location.origin)) : request);
    const answer = answers.shift();
    return answer === undefined ? Promise.reject(new TypeError('no answer')) : Promise.resolve(answer);
  });
});
afterEach(() => vi.unstubAllGlobals());

it('sends the token with a change and not with a question', async () => {
  keepCsrfToken('of-the-cookie');
  answers = [json(200, []), json(201, { id: 'x' })];
  await api.GET('/api/v1/auth/tokens');
  await api.POST('/api/v1/datasets', { body: { name: 'cells' } });
  expect(heard.map((request) => request.headers.get('X-CSRF-Token'))).toEqual([null, 'of-the-cookie']);
});

it('asks for a new token and repeats when another tab has signed in', async () => {
  keepCsrfToken('old');
  answers = [json(403, { code: 'csrf_required' }), json(200, { csrf_token: 'new' }), json(201, { id: 'x' })];
  const made = await body(api.POST('/api/v1/datasets', { body: { name: 'cells' } }));
  expect(made.id).toBe('x');
  expect(heard.map((request) => request.headers.get('X-CSRF-Token'))).toEqual(['old', null, 'new']);
  expect(await heard[2]?.json()).toEqual({ name: 'cells' });
});

it('does not repeat what was refused for another reason', async () => {
  answers = [json(403, { code: 'forbidden', detail: 'no' }, { 'X-Request-Id': 'abc' })];
  const refused = await body(api.POST('/api/v1/datasets', { body: { name: 'cells' } })).catch(
    (e: unknown) => e,
  );
  expect(refused).toBeInstanceOf(Problem);
  expect(refused).toMatchObject({ status: 403, code: 'forbidden', message: 'no', requestId: 'abc' });
  expect(heard).toHaveLength(1);
});

it('calls a server that does not answer unreachable', async () => {
  answers = [];
  await expect(body(api.GET('/api/v1/auth/me'))).rejects.toMatchObject({ code: 'unreachable', status: 0 });
});

it('understands a proxy that answers with a page', async () => {
  answers = [new Response('<html>', { status: 502, headers: { 'Content-Type': 'text/html' } })];
  await expect(body(api.GET('/api/v1/auth/me'))).rejects.toMatchObject({
    code: 'unknown_answer',
    status: 502,
  });
});

it('finds where the next page begins', async () => {
  const link = '</api/v1/datasets/available?q=a&cursor=ab%2Bc%3D>; rel="next"';
  answers = [json(200, [], { Link: link, 'X-Total-Count': '7', 'X-Total-Images': '900' }), json(200, [])];
  const first = await page(api.GET('/api/v1/datasets/available'));
  expect(first).toMatchObject({ next: 'ab+c=', totals: { count: 7, images: 900 } });
  expect((await page(api.GET('/api/v1/datasets/available'))).next).toBeNull();
});
