import { Problem } from '@/lib/problem';
import { expect, it } from 'vitest';
import type { PreviewEvent, UploadPlan } from './engine';
import { NamesPreview } from './names';
import { FORESEEN, picked, Server } from './testing';

const NEW = { kind: 'new', name: '', visibility: 'private', taskType: null, formatHint: null } as const;
const INTO = { kind: 'existing', dataset: 'cats', prefix: 'more', labels: 'no' } as const;

const planOf = (
  files: UploadPlan['files'],
  archive: UploadPlan['archive'],
  target: UploadPlan['target'],
) => ({
  ...{ id: 'u', name: 'cats', owner: 1, bytes: 9 },
  ...{ files, archive, target },
});

const looked = async (plan: UploadPlan, server = new Server()) => {
  const events: PreviewEvent[] = [];
  await new NamesPreview(server, plan, (event) => events.push(event)).run();
  expect(events).toHaveLength(1);
  return { event: events[0], named: server.named };
};

/** One entry, stored: PK directory record and end, as `zip -0` writes them. */
const zipOf = (name: string) => {
  const directory = new DataView(new ArrayBuffer(46));
  directory.setUint32(0, 0x02014b50, true);
  directory.setUint32(24, 7, true);
  directory.setUint16(28, name.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint32(12, 46 + name.length, true);
  return new File([directory, name, end], 'z');
};

it('asks what a new dataset would be by the names of its files, and opens nothing', async () => {
  const server = new Server();
  const { event, named } = await looked(planOf(picked('images/a.jpg', 'labels/a.txt'), null, NEW), server);
  expect(event).toMatchObject({ kind: 'foreseen', foreseen: FORESEEN, files: 2, images: 1 });
  expect(named).toEqual([['images/a.jpg', 'labels/a.txt']]);
  expect(server.opened).toBe(0);
});

it('looks into a zip, and asks for its files where they would lie', async () => {
  const archive = { path: 'cells.ZIP', file: zipOf('cat/a.jpg') };
  const { event, named } = await looked(planOf([archive], archive, INTO));
  expect(named).toEqual([['more/cat/a.jpg']]);
  expect(event).toMatchObject({ kind: 'foreseen', files: 1, images: 1, bytes: 7 });
});

it('says what nobody can know: a tar, a damaged zip, a list without end', async () => {
  for (const name of ['a.tar', 'a.tar.gz', 'a.tgz']) {
    const archive = { path: name, file: new File(['x'], name) };
    expect((await looked(planOf([archive], archive, NEW))).event).toEqual({ kind: 'unseen', why: 'tar' });
  }
  const archive = { path: 'a.zip', file: new File(['x'], 'a.zip') };
  expect((await looked(planOf([archive], archive, NEW))).event).toEqual({ kind: 'unseen', why: 'damaged' });
  const file = new File([], 'f');
  const many = Array.from({ length: 20_000 }, (_, n) => ({ path: `${n}/${'a'.repeat(800)}`, file }));
  const { event, named } = await looked(planOf(many, null, NEW));
  expect(event).toEqual({ kind: 'unseen', why: 'many' });
  expect(named).toEqual([]);
});

it('tells why the server would refuse it, and nothing after it was canceled', async () => {
  const server = new Server();
  server.trouble.push(() => {
    throw new Problem({ status: 422, code: 'path_traversal', detail: '../a.jpg' });
  });
  const { event } = await looked(planOf(picked('../a.jpg'), null, NEW), server);
  expect(event?.kind === 'failed' && event.problem.code).toBe('path_traversal');
  const events: PreviewEvent[] = [];
  const preview = new NamesPreview(new Server(), planOf(picked('a.jpg'), null, NEW), (one) =>
    events.push(one),
  );
  const running = preview.run();
  preview.cancel();
  await running;
  expect(events).toEqual([]);
});
