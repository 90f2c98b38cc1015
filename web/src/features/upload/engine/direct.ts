import { asProblem, Problem, type ProblemItem } from '@/lib/problem';
import type { Picked } from './collect';
import type { UploadEvent, UploadPlan, UploadResult } from './engine';
import { batchesOf, Hashing, type Hashed } from './hashing';
import type { UploadMemory } from './memory';
import { patiently, pauseAfter, type Wait } from './patience';
import { Pool } from './pool';
import type { PlanAnswer, Session, Uploaded, UploadServer } from './server';
import { Tally } from './tally';
import { Way } from './way';

/* Links live for minutes: one batch ahead is enough. */
const AHEAD = 500;
/* A browser opens six connections to a server of HTTP/1.1; one of them is left for everything else. */
const AT_ONCE = 5;
const ROUNDS = 5;
const NEARLY_MS = 30_000;

export interface Parts {
  server: UploadServer;
  memory: UploadMemory;
  hash: (file: Blob, signal: AbortSignal) => Promise<string>;
  wait: Wait;
  now: () => number;
  /** Runs something a little later, unless the upload is over by then. */
  later: (run: () => void, milliseconds: number) => void;
}

const codeOf = (thrown: unknown) => asProblem(thrown).code;

const resultOf = (told: Uploaded, detour: boolean): UploadResult => ({
  detour,
  dataset: told.dataset_id,
  added: told.added,
  changed: told.changed,
  unchanged: told.unchanged,
  removed: told.removed,
  images: told.num_images,
  warnings: told.warnings,
});

const late = ({ expires_at }: PlanAnswer) =>
  expires_at !== undefined && Date.parse(expires_at) < Date.now() + NEARLY_MS;

/**
 * One upload by spec/direct-upload.md: files are hashed and planned in batches, sent while the next batch is hashed,
 * and committed when the store has them all.
 *
 * What the server says counts, never what was believed to be sent: after a lost answer, a reload or a failure the same
 * files are planned again, and those that arrived come back as present.
 */
export class DirectUpload {
  private readonly stop = new AbortController();
  private readonly failures = new Map<string, ProblemItem>();
  private readonly byPath: ReadonlyMap<string, Picked>;
  private readonly tally: Tally;
  private readonly pool = new Pool(AT_ONCE);
  private readonly way = new Way();
  private readonly hashing: Hashing;
  private paused: { until: Promise<void>; end: () => void } | null = null;
  private session: Session | null = null;
  /** Nothing is sent any more; a word about sending would come too late. */
  private over = false;
  /** Ends everything: no other file will fare better. */
  private fatal: unknown = null;

  constructor(
    private readonly parts: Parts,
    private readonly plan: UploadPlan,
    private readonly onEvent: (event: UploadEvent) => void,
  ) {
    this.hashing = new Hashing(parts, plan.id, this.stop.signal);
    this.byPath = new Map(plan.files.map((picked) => [picked.path, picked]));
    this.tally = new Tally(
      plan.bytes,
      plan.files.length,
      parts.now,
      (run, milliseconds) =>
        parts.later(() => {
          if (!this.over) run();
        }, milliseconds),
      (counts) => onEvent({ kind: 'sending', ...counts, detour: this.way.detour }),
    );
  }

