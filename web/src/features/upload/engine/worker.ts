import { asProblem } from '@/lib/problem';
import type { Picked } from './collect';
import { DirectUpload } from './direct';
import type { UploadEvent, UploadPlan } from './engine';
import { sha256 } from './hash';
import { browserMemory } from './memory';
import type { FromWorker, ToWorker } from './messages';
import { held } from './one-page';
import { httpServer } from './server';

const parts = {
  server: httpServer,
  memory: browserMemory(),
  hash: sha256,
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  now: () => performance.now(),
  later: (run: () => void, milliseconds: number) => void setTimeout(run, milliseconds),
};

const coming = new Map<string, { plan: UploadPlan; files: Picked[] }>();
const running = new Map<string, DirectUpload>();

const tell = (message: FromWorker) => globalThis.postMessage(message);

/* A class does not survive the way between threads; its fields do. */
const plain = (event: UploadEvent): FromWorker['event'] => {
  if (event.kind !== 'failed') return event;
  const { status, code, message, errors, requestId } = event.problem;
  return { kind: 'failed', problem: { status, code, detail: message, errors, requestId } };
};

const start = (id: string) => {
  const known = coming.get(id);
  coming.delete(id);
  if (known === undefined) return;
  const upload = new DirectUpload(parts, { ...known.plan, files: known.files }, (event) =>
    tell({ id, event: plain(event) }),
  );
  running.set(id, upload);
  void held(id, () => upload.run())
    .catch((thrown: unknown) => tell({ id, event: plain({ kind: 'failed', problem: asProblem(thrown) }) }))
    .finally(() => running.delete(id));
};

globalThis.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'plan':
      coming.set(data.id, { plan: data.plan, files: [] });
      break;
    case 'files':
      coming.get(data.id)?.files.push(...data.files);
      break;
    case 'start':
      start(data.id);
      break;
    case 'pause':
      running.get(data.id)?.pause();
      break;
    case 'resume':
      running.get(data.id)?.resume();
      break;
    case 'cancel':
      running.get(data.id)?.cancel();
      break;
  }
};
