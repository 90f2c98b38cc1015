import type { ProblemItem } from '@/lib/problem';
import type { Picked } from './collect';
import type { UploadEvent, UploadPlan } from './engine';

/** What the page says to the worker. */
export type ToWorker =
  | { kind: 'plan'; id: string; plan: UploadPlan }
  | { kind: 'files'; id: string; files: Picked[] }
  | { kind: 'start' | 'pause' | 'resume' | 'cancel'; id: string };

interface PlainProblem {
  status: number;
  code: string;
  detail: string;
  errors: readonly ProblemItem[];
  requestId: string | null;
}

/** What the worker says to the page. */
export interface FromWorker {
  id: string;
  event: Exclude<UploadEvent, { kind: 'failed' }> | { kind: 'failed'; problem: PlainProblem };
}
