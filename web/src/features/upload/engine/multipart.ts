import type { components } from '@/gen/api';
import { csrfToken, renewCsrfToken } from '@/lib/api';
import { problemOf, unreachable } from '@/lib/problem';
import type { RunningUpload, UploadEngine, UploadEvent, UploadPlan, UploadResult } from './engine';

type Uploaded = components['schemas']['Uploaded'];

/** The form as the server reads it: fields first, each file under its whole path. */
export const formOf = ({ files, archive, target }: UploadPlan): FormData => {
  const form = new FormData();
  const field = (name: string, value: string | null) => {
    if (value !== null && value !== '') form.append(name, value);
  };
  if (target.kind === 'new') {
    field('name', target.name);
    field('visibility', target.visibility);
    field('task_type', target.taskType);
    field('format_hint', target.formatHint);
    if (archive === null) field('strip_top', 'false'); // the folder around everything has been left out already
  } else {
    if (archive !== null) field('prefix', target.prefix); // paths of files have it already
    if (target.labels !== 'no') {
      field('labels_only', 'true');
      field('mode', target.labels);
    }
  }
  if (archive !== null) form.append('file', archive.file, archive.path);
  else for (const { path, file } of files) form.append('files', file, path);
  return form;
};

const addressOf = ({ target }: UploadPlan) =>
  target.kind === 'new' ? '/api/v1/datasets/upload' : `/api/v1/datasets/${target.dataset}/upload`;

const resultOf = (told: Uploaded): UploadResult => ({
  dataset: told.dataset_id,
  added: told.added,
  changed: told.changed,
  unchanged: told.unchanged,
  removed: told.removed,
  images: told.num_images,
  warnings: told.warnings,
  detour: false,
});

const unpausable = { pausable: false, pause: () => undefined, resume: () => undefined };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const problemIn = (request: XMLHttpRequest) =>
  problemOf(request.status, parsed(request.responseText), request.getResponseHeader('X-Request-Id'));

/* A form is one body: which of its files have gone is not to be seen from here. */
const sending = (plan: UploadPlan, sent: number, total: number): UploadEvent => ({
  kind: 'sending',
  sent,
  total,
  files: 0,
  allFiles: plan.files.length,
  present: 0,
  stalled: false,
  detour: false,
});

/** The upload's id as the server takes one: its events about this request carry it. */
export const uuidOf = (id: string) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const send = (plan: UploadPlan, onEvent: (event: UploadEvent) => void): RunningUpload => {
  const request = new XMLHttpRequest(); // fetch tells nothing of how much has been sent
  request.open('POST', addressOf(plan));
  request.setRequestHeader('X-CSRF-Token', csrfToken() ?? '');
  request.setRequestHeader('Gotgan-Upload', uuidOf(plan.id));
  request.upload.onprogress = ({ loaded, total }) => onEvent(sending(plan, loaded, total));
  request.upload.onload = () => onEvent({ kind: 'processing', upload: uuidOf(plan.id) });
  request.onload = () => {
    if (request.status >= 200 && request.status < 300) {
      onEvent({ kind: 'done', result: resultOf(parsed(request.responseText) as Uploaded) });
    } else {
      onEvent({ kind: 'failed', problem: problemIn(request) });
    }
  };
  request.onerror = () => onEvent({ kind: 'failed', problem: unreachable() });
  request.onabort = () => onEvent({ kind: 'canceled' });
  onEvent({ kind: 'named', upload: uuidOf(plan.id) });
  onEvent(sending(plan, 0, plan.bytes));
  request.send(formOf(plan));
  return { ...unpausable, cancel: () => request.abort() };
};

/** One multipart request an upload: the whole form is judged, then stored, then committed, or nothing is. */
export const multipartEngine: Pick<UploadEngine, 'start'> = {
  start: (plan, onEvent) => {
    let running: RunningUpload | null = null;
    let canceled = false;
    // A long-open page may hold the token of a session that was renewed; asking is cheaper than sending twice.
    void renewCsrfToken().then(
      () => {
        if (!canceled) running = send(plan, onEvent);
      },
      () => {
        if (!canceled) onEvent({ kind: 'failed', problem: unreachable() });
      },
    );
    return {
      ...unpausable,
      cancel: () => {
        canceled = true;
        if (running === null) onEvent({ kind: 'canceled' });
        else running.cancel();
      },
    };
  },
};
