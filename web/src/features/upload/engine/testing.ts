import type { Picked } from './collect';
import type { ForeseenUpload, UploadPlan, UploadPreview } from './engine';
import type { Remembered, RememberedHash, UploadMemory } from './memory';
import type { HashedFile, PlanAnswer, Session, Uploaded, UploadServer, Via } from './server';
import type { Listed } from './zip';

export const FORESEEN: ForeseenUpload = {
  new: 2,
  replaced: 0,
  same_size: 0,
  removed: 0,
  labels: { matched: 0, orphan: 0, orphans: [] },
  top: '',
  format: 'yolo',
  confidence: 0.9,
  task_type: 'object_detection',
  num_images: 2,
  classes: [],
  splits: [],
  warnings: [],
};

/** A server of the protocol, in memory: what was put counts only once it is sealed. */
export class Server implements UploadServer {
  readonly puts: string[] = [];
  /** Every link that was tried, in vain or not. */
  readonly tried: string[] = [];
  /** Where links of the store lead; a store without any has the server give them out. */
  bucket = '';
  readonly planned = new Map<string, string>();
  readonly arrived = new Set<string>();
  readonly sealed = new Set<string>();
  readonly trouble: ((step: string, path?: string) => void)[] = [];
  largestPlan = 0;
  opened = 0;
  aborted: Session | null = null;
  committed = 0;
  foreseen: UploadPreview | null = null;
  readonly named: string[][] = [];

  private step(name: string, path?: string) {
    this.trouble.forEach((make) => make(name, path));
  }

  createDataset = () => Promise.resolve('made');

  open = () => {
    this.opened += 1;
    return Promise.resolve(`upload-${this.opened}`);
  };

  plan = (_: Session, files: readonly HashedFile[], via: Via): Promise<PlanAnswer[]> => {
    this.step('plan');
    this.largestPlan = Math.max(this.largestPlan, files.length);
    return Promise.resolve(
      files.map(({ path, sha256 }) => {
        this.planned.set(path, sha256);
        if (path.includes('..'))
          return { path, status: 'refused', refused: { code: 'path_traversal', detail: 'no' } };
        const present = this.sealed.has(sha256) || path.startsWith('there/');
        return present
          ? { path, status: 'present' }
          : { path, status: 'upload', url: `${via === 'store' ? this.bucket : ''}/put/${sha256}?${path}` };
      }),
    );
  };

  // eslint-disable-next-line @typescript-eslint/require-await -- trouble must come as a rejection
  put = async (answer: PlanAnswer, file: Blob, onSent: (bytes: number) => void) => {
    this.tried.push(answer.url ?? '');
    this.step(answer.url?.startsWith('http') === true ? 'away' : 'put', answer.path);
    this.puts.push(answer.path);
    onSent(file.size);
    this.arrived.add(this.planned.get(answer.path) ?? '');
    this.step('answer', answer.path);
  };

  // eslint-disable-next-line @typescript-eslint/require-await
  seal = async () => {
    this.step('seal');
    this.arrived.forEach((sha256) => this.sealed.add(sha256));
    return [...this.planned].flatMap(([path, sha256]) =>
      this.sealed.has(sha256) || path.startsWith('there/') || path.includes('..') ? [] : [path],
    );
  };

  // eslint-disable-next-line @typescript-eslint/require-await
  preview = async (): Promise<UploadPreview> => {
    this.step('preview');
    if (this.foreseen === null) throw new Error('nobody said what shall be foreseen');
    return this.foreseen;
  };

  // eslint-disable-next-line @typescript-eslint/require-await
  foresee = async (_: UploadPlan, files: readonly Listed[]): Promise<ForeseenUpload> => {
    this.step('foresee');
    this.named.push(files.map(({ path }) => path));
    return FORESEEN;
  };

  // eslint-disable-next-line @typescript-eslint/require-await
  commit = async (session: Session): Promise<Uploaded> => {
    this.step('commit');
    this.committed += 1;
    return {
      dataset_id: session.dataset,
      status: 'uploaded',
      added: this.sealed.size,
      changed: 0,
      unchanged: 0,
      removed: 0,
      num_images: this.sealed.size,
      num_classes: 0,
      format: 'unknown',
      task_type: 'unknown',
      content_hash: '',
      version: 1,
      generation: 1,
      warnings: [],
    };
  };

  abort = (session: Session) => {
    this.aborted = session;
    return Promise.resolve();
  };
}

export class Memory implements UploadMemory {
  readonly kept = new Map<string, Remembered>();
  private readonly known = new Map<string, RememberedHash>();

  find = (id: string) => Promise.resolve(this.kept.get(id) ?? null);
  all = () => Promise.resolve([...this.kept.values()]);
  keep = (upload: Remembered) => Promise.resolve(void this.kept.set(upload.id, upload));
  hashes = () => Promise.resolve(new Map(this.known));
  keepHashes = (_: string, hashes: readonly RememberedHash[]) => {
    for (const hash of hashes) this.known.set(hash.path, hash);
    return Promise.resolve();
  };
  forget = (id: string) => Promise.resolve(void this.kept.delete(id));
}

export const picked = (...paths: string[]): Picked[] =>
  paths.map((path) => ({ path, file: new File([`bytes of ${path}`], 'f', { lastModified: 5 }) }));
