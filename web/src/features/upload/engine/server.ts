import type { components } from '@/gen/api';
import { api, body, csrfToken, done, renewCsrfToken } from '@/lib/api';
import { asProblem, problemOf, unreachable } from '@/lib/problem';
import type { ForeseenUpload, UploadPlan, UploadPreview } from './engine';
import type { Listed } from './zip';

export type PlanAnswer = components['schemas']['PlanAnswer'];
export type Uploaded = components['schemas']['Uploaded'];

/** Where the bytes of an upload are kept until the commit. */
export interface Session {
  dataset: string;
  upload: string;
  /** The dataset was made for this upload, and goes when the upload is canceled. */
  made: boolean;
}

export interface HashedFile {
  path: string;
  size: number;
  sha256: string;
}

/** Where the links of a plan lead: to the store, or for a page that can't reach it, to the server. */
export type Via = 'store' | 'server';

/** The steps of spec/direct-upload.md. Each throws a Problem where the server refuses or nobody answers. */
export interface UploadServer {
  createDataset: (plan: UploadPlan) => Promise<string>;
  open: (dataset: string, plan: UploadPlan) => Promise<string>;
  plan: (session: Session, files: readonly HashedFile[], via: Via) => Promise<PlanAnswer[]>;
  /** Sends one file as it was planned; an answer that is no success is thrown. */
  put: (
    answer: PlanAnswer,
    file: Blob,
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Paths of planned files that have not arrived: the first thousand of them. */
  seal: (session: Session) => Promise<string[]>;
  preview: (session: Session) => Promise<UploadPreview>;
  /** What `files` would make where the plan leads, by their names; it begins nothing. */
  foresee: (plan: UploadPlan, files: readonly Listed[]) => Promise<ForeseenUpload>;
  commit: (session: Session) => Promise<Uploaded>;
  abort: (session: Session) => Promise<void>;
}

/* A browser sets these itself and forbids anybody else to. */
const FORBIDDEN = /^(content-length|host|connection|expect|transfer-encoding)$/i;

const withHint = async (dataset: string, formatHint: string | null) => {
  if (formatHint === null) return;
  const format = formatHint as components['schemas']['Format'];
  await body(api.PUT('/api/v1/datasets/{id}', { params: { path: { id: dataset } }, body: { format } }));
};

const problemIn = (request: XMLHttpRequest) => {
  let told: unknown = null;
  try {
    told = JSON.parse(request.responseText);
  } catch {
    // a store answers in a language of its own
  }
  return problemOf(request.status, told, request.getResponseHeader('X-Request-Id'));
};

const put: UploadServer['put'] = (answer, file, onSent, signal) =>
  new Promise((resolve, reject) => {
    const address = new URL(answer.url ?? '', globalThis.location.origin);
    const request = new XMLHttpRequest(); // fetch tells nothing of how much has been sent
    request.open('PUT', address);
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
      if (!FORBIDDEN.test(name)) request.setRequestHeader(name, value);
    }
    if (address.origin === globalThis.location.origin) {
      request.setRequestHeader('X-CSRF-Token', csrfToken() ?? '');
    }
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(problemIn(request));
    };
    request.onerror = () => reject(unreachable());
    const stop = () => request.abort();
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', stop, { once: true });
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.send(file);
  });

const at = ({ dataset, upload }: Session) => ({ params: { path: { id: dataset, upload_id: upload } } });

const labelsOf = (target: UploadPlan['target']) => {
  const labels = target.kind === 'existing' ? target.labels : 'no';
  return labels === 'no' ? { labels_only: false, mode: null } : { labels_only: true, mode: labels };
};

/** The server behind this page. */
export const httpServer: UploadServer = {
  createDataset: async ({ target }) => {
    if (target.kind === 'existing') return target.dataset;
    const { name, visibility, taskType } = target;
    const task_type = taskType as components['schemas']['TaskType'] | null;
    const made = await body(api.POST('/api/v1/datasets', { body: { name, visibility, task_type } }));
    await withHint(made.id, target.formatHint);
    return made.id;
  },
  open: async (dataset, { target }) => {
    await renewCsrfToken().catch(() => {
      throw unreachable();
    });
    const path = { params: { path: { id: dataset } } };
    return (await body(api.POST('/api/v1/datasets/{id}/uploads', { ...path, body: labelsOf(target) })))
      .upload_id;
  },
  plan: (session, files, via) => {
    const { path } = at(session).params;
    const params = { path, query: { via } };
    return body(api.POST('/api/v1/datasets/{id}/uploads/{upload_id}/files', { params, body: [...files] }));
  },
  put: async (answer, file, onSent, signal) => {
    try {
      await put(answer, file, onSent, signal);
    } catch (thrown) {
      // Another tab has signed in or out: the right to send comes with the link, the token with the cookie.
      if ((thrown as { code?: string }).code !== 'csrf_required') throw thrown;
      await renewCsrfToken();
      await put(answer, file, onSent, signal);
    }
  },
  seal: async (session) =>
    (await body(api.POST('/api/v1/datasets/{id}/uploads/{upload_id}/seal', at(session)))).paths,
  preview: (session) =>
    body(api.POST('/api/v1/datasets/{id}/uploads/{upload_id}/preview', { ...at(session), body: {} })),
  foresee: async ({ archive, target }, files) => {
    if (csrfToken() === null) await renewCsrfToken(); // a refusal would cost sending all names twice
    if (target.kind === 'new') {
      const hints = {
        format_hint: target.formatHint as components['schemas']['Format'] | null,
        task_type: target.taskType as components['schemas']['TaskType'] | null,
      };
      const strip_top = archive === null ? 'never' : 'auto';
      return body(api.POST('/api/v1/uploads/preview', { body: { files: [...files], strip_top, ...hints } }));
    }
    const params = { path: { id: target.dataset } };
    const asked = { files: [...files], ...labelsOf(target) };
    return body(api.POST('/api/v1/datasets/{id}/uploads/preview', { params, body: asked }));
  },
  commit: (session) =>
    body(api.POST('/api/v1/datasets/{id}/uploads/{upload_id}/commit', { ...at(session), body: {} })),
  abort: async (session) => {
    await done(api.DELETE('/api/v1/datasets/{id}/uploads/{upload_id}', at(session)));
    if (!session.made) return;
    const path = { id: session.dataset };
    const query = { storage: true, if_unused: true };
    try {
      await done(api.DELETE('/api/v1/datasets/{id}', { params: { path, query } }));
    } catch (thrown) {
      if (asProblem(thrown).code !== 'precondition_failed') throw thrown; // else something else went in meanwhile
    }
  },
};
