/** One wrong input of several, as the server names it. */
export interface ProblemItem {
  path?: string;
  line?: number;
  code?: string;
  detail?: string;
}

/** Why a request could not be served: RFC 9457 from the server, or `unreachable` when nobody answered. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly ProblemItem[];
  /** Names this very request in the server's log. */
  readonly requestId: string | null;

  constructor(told: {
    status: number;
    code: string;
    detail: string;
    errors?: readonly ProblemItem[];
    requestId?: string | null;
  }) {
    super(told.detail);
    this.name = 'Problem';
    this.status = told.status;
    this.code = told.code;
    this.errors = told.errors ?? [];
    this.requestId = told.requestId ?? null;
  }
}

export const unreachable = () => new Problem({ status: 0, code: 'unreachable', detail: '' });

/** Whatever was thrown, as a problem; a defect of our own is one too, and keeps its sentence. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof Problem
    ? thrown
    : new Problem({
        status: 0,
        code: 'defect',
        detail: thrown instanceof Error ? thrown.message : String(thrown),
      });

/** Reads a body that may be a problem document, or anything at all if a proxy answered in the server's place. */
export const problemOf = (status: number, body: unknown, requestId: string | null): Problem => {
  const told = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return new Problem({
    status,
    code: typeof told['code'] === 'string' ? told['code'] : 'unknown_answer',
    detail: typeof told['detail'] === 'string' ? told['detail'] : '',
    errors: Array.isArray(told['errors']) ? (told['errors'] as ProblemItem[]) : [],
    requestId,
  });
};
