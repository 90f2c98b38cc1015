import { Problem, unreachable } from '@/lib/problem';
import { expect, it } from 'vitest';
import type { Picked } from './collect';
import { DirectUpload, type Parts } from './direct';
import type { UploadEvent, UploadPlan } from './engine';
import type { Remembered, RememberedHash, UploadMemory } from './memory';
import type { HashedFile, PlanAnswer, Session, Uploaded, UploadServer } from './server';

/** A server of the protocol, in memory: what was put counts only once it is sealed. */
class Server implements UploadServer {
  readonly puts: string[] = [];
  readonly planned = new Map<string, string>();
  readonly arrived = new Set<string>();
  readonly sealed = new Set<string>();
  readonly trouble: ((step: string, path?: string) => void)[] = [];
  largestPlan = 0;
  opened = 0;
  aborted: Session | null = null;
  committed = 0;

  private step(name: string, path?: string) {
    this.trouble.forEach((make) => make(name, path));
  }

  createDataset = () => Promise.resolve('made');

  open = () => {
    this.opened += 1;
    return Promise.resolve(`upload-${this.opened}`);
  };

  plan = (_: Session, files: readonly HashedFile[]): Promise<PlanAnswer[]> => {
    this.largestPlan = Math.max(this.largestPlan, files.length);
    return Promise.resolve(
      files.map(({ path, sha256 }) => {
        this.planned.set(path, sha256);
        if (path.includes('..'))
          return { path, status: 'refused', refused: { code: 'path_traversal', detail: 'no' } };
        const present = this.sealed.has(sha256) || path.startsWith('there/');
        return present
          ? { path, status: 'present' }
          : { path, status: 'upload', url: `/put/${sha256}?${path}` };
      }),
    );
  };

