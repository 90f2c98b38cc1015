import type { paths } from '@/gen/api';
import createClient from 'openapi-fetch';
import { problemOf, unreachable } from './problem';

const SAFE = new Set(['GET', 'HEAD']);
let csrf: string | null = null;

export const csrfToken = () => csrf;
export const keepCsrfToken = (token: string | null) => {
  csrf = token;
};

/** Asks for the token that belongs to the cookie as it is now: another tab may have signed in or out meanwhile. */
export const renewCsrfToken = async () => {
  const answer = await fetch('/api/v1/auth/me');
  const me = (await answer.json()) as { csrf_token: string | null };
  keepCsrfToken(me.csrf_token);
};

const signed = (request: Request) => {
  if (csrf !== null && !SAFE.has(request.method)) {
    request.headers.set('X-CSRF-Token', csrf);
  }
  return request;
};

const refusedForToken = async (answer: Response) => {
  if (answer.status !== 403) return false;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  return problemOf(answer.status, body, null).code === 'csrf_required';
};

const send = async (request: Request): Promise<Response> => {
  const again = request.clone();
  try {
    const answer = await fetch(signed(request));
    if (SAFE.has(request.method) || !(await refusedForToken(answer))) return answer;
    await renewCsrfToken();
    return await fetch(signed(again));
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw unreachable();
  }
};

/** The whole API, typed by api/openapi/gotgan.yaml. */
export const api = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: send });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

const requestId = (response: Response) => response.headers.get('X-Request-Id');

/** The answer's body; whatever is no success is thrown as a Problem. */
export const body = async <T>(asked: Promise<Answer<T>>): Promise<NonNullable<T>> => {
  const answer = await asked;
  if (!answer.response.ok || answer.data === undefined || answer.data === null) {
    throw problemOf(answer.response.status, answer.error, requestId(answer.response));
  }
  return answer.data;
};

/** For what answers without a body. */
export const done = async (asked: Promise<Answer<unknown>>): Promise<void> => {
  const answer = await asked;
  if (!answer.response.ok) {
    throw problemOf(answer.response.status, answer.error, requestId(answer.response));
  }
};

/** A page of a list, and where the next one begins. */
export interface Page<Row> {
  rows: Row[];
  next: string | null;
  totals: { count: number; images: number } | null;
}

const nextCursor = (link: string | null) => {
  const address = /<([^>]*)>;\s*rel="next"/.exec(link ?? '')?.[1];
  return address === undefined
    ? null
    : new URL(address, globalThis.location.origin).searchParams.get('cursor');
};

export const page = async <Row>(asked: Promise<Answer<Row[]>>): Promise<Page<Row>> => {
  const answer = await asked;
  const rows = await body(Promise.resolve(answer));
  const count = answer.response.headers.get('X-Total-Count');
  return {
    rows,
    next: nextCursor(answer.response.headers.get('Link')),
    totals:
      count === null
        ? null
        : { count: Number(count), images: Number(answer.response.headers.get('X-Total-Images') ?? 0) },
  };
};
