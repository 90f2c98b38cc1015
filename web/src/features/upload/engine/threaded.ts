import { Problem } from '@/lib/problem';
import type {
  PreviewEvent,
  Previewer,
  Recognizer,
  RunningUpload,
  UploadEngine,
  UploadEvent,
  UploadPlan,
} from './engine';
import { browserMemory, type Remembered } from './memory';
import type { FromWorker, Plain, PlainProblem, ToWorker } from './messages';
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
export const threadedEngine = (): UploadEngine & Recognizer & Previewer => {
  const memory = browserMemory();
  const listeners = new Map<string, Listener>();
  const watchers = new Map<string, (event: PreviewEvent) => void>();
  let worker: Worker | null = null;

  const hear = (id: string, event: Plain<UploadEvent>) => {
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

  const foresee = (id: string, event: Plain<PreviewEvent>) =>
    watchers.get(id)?.(
      event.kind === 'failed' ? { kind: 'failed', problem: new Problem(event.problem) } : event,
    );

  const running = () => {
    if (worker === null) {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if ('event' in data) hear(data.id, data.event);
        else foresee(data.id, data.foreseen);
      };
      worker.onerror = ({ message }) => {
        const problem: PlainProblem = {
          status: 0,
          code: 'defect',
          detail: message,
          errors: [],
          requestId: null,
        };
        for (const id of [...listeners.keys()]) hear(id, { kind: 'failed', problem });
        for (const id of [...watchers.keys()]) foresee(id, { kind: 'failed', problem });
        worker?.terminate();
        worker = null;
      };
    }
    return worker;
  };

  const say = (message: ToWorker) => running().postMessage(message);

  /** @returns whether all of it was handed over */
  const handOver = async (plan: UploadPlan, wanted: () => boolean) => {
    const { id, files } = plan;
    say({ kind: 'plan', id, plan: { ...plan, files: [] } });
    for (let from = 0; from < files.length; from += PORTION) {
      if (!wanted()) return false;
      say({ kind: 'files', id, files: files.slice(from, from + PORTION) });
      await breath();
    }
    return wanted();
  };

  const begin = async (plan: UploadPlan, listener: Listener) => {
    await handOver(plan, () => true);
    say({ kind: 'start', id: plan.id });
    if (listener.canceled) say({ kind: 'cancel', id: plan.id });
  };

  const forget = async (id: string) => {
    const left = await memory.find(id);
    if (left === null) return;
    await memory.forget(id);
    await httpServer.abort(left.session).catch(() => undefined); // it ends by itself in two days
  };

  return {
    start: (plan, onEvent) => {
      if (plan.archive !== null) return multipartEngine.start(plan, onEvent);
      const listener: Listener = { plan, onEvent, instead: null, canceled: false };
      listeners.set(plan.id, listener);
      void begin(plan, listener);
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
    preview: (plan, onEvent) => {
      const { id } = plan;
      let over = false;
      const end = (kind: 'cancel' | 'release') => () => {
        over = true;
        watchers.delete(id);
        say({ kind, id });
      };
      watchers.set(id, onEvent);
      void handOver(plan, () => !over).then((whole) => {
        if (whole) say({ kind: 'preview', id });
      });
      return { cancel: end('cancel'), release: end('release') };
    },
    discard: ({ id }) => forget(id),
    unfinished: async (owner) => {
      const held = await heldElsewhere();
      const left = (await memory.all()).filter((upload) => upload.owner === owner && !held.has(upload.id));
      // Nobody said that these shall be sent; the page that looked ahead is gone, or can do it again.
      for (const { id } of left.filter((upload) => upload.previewed === true)) void forget(id);
      return left.filter((upload) => upload.previewed !== true).map(planOf);
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
