import { asProblem } from '@/lib/problem';
import type { Picked } from './collect';
import { DirectUpload } from './direct';
import type { PreviewEvent, UploadEvent, UploadPlan } from './engine';
import { sha256 } from './hash';
import { browserMemory } from './memory';
import type { FromWorker, Plain, ToWorker } from './messages';
import { NamesPreview } from './names';
import { held } from './one-page';
import { DirectPreview } from './preview';
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
const previews = new Map<string, DirectPreview | NamesPreview>();

const tell = (message: FromWorker) => globalThis.postMessage(message);

const plain = <Event extends UploadEvent | PreviewEvent>(event: Event): Plain<Event> => {
  if (event.kind !== 'failed') return event as Plain<Event>;
  const { status, code, message, errors, requestId } = event.problem;
  return { kind: 'failed', problem: { status, code, detail: message, errors, requestId } };
};

const look = async (id: string, preview: DirectPreview | NamesPreview) => {
  previews.set(id, preview);
  await preview.run();
  if (previews.get(id) === preview) previews.delete(id);
};

const lookAhead = (id: string) => {
  const known = coming.get(id);
  coming.delete(id);
  if (known === undefined) return;
  const plan = { ...known.plan, files: known.files };
  const hear = (event: PreviewEvent) => tell({ id, foreseen: plain(event) });
  const byNames = () => look(id, new NamesPreview(httpServer, plan, hear));
  if (plan.target.kind === 'new' || plan.archive !== null) {
    void byNames();
    return;
  }
  let direct = true;
  const preview = new DirectPreview(parts, plan, (event) => {
    direct = !(event.kind === 'failed' && event.problem.code === 'direct_upload_unavailable');
    if (direct) hear(event);
  });
  void held(id, () => look(id, preview)).then(() => (direct ? undefined : byNames()));
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
    case 'preview':
      lookAhead(data.id);
      break;
    case 'release':
      previews.get(data.id)?.release();
      break;
    case 'pause':
      running.get(data.id)?.pause();
      break;
    case 'resume':
      running.get(data.id)?.resume();
      break;
    case 'cancel':
      coming.delete(data.id);
      previews.get(data.id)?.cancel();
      running.get(data.id)?.cancel();
      break;
  }
};
