import type { Problem } from '@/lib/problem';
import type { Picked } from './collect';

/** What an upload shall do. */
export interface UploadPlan {
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
}

export type UploadEvent =
  | { kind: 'sending'; sent: number; total: number }
  | { kind: 'processing' }
  | { kind: 'done'; result: UploadResult }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'canceled' };

export interface RunningUpload {
  /** Ends it; the event `canceled` follows unless it was over before. */
  cancel: () => void;
}

/**
 * Carries uploads out. It knows no framework and draws nothing: a screen hands it a plan and listens.
 *
 * Exactly one of `done`, `failed` and `canceled` ends each upload, and nothing follows it. Until `done` the dataset
 * is what it was.
 */
export interface UploadEngine {
  start: (plan: UploadPlan, onEvent: (event: UploadEvent) => void) => RunningUpload;
}