  // eslint-disable-next-line @typescript-eslint/require-await -- trouble must come as a rejection
  put = async (answer: PlanAnswer, file: Blob, onSent: (bytes: number) => void) => {
    this.step('put', answer.path);
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

class Memory implements UploadMemory {
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

const files = (...paths: string[]): Picked[] =>
  paths.map((path) => ({ path, file: new File([`bytes of ${path}`], 'f', { lastModified: 5 }) }));

const planOf = (picked: Picked[]): UploadPlan => ({
  id: 'u',
  name: 'cells',
  owner: 1,
  files: picked,
  archive: null,
  bytes: picked.reduce((sum, { file }) => sum + file.size, 0),
  target: { kind: 'new', name: 'cells', visibility: 'private', taskType: null, formatHint: null },
});

const story = (picked: Picked[], server = new Server(), memory = new Memory()) => {
  const events: UploadEvent[] = [];
  const hashed: string[] = [];
  const waited: number[] = [];
  const parts: Parts = {
    server,
    memory,
    hash: async (file) => {
      const text = await file.text();
      hashed.push(text);
      return `sha of ${text}`;
    },
    wait: (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
    now: () => 0,
    later: () => undefined,
  };
  const upload = new DirectUpload(parts, planOf(picked), (event) => events.push(event));
  return { server, memory, events, hashed, waited, upload, last: () => events.at(-1) };
};

it('sends every file once, commits once, and forgets', async () => {
  const { upload, server, memory, last } = story(files('a.jpg', 'b.jpg', 'c.txt'));
  await upload.run();
  expect(server.puts.sort()).toEqual(['a.jpg', 'b.jpg', 'c.txt']);
  expect(server.committed).toBe(1);
  expect(last()).toMatchObject({ kind: 'done', result: { dataset: 'made', added: 3 } });
  expect(memory.kept.size).toBe(0);
});

it('plans in portions, and sends nothing that is there', async () => {
  const paths = Array.from({ length: 1203 }, (_, n) => (n % 3 === 0 ? `there/${n}` : `${n}`));
  const { upload, server, events, last } = story(files(...paths));
  await upload.run();
  expect(server.largestPlan).toBe(500);
  expect(server.puts).toHaveLength(802);
  expect(last()).toMatchObject({ kind: 'done' });
  expect(events.findLast(({ kind }) => kind === 'sending')).toMatchObject({ files: 1203, present: 401 });
});

it('waits for a server that restarts, and asks what has arrived instead of sending blindly', async () => {
  const { upload, server, waited, last } = story(files('a.jpg', 'b.jpg'));
  let down = 3;
  server.trouble.push((step, path) => {
    if (step === 'put' && path === 'a.jpg' && down-- > 0) throw unreachable();
  });
  await upload.run();
  expect(waited).toEqual([500, 1000, 2000]);
  expect(server.puts.filter((path) => path === 'a.jpg')).toHaveLength(1);
  expect(last()).toMatchObject({ kind: 'done' });
});

it('takes a file for sent whose answer was lost', async () => {
  const { upload, server, last } = story(files('a.jpg'));
  let lost = 1;
  server.trouble.push((step) => {
    if (step === 'answer' && lost-- > 0) throw unreachable();
  });
  const put = server.put;
  server.put = (answer, file, onSent) =>
    server.arrived.size > 0
      ? Promise.reject(new Problem({ status: 412, code: 'precondition_failed', detail: '' }))
      : put(answer, file, onSent);
  await upload.run();
  expect(server.puts).toEqual(['a.jpg']);
  expect(last()).toMatchObject({ kind: 'done' });
});

it('names the files that failed, commits nothing, and sends only those the next time', async () => {
  const server = new Server();
  const memory = new Memory();
  let broken = true;
  server.trouble.push((step, path) => {
    if (broken && step === 'put' && path === 'b.jpg') {
      throw new Problem({ status: 400, code: 'hash_mismatch', detail: 'changed' });
    }
  });
  const first = story(files('a.jpg', 'b.jpg', 'c.jpg'), server, memory);
  await first.upload.run();
  expect(first.last()).toMatchObject({
    kind: 'failed',
    problem: { code: 'hash_mismatch', errors: [{ path: 'b.jpg', code: 'hash_mismatch' }] },
  });
  expect(server.committed).toBe(0);

  broken = false;
  const second = story(files('a.jpg', 'b.jpg', 'c.jpg'), server, memory);
  await second.upload.run();
  expect(second.last()).toMatchObject({ kind: 'done' });
  expect(server.puts).toEqual(['a.jpg', 'c.jpg', 'b.jpg']);
  expect(server.opened).toBe(1);
  expect(second.hashed, 'hashes are remembered').toEqual([]);
});

it('hashes again what was changed since, and opens anew when the upload has ended', async () => {
  const server = new Server();
  const memory = new Memory();
  server.trouble.push((step) => {
    if (step === 'commit' && server.opened === 1)
      throw new Problem({ status: 409, code: 'head_moved', detail: '' });
    if (step === 'seal' && server.opened === 1 && second) {
      throw new Problem({ status: 404, code: 'upload_not_found', detail: '' });
    }
  });
  let second = false;
  await story(files('a.jpg', 'b.jpg'), server, memory).upload.run();
  second = true;
  const picked = files('a.jpg', 'b.jpg');
  picked[1] = { path: 'b.jpg', file: new File(['new'], 'f', { lastModified: 6 }) };
  const again = story(picked, server, memory);
  await again.upload.run();
  expect(again.hashed).toEqual(['new']);
  expect(server.opened).toBe(2);
  expect(again.last()).toMatchObject({ kind: 'done' });
});

it('says what was refused, by file', async () => {
  const { upload, last } = story(files('a/../b.jpg', 'c.jpg'));
  await upload.run();
  expect(last()).toMatchObject({
    kind: 'failed',
    problem: { errors: [{ path: 'a/../b.jpg', code: 'path_traversal' }] },
  });
});

it('gives up at once when the disk is full', async () => {
  const { upload, server, waited, last } = story(files('a.jpg', 'b.jpg'));
  server.trouble.push((step) => {
    if (step === 'put') throw new Problem({ status: 507, code: 'insufficient_storage', detail: '' });
  });
  await upload.run();
  expect(waited).toEqual([]);
  expect(last()).toMatchObject({ kind: 'failed', problem: { code: 'insufficient_storage' } });
});

it('sends nothing while paused, and goes on', async () => {
  const { upload, server, last } = story(files('a.jpg'));
  upload.pause();
  const run = upload.run();
  await new Promise((resolve) => setTimeout(resolve));
  expect(server.puts).toEqual([]);
  upload.resume();
  await run;
  expect(last()).toMatchObject({ kind: 'done' });
});

it('leaves nothing behind when it is canceled', async () => {
  const { upload, server, memory, last } = story(files('a.jpg', 'b.jpg'));
  server.trouble.push((step) => {
    if (step === 'put') upload.cancel();
  });
  await upload.run();
  expect(last()).toEqual({ kind: 'canceled' });
  expect(server.aborted).toMatchObject({ dataset: 'made', made: true });
  expect(memory.kept.size).toBe(0);
  expect(server.committed).toBe(0);
});