  pause(): void {
    if (this.paused !== null) return;
    let end: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (end = resolve));
    this.paused = { until, end };
  }

  resume(): void {
    this.paused?.end();
    this.paused = null;
  }

  cancel(): void {
    this.stop.abort();
    this.resume();
  }

  async run(): Promise<void> {
    try {
      const session = await this.open();
      await this.send(session, this.plan.files);
      await this.complete(session);
      this.tally.tellNow();
      this.over = true;
      this.onEvent({ kind: 'processing', upload: session.upload });
      const told = await this.ask(() => this.parts.server.commit(session));
      await this.parts.memory.forget(this.plan.id);
      this.onEvent({ kind: 'done', result: resultOf(told, this.way.detour) });
    } catch (thrown) {
      this.over = true;
      if (this.stop.signal.aborted) await this.undo();
      else this.onEvent({ kind: 'failed', problem: asProblem(thrown) });
    }
  }

  private async open(): Promise<Session> {
    this.tally.tellNow();
    const { memory, server } = this.parts;
    const before = await memory.find(this.plan.id);
    await this.hashing.recall();
    if (before !== null) {
      this.begun(before.session);
      await memory.keep({ ...before, previewed: false });
      try {
        await this.ask(() => server.seal(before.session)); // what arrived is present from here on
        return before.session;
      } catch (thrown) {
        if (codeOf(thrown) !== 'upload_not_found') throw thrown;
      }
    }
    const made = before?.session.made ?? this.plan.target.kind === 'new';
    const dataset = before?.session.dataset ?? (await this.ask(() => server.createDataset(this.plan)));
    const upload = await this.ask(() => server.open(dataset, this.plan));
    const session = { dataset, upload, made };
    this.begun(session);
    const { id, name, owner, target, bytes, files } = this.plan;
    const kept = { id, name, owner, target, session, bytes, files: files.length, at: Date.now() };
    await memory.keep({ ...kept, previewed: false });
    return session;
  }

  private begun(session: Session): void {
    this.session = session;
    this.onEvent({ kind: 'named', upload: session.upload });
  }

  private async send(session: Session, files: readonly Picked[]): Promise<void> {
    for (const batch of batchesOf(files)) {
      const hashed = await this.hashing.of(
        batch,
        () => this.ready(),
        (path, detail) => this.fail(path, 'file_unreadable', detail),
      );
      await this.pool.below(AHEAD);
      await this.ready();
      if (hashed.length === 0) continue;
      const answers = await this.ask(() =>
        this.parts.server.plan(
          session,
          hashed.map((one) => one.hashed),
          this.way.via(),
        ),
      );
      answers.forEach((answer, index) => {
        const one = hashed[index];
        if (one !== undefined) this.take(session, one, answer);
      });
    }
    await this.pool.below(1);
    await this.ready();
  }

  /** Waits while paused; throws what ends the upload. */
  private async ready(): Promise<void> {
    await this.paused?.until;
    this.stop.signal.throwIfAborted();
    if (this.fatal !== null) throw this.fatal as Error;
  }

  private take(session: Session, one: Hashed, answer: PlanAnswer): void {
    if (answer.status === 'upload') this.pool.add(() => this.put(session, one, answer));
    else this.settle(one, answer);
  }

  private settle({ hashed: { path, size } }: Hashed, answer: PlanAnswer): void {
    if (answer.status === 'refused') {
      this.fail(path, answer.refused?.code ?? 'refused', answer.refused?.detail ?? '');
    } else {
      this.tally.done(path, size, answer.status === 'present');
    }
  }

  private async put(session: Session, one: Hashed, first: PlanAnswer): Promise<void> {
    let answer = first;
    for (let tries = 1; ; tries++) {
      try {
        await this.ready();
        if (late(answer) || this.way.bars(answer)) answer = await this.again(session, one);
        if (answer.status === 'upload') await this.transfer(one, answer);
        this.settle(one, answer);
        return;
      } catch (thrown) {
        const pause = this.judge(one, thrown, tries);
        if (pause === null) return;
        if (pause > 0) await this.stalled(pause);
        answer = { ...answer, expires_at: new Date(0).toISOString() }; // it may have arrived, so ask
      }
    }
  }

  private async transfer({ picked: { path, file } }: Hashed, answer: PlanAnswer): Promise<void> {
    const onSent = (bytes: number) => this.tally.sending(path, bytes);
    try {
      await this.parts.server.put(answer, file, onSent, this.stop.signal);
    } catch (thrown) {
      this.way.failed(answer, thrown);
      throw thrown;
    }
    this.way.took(answer);
  }

  /** How long to wait before the next try; null where there is none. */
  private judge({ hashed: { path, size } }: Hashed, thrown: unknown, tries: number): number | null {
    if (this.stop.signal.aborted || this.fatal !== null) return null;
    this.tally.missing(path, size);
    const code = codeOf(thrown);
    if (code === 'precondition_failed') {
      this.tally.done(path, size, false); // an answer was lost: it is there
      return null;
    }
    if (code === 'insufficient_storage' || code === 'unauthenticated') {
      this.fatal = thrown;
      return null;
    }
    if (code === 'link_invalid' && tries < ROUNDS) return 0;
    const pause = pauseAfter(thrown, tries);
    if (pause === null) this.fail(path, code, asProblem(thrown).message);
    return pause;
  }

  private async again(session: Session, one: Hashed): Promise<PlanAnswer> {
    const [answer] = await this.parts.server.plan(session, [one.hashed], this.way.via(one.hashed.path));
    if (answer === undefined) throw new Problem({ status: 0, code: 'unknown_answer', detail: '' });
    return answer;
  }

  /** Sends once more what the store does not have, until it has all. */
  private async complete(session: Session): Promise<void> {
    for (let round = 0; ; round++) {
      const missing = (await this.ask(() => this.parts.server.seal(session))).filter(
        (path) => !this.failures.has(path),
      );
      if (this.failures.size > 0) throw this.failed();
      if (missing.length === 0) return;
      if (round === ROUNDS) throw new Problem({ status: 409, code: 'files_missing', detail: '' });
      const again = missing.flatMap((path) => this.byPath.get(path) ?? []);
      again.forEach(({ path, file }) => this.tally.missing(path, file.size));
      await this.send(session, again);
    }
  }

  private failed(): Problem {
    const errors = [...this.failures.values()];
    return new Problem({ status: 422, code: errors[0]?.code ?? 'files_missing', detail: '', errors });
  }

  private fail(path: string, code: string, detail: string): void {
    this.failures.set(path, { path, code, detail });
  }

  private ask<T>(question: () => Promise<T>): Promise<T> {
    return patiently(
      async () => {
        await this.ready();
        return question();
      },
      (pause) => this.stalled(pause),
    );
  }

  private async stalled(pause: number): Promise<void> {
    this.tally.stall(1);
    await this.parts.wait(pause);
    this.tally.stall(-1);
  }

  private async undo(): Promise<void> {
    const { session } = this;
    if (session !== null) await this.parts.server.abort(session).catch(() => undefined); // it ends by itself in two days
    await this.parts.memory.forget(this.plan.id);
    this.onEvent({ kind: 'canceled' });
  }
}
