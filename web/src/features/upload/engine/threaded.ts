import { Problem } from '@/lib/problem';
import type { Recognizer, RunningUpload, UploadEngine, UploadEvent, UploadPlan } from './engine';
import { browserMemory, type Remembered } from './memory';
import type { FromWorker, ToWorker } from './messages';
import { multipartEngine } from './multipart';
import { heldElsewhere } from './one-page';
import { httpServer } from './server';

/* Files cross to the worker in portions, so that the page never stands still for longer than a portion takes. */
const PORTION = 1000;
const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

interface Listener {
  plan: UploadPlan;
  onEvent: (event: UploadEvent) => void;
  /** Takes the place of the worker where the server does not take files directly. */
  instead: RunningUpload | null;
  canceled: boolean;
}

const planOf = ({ id, name, owner, target, bytes }: Remembered): UploadPlan => ({
  id,
  name,
  owner,
  target,
  bytes,
  files: [],
  archive: null,
});

/** Folders and files in a worker, by direct upload; an archive as one form, since only the server can open it. */
export const threadedEngine = (): UploadEngine & Recognizer => {
  const memory = browserMemory();
  const listeners = new Map<string, Listener>();
  let worker: Worker | null = null;

  const hear = ({ id, event }: FromWorker) => {
    const listener = listeners.get(id);
    if (listener === undefined) return;
    if (event.kind === 'failed' && event.problem.code === 'direct_upload_unavailable') {
      listener.instead = multipartEngine.start(listener.plan, listener.onEvent);
      return;
    }
    if (event.kind === 'failed' || event.kind === 'done' || event.kind === 'canceled') listeners.delete(id);
    listener.onEvent(
      event.kind === 'failed' ? { kind: 'failed', problem: new Problem(event.problem) } : event,
    );
  };

  const running = () => {
    if (worker === null) {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
      worker.onerror = ({ message }) => {
        const problem = { status: 0, code: 'defect', detail: message, errors: [], requestId: null };
        for (const id of [...listeners.keys()]) hear({ id, event: { kind: 'failed', problem } });
        worker?.terminate();
        worker = null;
      };
    }
    return worker;
  };

  const say = (message: ToWorker) => running().postMessage(message);

  const handOver = async (plan: UploadPlan, listener: Listener) => {
    const { id, files } = plan;
    say({ kind: 'plan', id, plan: { ...plan, files: [] } });
    for (let from = 0; from < files.length; from += PORTION) {
      say({ kind: 'files', id, files: files.slice(from, from + PORTION) });
      await breath();
    }
    say({ kind: 'start', id });
    if (listener.canceled) say({ kind: 'cancel', id });
  };

  return {
    start: (plan, onEvent) => {
      if (plan.archive !== null) return multipartEngine.start(plan, onEvent);
      const listener: Listener = { plan, onEvent, instead: null, canceled: false };
      listeners.set(plan.id, listener);
      void handOver(plan, listener);
      return {
        pausable: true,
        pause: () => say({ kind: 'pause', id: plan.id }),
        resume: () => say({ kind: 'resume', id: plan.id }),
        cancel: () => {
          listener.canceled = true;
          if (listener.instead === null) say({ kind: 'cancel', id: plan.id });
          else listener.instead.cancel();
        },
      };
    },
    discard: async ({ id }) => {
      const left = await memory.find(id);
      if (left === null) return;
      await memory.forget(id);
      await httpServer.abort(left.session).catch(() => undefined); // it ends by itself in two days
    },
    unfinished: async (owner) => {
      const left = (await memory.all()).filter((upload) => upload.owner === owner);
      const held = await heldElsewhere();
      return left.filter(({ id }) => !held.has(id)).map(planOf);
    },
    compare: async ({ id }, files) => {
      const left = await memory.find(id);
      const sizes = new Map(files.map(({ path, file }) => [path, file.size]));
      const missing = [...(await memory.hashes(id)).values()].filter(
        ({ path, size }) => sizes.get(path) !== size,
      );
      const lacking = Math.max(missing.length, (left?.files ?? 0) - files.length);
      return lacking <= 0 ? null : { missing: lacking, example: missing[0]?.path ?? '' };
    },
  };
};
