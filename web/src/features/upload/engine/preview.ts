import { asProblem, Problem, type ProblemItem } from '@/lib/problem';
import type { PreviewEvent, UploadPlan } from './engine';
import { batchesOf, Hashing, type HashingParts } from './hashing';
import { patiently, type Wait } from './patience';
import type { Session, UploadServer } from './server';

export interface PreviewParts extends HashingParts {
  server: UploadServer;
  wait: Wait;
}

/**
 * What an upload into a dataset would make of it, before any byte is sent: the files are hashed and planned, and the
 * server tells what a commit would do.
 *
 * The upload that follows, under the same id, goes on from here: session and hashes are kept as those of an interrupted
 * one are, so nothing is read or planned in vain. Whoever decides otherwise cancels, and no session is left behind.
 */
export class DirectPreview {
  private readonly stop = new AbortController();
  private readonly refused: ProblemItem[] = [];
  private released = false;

  constructor(
    private readonly parts: PreviewParts,
    private readonly plan: UploadPlan,
    private readonly onEvent: (event: PreviewEvent) => void,
  ) {}

  /** Stops, and gives back what was begun. */
  cancel(): void {
    this.stop.abort();
  }

  /** Stops, and leaves what was begun to the upload. */
  release(): void {
    this.released = true;
    this.stop.abort();
  }

  async run(): Promise<void> {
    let session: Session | null = null;
    try {
      session = await this.open();
      await this.compare(session);
      if (this.refused.length > 0) throw this.refusal();
      this.stop.signal.throwIfAborted();
      const preview = await Promise.race([this.parts.server.preview(session), this.stopped()]);
      this.stop.signal.throwIfAborted();
      this.onEvent({ kind: 'previewed', preview });
    } catch (thrown) {
      if (!this.stop.signal.aborted) this.onEvent({ kind: 'failed', problem: asProblem(thrown) });
    }
    if (session !== null && this.stop.signal.aborted && !this.released) await this.undo(session);
  }

  /* An analysis takes seconds, and whoever pressed "start" meanwhile does not wait for it. */
  private stopped(): Promise<never> {
    const { signal } = this.stop;
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  }

  private async open(): Promise<Session> {
    const { plan } = this;
    const { server, memory } = this.parts;
    const dataset = await server.createDataset(plan);
    const upload = await server.open(dataset, plan);
    const session: Session = { dataset, upload, made: false };
    if (this.stop.signal.aborted) {
      await server.abort(session).catch(() => undefined);
      this.stop.signal.throwIfAborted();
    }
    const { id, name, owner, target, bytes, files } = plan;
    const kept = { id, name, owner, target, session, bytes, files: files.length, at: Date.now() };
    await memory.keep({ ...kept, previewed: true });
    return session;
  }

  private async compare(session: Session): Promise<void> {
    const { id, files } = this.plan;
    const hashing = new Hashing(this.parts, id, this.stop.signal);
    let done = 0;
    const tell = () => this.onEvent({ kind: 'comparing', done, all: files.length });
    const ready = () => {
      this.stop.signal.throwIfAborted();
      return Promise.resolve();
    };
    tell();
    for (const batch of batchesOf(files)) {
      const hashed = await hashing.of(batch, ready, (path, detail) =>
        this.refused.push({ path, code: 'file_unreadable', detail }),
      );
      if (hashed.length === 0) continue;
      const rows = hashed.map((one) => one.hashed);
      const answers = await patiently(
        async () => {
          await ready();
          return this.parts.server.plan(session, rows, 'store'); // nothing is sent yet
        },
        (pause) => this.parts.wait(pause),
      );
      for (const { path, status, refused } of answers) {
        if (status === 'refused') {
          this.refused.push({ path, code: refused?.code ?? 'refused', detail: refused?.detail ?? '' });
        }
      }
      done += batch.length;
      tell();
    }
  }

  private refusal(): Problem {
    const errors = this.refused;
    return new Problem({ status: 422, code: errors[0]?.code ?? 'refused', detail: '', errors });
  }

  private async undo(session: Session): Promise<void> {
    await this.parts.memory.forget(this.plan.id);
    await this.parts.server.abort(session).catch(() => undefined); // it ends by itself in two days
  }
}
