import { Problem, unreachable } from '@/lib/problem';
import { expect, it } from 'vitest';
import type { Picked } from './collect';
import { DirectUpload, type Parts } from './direct';
import type { UploadEvent, UploadPlan } from './engine';
import { Memory, picked as files, Server } from './testing';

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

it('is named before the server can tell anything of it, also when it goes on', async () => {
  const server = new Server();
  const memory = new Memory();
  const told: string[] = [];
  server.trouble.push((step) => told.push(step));
  let broken = true;
  server.trouble.push((step) => {
    if (broken && step === 'commit') throw new Problem({ status: 409, code: 'head_moved', detail: '' });
  });
  const first = story(files('a.jpg'), server, memory);
  await first.upload.run();
  broken = false;
  const second = story(files('a.jpg'), server, memory);
  told.length = 0;
  const named = () => second.events.findIndex(({ kind }) => kind === 'named');
  server.trouble.push((step) => {
    if (step === 'seal') told.push(`named: ${named() >= 0}`);
  });
  await second.upload.run();
  expect(first.events.find(({ kind }) => kind === 'named')).toEqual({ kind: 'named', upload: 'upload-1' });
  expect(told.slice(0, 2)).toEqual(['seal', 'named: true']);
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

it('goes on from what was hashed and planned to look ahead, and is an upload like any other from then on', async () => {
  const server = new Server();
  const memory = new Memory();
  const session = { dataset: 'made', upload: 'upload-0', made: false };
  const kept = { id: 'u', name: 'cells', owner: 1, session, bytes: 9, files: 1, at: 0 };
  await memory.keep({ ...kept, target: planOf([]).target, previewed: true });
  const one = files('a.jpg');
  const [file] = one;
  await memory.keepHashes('u', [
    { path: 'a.jpg', size: file?.file.size ?? 0, modified: file?.file.lastModified ?? 0, sha256: 'known' },
  ]);
  const { upload, last } = story(one, server, memory);
  server.trouble.push((step) => {
    if (step === 'commit') expect(memory.kept.get('u')?.previewed).toBe(false);
  });
  await upload.run();
  expect(last()?.kind).toBe('done');
  expect(server.opened).toBe(0);
  expect(server.planned.get('a.jpg')).toBe('known');
});

const away = (urls: readonly string[]) => urls.filter((url) => url.startsWith('https:'));

it('sends straight to the bucket whatever the bucket takes', async () => {
  const { upload, server, last } = story(files('a.jpg', 'b.jpg'));
  server.bucket = 'https://bucket.test';
  await upload.run();
  expect(away(server.tried)).toHaveLength(2);
  expect(last()).toMatchObject({ kind: 'done', result: { added: 2, detour: false } });
});

it('goes through the server where the bucket takes nothing from this page, and says so', async () => {
  const paths = Array.from({ length: 40 }, (_, n) => `${n}.jpg`);
  const { upload, server, events, last } = story(files(...paths));
  server.bucket = 'https://bucket.test';
  server.trouble.push((step) => {
    if (step === 'away') throw unreachable();
  });
  await upload.run();
  expect(away(server.tried).length).toBeLessThanOrEqual(10); // those under way twice, and no others at all
  expect(server.puts.sort()).toEqual(paths.sort());
  expect(events).toContainEqual(expect.objectContaining({ kind: 'sending', detour: true }));
  expect(last()).toMatchObject({ kind: 'done', result: { added: 40, detour: true } });
});

it('does not take a network that was gone for a bucket that refuses', async () => {
  const { upload, server, last } = story(files('a.jpg'));
  server.bucket = 'https://bucket.test';
  let gone = 5;
  server.trouble.push((step) => {
    if (step === 'away' && gone === 5 && gone-- > 0) throw unreachable();
    if (step === 'plan' && gone < 5 && gone-- > 0) throw unreachable();
  });
  await upload.run();
  expect(away(server.tried)).toHaveLength(2);
  expect(last()).toMatchObject({ kind: 'done', result: { detour: false } });
});

it('sends only that file through the server which the bucket answers so that nobody may read it', async () => {
  const { upload, server, last } = story(files('a.jpg', 'b.jpg'));
  server.bucket = 'https://bucket.test';
  server.trouble.push((step, path) => {
    if (step === 'away' && path === 'b.jpg' && server.puts.includes('a.jpg')) throw unreachable();
  });
  await upload.run();
  expect(server.tried.filter((url) => !url.startsWith('https:'))).toHaveLength(1);
  expect(last()).toMatchObject({ kind: 'done', result: { added: 2, detour: false } });
});
