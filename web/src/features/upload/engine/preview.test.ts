import { Problem } from '@/lib/problem';
import { expect, it } from 'vitest';
import type { PreviewEvent, UploadPlan, UploadPreview } from './engine';
import { DirectPreview } from './preview';
import { Memory, picked, Server } from './testing';

const PREVIEW: UploadPreview = {
  new: 2,
  same: 0,
  replaced: 1,
  removed: 0,
  labels: { matched: 0, orphan: 0, orphans: [] },
  exact: false,
  format: 'yolo',
  confidence: 0.9,
  task_type: 'object_detection',
  num_images: 3,
  classes: ['cat'],
  splits: [],
  warnings: [],
};

const planOf = (...paths: string[]): UploadPlan => {
  const files = picked(...paths);
  const target = { kind: 'existing' as const, dataset: 'cats', prefix: '', labels: 'no' as const };
  return { id: 'u', name: 'cats', owner: 1, files, archive: null, bytes: 9, target };
};

const given = () => {
  const server = new Server();
  const memory = new Memory();
  const seen: PreviewEvent[] = [];
  const preview = (plan: UploadPlan) =>
    new DirectPreview(
      { server, memory, hash: (file) => file.text(), wait: () => Promise.resolve() },
      plan,
      (event) => seen.push(event),
    );
  server.foreseen = PREVIEW;
  return { server, memory, seen, preview };
};

it('hashes and plans every file, sends none, and tells what the server foresees', async () => {
  const { server, memory, seen, preview } = given();
  await preview(planOf('a.jpg', 'b.jpg', 'c.jpg')).run();
  expect(seen.map(({ kind }) => kind)).toEqual(['comparing', 'comparing', 'previewed']);
  expect(seen.at(-1)).toEqual({ kind: 'previewed', preview: PREVIEW });
  expect([...server.planned.keys()]).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  expect(server.puts).toEqual([]);
  expect(server.aborted).toBeNull();
  expect(memory.kept.get('u')).toMatchObject({ session: { upload: 'upload-1' }, previewed: true });
  expect((await memory.hashes()).size).toBe(3);
});

it('leaves no session behind when it is canceled', async () => {
  const { server, memory, seen, preview } = given();
  const running = preview(planOf('a.jpg', 'b.jpg'));
  server.trouble.push((step) => {
    if (step === 'plan') running.cancel();
  });
  await running.run();
  expect(seen.some(({ kind }) => kind !== 'comparing')).toBe(false);
  expect(server.aborted).toMatchObject({ upload: 'upload-1' });
  expect(memory.kept.size).toBe(0);
});

it('leaves session and hashes to the upload that starts meanwhile', async () => {
  const { server, memory, seen, preview } = given();
  const running = preview(planOf('a.jpg', 'b.jpg'));
  server.trouble.push((step) => {
    if (step === 'preview') running.release();
  });
  await running.run();
  expect(seen.some(({ kind }) => kind === 'previewed')).toBe(false);
  expect(server.aborted).toBeNull();
  expect(memory.kept.size).toBe(1);
});

it('names the files that the server refuses', async () => {
  const { seen, preview } = given();
  await preview(planOf('a.jpg', '../b.jpg')).run();
  const last = seen.at(-1);
  expect(last?.kind).toBe('failed');
  expect(last?.kind === 'failed' ? last.problem.errors : []).toEqual([
    { path: '../b.jpg', code: 'path_traversal', detail: 'no' },
  ]);
});

it('says why the server foresees nothing', async () => {
  const { server, seen, preview } = given();
  server.trouble.push((step) => {
    if (step === 'preview') throw new Problem({ status: 422, code: 'path_collision', detail: 'a/b' });
  });
  await preview(planOf('a.jpg')).run();
  expect(seen.at(-1)).toMatchObject({ kind: 'failed', problem: { code: 'path_collision' } });
});
