import type { Problem } from '@/lib/problem';
import type { RunningUpload, UploadEngine, UploadEvent, UploadPlan, UploadResult } from './engine';

export type UploadState =
  | { kind: 'waiting' }
  | { kind: 'sending'; sent: number; total: number; speed: number }
  | { kind: 'processing' }
  | { kind: 'done'; result: UploadResult }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'canceled' };

export interface QueuedUpload {
  id: number;
  name: string;
  plan: UploadPlan;
  state: UploadState;
}

export const isOver = ({ state }: QueuedUpload) =>
  state.kind === 'done' || state.kind === 'failed' || state.kind === 'canceled';

interface Clock {
  now: () => number;
}

/** Uploads one after the other, whatever screen is shown. Whoever draws them subscribes. */
export class UploadQueue {
  private uploads: readonly QueuedUpload[] = [];
  private readonly listeners = new Set<() => void>();
  private running: { id: number; upload: RunningUpload; since: number } | null = null;
  private last = 0;

  constructor(
    private readonly engine: UploadEngine,
    private readonly onDone: (result: UploadResult) => void,
    private readonly clock: Clock = performance,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly all = () => this.uploads;

  add(name: string, plan: UploadPlan): void {
    this.last += 1;
    this.replace([...this.uploads, { id: this.last, name, plan, state: { kind: 'waiting' } }]);
    this.next();
  }

  again(id: number): void {
    this.put(id, { kind: 'waiting' });
    this.next();
  }

  cancel(id: number): void {
    if (this.running?.id === id) this.running.upload.cancel();
    else this.put(id, { kind: 'canceled' });
  }

  dismiss(): void {
    this.replace(this.uploads.filter((upload) => !isOver(upload)));
  }

  private next(): void {
    const waiting = this.uploads.find(({ state }) => state.kind === 'waiting');
    if (this.running !== null || waiting === undefined) return;
    const { id, plan } = waiting;
    this.put(id, { kind: 'sending', sent: 0, total: plan.bytes, speed: 0 });
    const since = this.clock.now();
    this.running = { id, since, upload: this.engine.start(plan, (event) => this.hear(id, since, event)) };
  }

  private hear(id: number, since: number, event: UploadEvent): void {
    if (event.kind === 'sending') {
      const seconds = (this.clock.now() - since) / 1000;
      this.put(id, { ...event, speed: seconds > 0 ? event.sent / seconds : 0 });
      return;
    }
    this.put(id, event);
    if (event.kind === 'processing') return;
    this.running = null;
    if (event.kind === 'done') this.onDone(event.result);
    this.next();
  }

  private put(id: number, state: UploadState): void {
    this.replace(this.uploads.map((upload) => (upload.id === id ? { ...upload, state } : upload)));
  }

  private replace(uploads: readonly QueuedUpload[]): void {
    this.uploads = uploads;
    this.listeners.forEach((listener) => listener());
  }
}
