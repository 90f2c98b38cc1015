import type { components } from '@/gen/api';
import type { Problem } from '@/lib/problem';
import type { Picked } from './collect';

/** What an upload shall do. */
export interface UploadPlan {
  /** Names the upload on this computer, also after the page was loaded anew. */
  id: string;
  name: string;
  /** Who uploads: nobody else at this browser is offered to go on with it. */
  owner: number;
  files: readonly Picked[];
  archive: Picked | null;
  bytes: number;
  target: NewTarget | ExistingTarget;
}

export interface NewTarget {
  kind: 'new';
  name: string;
  visibility: 'private' | 'public';
  taskType: string | null;
  formatHint: string | null;
}

export interface ExistingTarget {
  kind: 'existing';
  dataset: string;
  prefix: string;
  labels: 'no' | 'merge' | 'replace';
}

/** What an upload did, as the server counted it. */
export interface UploadResult {
  dataset: string;
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  images: number;
  warnings: readonly { code: string; count: number; detail: string }[];
  /** The bucket took no files from this page, so they went through the server. */
  detour: boolean;
}

/** How far it is, in bytes and in files; `present` of the files were there before and were not sent. */
export interface Progress {
  sent: number;
  total: number;
  files: number;
  allFiles: number;
  present: number;
  /** Nobody answers just now; it goes on by itself when somebody does. */
  stalled: boolean;
  /** The bucket takes no files from this page, so they go through the server. */
  detour: boolean;
}

export type UploadEvent =
  /** What the server calls it in its events, from before the first of them. */
  | { kind: 'named'; upload: string }
  | ({ kind: 'sending' } & Progress)
  /** Everything was sent; the server, which calls it `upload` in its events, makes of it what it shall be. */
  | { kind: 'processing'; upload: string }
  | { kind: 'done'; result: UploadResult }
  /** `problem.errors` names the files that could not be sent; what was sent need not be sent again. */
  | { kind: 'failed'; problem: Problem }
  | { kind: 'canceled' };

/** What an upload would make of a dataset, as the server foresees it. */
export type UploadPreview = components['schemas']['UploadPreview'];

/** The same from names and sizes alone. */
export type ForeseenUpload = components['schemas']['ForeseenUpload'];

/** Why nobody can say what is in there: a tar has no list, a zip's is damaged, or there are too many names. */
export type Unseen = 'tar' | 'damaged' | 'many';

export type PreviewEvent =
  | { kind: 'comparing'; done: number; all: number }
  | { kind: 'previewed'; preview: UploadPreview }
  /** By names; `files`, `images` and `bytes` are those of the upload, of an archive those that it lists. */
  | { kind: 'foreseen'; foreseen: ForeseenUpload; files: number; images: number; bytes: number }
  | { kind: 'unseen'; why: Unseen }
  | { kind: 'failed'; problem: Problem };

export interface RunningPreview {
  /** Gives back what was begun. */
  cancel: () => void;
  /** Leaves what was begun to the upload of the same id, which starts now. */
  release: () => void;
}

export interface RunningUpload {
  /** False where it can only be stopped for good: a form is one request. */
  readonly pausable: boolean;
  /** Finishes what is on its way and sends no more. */
  pause: () => void;
  resume: () => void;
  /** Ends it; the event `canceled` follows unless it was over before. */
  cancel: () => void;
}

/**
 * Carries uploads out. It knows no framework and draws nothing: a screen hands it a plan and listens.
 *
 * Exactly one of `done`, `failed` and `canceled` ends each upload, and nothing follows it. Until `done` the dataset
 * is what it was. A plan that failed may be started again, with the same id: what arrived is not sent twice.
 */
export interface UploadEngine {
  start: (plan: UploadPlan, onEvent: (event: UploadEvent) => void) => RunningUpload;
  /** Lets go of what a plan that does not run has sent so far. */
  discard: (plan: UploadPlan) => Promise<void>;
  /** Plans that a page of this person left unfinished, without their files. */
  unfinished: (owner: number) => Promise<UploadPlan[]>;
}

/** Looks ahead: files beside a dataset that is there by their hashes, all else by its names. */
export interface Previewer {
  preview: (plan: UploadPlan, onEvent: (event: PreviewEvent) => void) => RunningPreview;
}

/** Why other files than those of an unfinished plan were chosen; null where they are the same. */
export type Mismatch = { missing: number; example: string } | null;

/** Looks whether these are the files that a plan began with, by path and size. */
export interface Recognizer {
  compare: (plan: UploadPlan, files: readonly Picked[]) => Promise<Mismatch>;
}
