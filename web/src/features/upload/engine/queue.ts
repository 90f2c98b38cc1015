import type { Problem } from '@/lib/problem';
import type { Picked } from './collect';
import type { Progress, RunningUpload, UploadEngine, UploadEvent, UploadPlan, UploadResult } from './engine';

export type UploadState =
  | { kind: 'waiting' }
  /** The page was loaded anew: it goes on when the same files are chosen again. */
  | { kind: 'interrupted' }
  | ({ kind: 'sending'; speed: number; paused: boolean; pausable: boolean } & Progress)
  | { kind: 'processing'; upload: string }
  | { kind: 'done'; result: UploadResult }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'canceled' };

export interface QueuedUpload {
  id: string;
  name: string;
  plan: UploadPlan;
  state: UploadState;
}

export const isOver = ({ state }: QueuedUpload) =>
  state.kind === 'done' || state.kind === 'failed' || state.kind === 'canceled';

/** It would be lost, or at least stop, when the page is left. */
export const isBusy = (upload: QueuedUpload) => !isOver(upload) && upload.state.kind !== 'interrupted';

interface Clock {
  now: () => number;
}

interface Running {
  id: string;
  upload: RunningUpload;
}

/** The speed of the last while, not of all the time: a pause or a slow start is forgotten soon. */
class Speed {
  private seen: { at: number; sent: number }[] = [];

  constructor(private readonly clock: Clock) {}

  of(sent: number): number {
    const at = this.clock.now();
    this.seen = [...this.seen.filter((past) => at - past.at < 8000), { at, sent }];
    const first = this.seen[0];
    return first === undefined || at === first.at
      ? 0
      : Math.max(0, (sent - first.sent) / ((at - first.at) / 1000));
  }
}

/** Uploads one after the other, whatever screen is shown. Whoever draws them subscribes. */
export class UploadQueue {
  private uploads: readonly QueuedUpload[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly own = new Set<string>();
  private running: Running | null = null;

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

  /** Whether what the server calls so is, or was, an upload of this page. */
  readonly isOwn = (upload: string) => this.own.has(upload);

  add(plan: UploadPlan): void {
    this.replace([...this.uploads, { id: plan.id, name: plan.name, plan, state: { kind: 'waiting' } }]);
    this.next();
  }

  /** Brings back what an earlier page left unfinished; `plans` have no files yet. */
  recall(plans: readonly UploadPlan[]): void {
    const known = new Set(this.uploads.map(({ id }) => id));
    const back = plans
      .filter(({ id }) => !known.has(id))
      .map((plan): QueuedUpload => ({ id: plan.id, name: plan.name, plan, state: { kind: 'interrupted' } }));
    if (back.length > 0) this.replace([...this.uploads, ...back]);
  }

  /** Goes on with an interrupted one. */
  goOn(id: string, files: readonly Picked[]): void {
    this.replace(
      this.uploads.map((upload) =>
        upload.id === id
          ? { ...upload, plan: { ...upload.plan, files }, state: { kind: 'waiting' } }
          : upload,
      ),
    );
    this.next();
  }

  again(id: string): void {
    this.put(id, { kind: 'waiting' });
    this.next();
  }

  pause(id: string): void {
    this.turn(id, true);
  }

  resume(id: string): void {
    this.turn(id, false);
  }

  cancel(id: string): void {
    if (this.running?.id === id) this.running.upload.cancel();
    else {
      const plan = this.uploads.find((upload) => upload.id === id)?.plan;
      this.put(id, { kind: 'canceled' });
      if (plan !== undefined) void this.engine.discard(plan);
    }
  }

  dismiss(): void {
    this.uploads
      .filter((upload) => upload.state.kind === 'failed')
      .forEach(({ plan }) => void this.engine.discard(plan));
    this.replace(this.uploads.filter((upload) => !isOver(upload)));
  }

  private turn(id: string, paused: boolean): void {
    const state = this.uploads.find((upload) => upload.id === id)?.state;
    if (this.running?.id !== id || state?.kind !== 'sending' || !state.pausable) return;
    if (paused) this.running.upload.pause();
    else this.running.upload.resume();
    this.put(id, { ...state, paused, speed: 0 });
  }

  private next(): void {
    const waiting = this.uploads.find(({ state }) => state.kind === 'waiting');
    if (this.running !== null || waiting === undefined) return;
    const { id, plan } = waiting;
    const { bytes: total, files } = plan;
    const none = { sent: 0, total, files: 0, allFiles: files.length, present: 0 };
    const usual = { stalled: false, detour: false };
    this.put(id, { kind: 'sending', ...none, ...usual, speed: 0, paused: false, pausable: false });
    const speed = new Speed(this.clock);
    speed.of(0);
    this.running = { id, upload: this.engine.start(plan, (event) => this.hear(id, speed, event)) };
  }

  private hear(id: string, speed: Speed, event: UploadEvent): void {
    if (event.kind === 'named') {
      this.own.add(event.upload);
      this.replace([...this.uploads]);
      return;
    }
    if (event.kind === 'sending') {
      const state = this.uploads.find((upload) => upload.id === id)?.state;
      const paused = state?.kind === 'sending' && state.paused;
      const pausable = this.running?.upload.pausable ?? false;
      this.put(id, { ...event, paused, pausable, speed: paused ? 0 : speed.of(event.sent) });
      return;
    }
    this.put(id, event);
    if (event.kind === 'processing') return;
    this.running = null;
    if (event.kind === 'done') this.onDone(event.result);
    this.next();
  }

  private put(id: string, state: UploadState): void {
    this.replace(this.uploads.map((upload) => (upload.id === id ? { ...upload, state } : upload)));
  }

  private replace(uploads: readonly QueuedUpload[]): void {
    this.uploads = uploads;
    this.listeners.forEach((listener) => listener());
  }
}
