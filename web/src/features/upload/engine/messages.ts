import type { ProblemItem } from '@/lib/problem';
import type { Picked } from './collect';
import type { PreviewEvent, UploadEvent, UploadPlan } from './engine';

/** What the page says to the worker. */
export type ToWorker =
  | { kind: 'plan'; id: string; plan: UploadPlan }
  | { kind: 'files'; id: string; files: Picked[] }
  | { kind: 'start' | 'preview' | 'release' | 'pause' | 'resume' | 'cancel'; id: string };

export interface PlainProblem {
  status: number;
  code: string;
  detail: string;
  errors: readonly ProblemItem[];
  requestId: string | null;
}

/** An event whose problem has become plain: a class does not survive the way between threads; its fields do. */
export type Plain<Event extends { kind: string }> =
  Exclude<Event, { kind: 'failed' }> | { kind: 'failed'; problem: PlainProblem };

/** What the worker says to the page, of an upload or of a look ahead. */
export type FromWorker =
  { id: string; event: Plain<UploadEvent> } | { id: string; foreseen: Plain<PreviewEvent> };
