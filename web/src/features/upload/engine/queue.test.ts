import { Problem } from '@/lib/problem';
import { expect, it } from 'vitest';
import type { UploadEngine, UploadEvent, UploadPlan, UploadResult } from './engine';
import { UploadQueue } from './queue';

const plan = (id: string): UploadPlan => ({
  id,
  name: id,
  owner: 1,
  files: [],
  archive: null,
  bytes: 1000,
  target: { kind: 'existing', dataset: 'd', prefix: '', labels: 'no' },
});
const result: UploadResult = {
  dataset: 'd',
  added: 1,
  changed: 0,
  unchanged: 0,
  removed: 0,
  images: 1,
  warnings: [],
  detour: false,
};
const progress = { total: 1000, files: 0, allFiles: 0, present: 0, stalled: false, detour: false };

/** An engine that does what the test says, when it says so. */
class HandTurned implements UploadEngine {
  readonly started: ((event: UploadEvent) => void)[] = [];
  readonly told: string[] = [];

  start = (_: UploadPlan, onEvent: (event: UploadEvent) => void) => {
    this.started.push(onEvent);
    return {
      pausable: true,
      pause: () => this.told.push('pause'),
      resume: () => this.told.push('resume'),
      cancel: () => onEvent({ kind: 'canceled' }),
    };
  };

  discard = (left: UploadPlan) => {
    this.told.push(`discard ${left.id}`);
    return Promise.resolve();
  };

  unfinished = () => Promise.resolve([]);

  tell(upload: number, event: UploadEvent) {
    this.started[upload]?.(event);
  }
}

const story = () => {
  const engine = new HandTurned();
  const clock = { time: 0, now: () => clock.time };
  const finished: string[] = [];
  const queue = new UploadQueue(engine, (done) => finished.push(done.dataset), clock);
  const states = () => queue.all().map((upload) => upload.state.kind);
  return { engine, clock, finished, queue, states };
};

it('sends one after the other', () => {
  const { engine, queue, states, finished } = story();
  queue.add(plan('first'));
  queue.add(plan('second'));
  expect(states()).toEqual(['sending', 'waiting']);
  engine.tell(0, { kind: 'processing', upload: 'u' });
  expect(states()).toEqual(['processing', 'waiting']);
  engine.tell(0, { kind: 'done', result });
  expect(states()).toEqual(['done', 'sending']);
  expect(finished).toEqual(['d']);
});

it('tells how fast it goes, of late', () => {
  const { engine, clock, queue } = story();
  queue.add(plan('first'));
  clock.time = 2000;
  engine.tell(0, { kind: 'sending', sent: 500, ...progress });
  expect(queue.all()[0]?.state).toMatchObject({ kind: 'sending', sent: 500, total: 1000, speed: 250 });
  clock.time = 60_000;
  engine.tell(0, { kind: 'sending', sent: 500, ...progress });
  clock.time = 61_000;
  engine.tell(0, { kind: 'sending', sent: 800, ...progress });
  expect(queue.all()[0]?.state).toMatchObject({ speed: 300 });
});

it('stays paused while what was on its way arrives, and goes on when told to', () => {
  const { engine, queue } = story();
  queue.add(plan('first'));
  engine.tell(0, { kind: 'sending', sent: 100, ...progress });
  queue.pause('first');
  engine.tell(0, { kind: 'sending', sent: 200, ...progress });
  expect(queue.all()[0]?.state).toMatchObject({ paused: true, sent: 200, speed: 0 });
  queue.resume('first');
  expect(queue.all()[0]?.state).toMatchObject({ paused: false });
  expect(engine.told).toEqual(['pause', 'resume']);
});

it('goes on after a failure, and tries again when told to', () => {
  const { engine, queue, states } = story();
  queue.add(plan('first'));
  queue.add(plan('second'));
  engine.tell(0, {
    kind: 'failed',
    problem: new Problem({ status: 507, code: 'insufficient_storage', detail: '' }),
  });
  engine.tell(1, { kind: 'done', result });
  expect(states()).toEqual(['failed', 'done']);
  queue.again('first');
  expect(states()).toEqual(['sending', 'done']);
  expect(engine.started).toHaveLength(3);
});

it('brings back once what an earlier page left, and goes on with the files', () => {
  const { engine, queue, states } = story();
  queue.recall([plan('left')]);
  queue.recall([plan('left')]);
  expect(states()).toEqual(['interrupted']);
  queue.goOn('left', [{ path: 'a.jpg', file: new File(['x'], 'a.jpg') }]);
  expect(states()).toEqual(['sending']);
  expect(queue.all()[0]?.plan.files).toHaveLength(1);
  expect(engine.started).toHaveLength(1);
});

it('cancels what runs and what waits, and lets go of what was sent', () => {
  const { engine, queue, states } = story();
  queue.add(plan('first'));
  queue.add(plan('second'));
  queue.add(plan('third'));
  queue.cancel('second');
  queue.cancel('first');
  expect(states()).toEqual(['canceled', 'canceled', 'sending']);
  expect(engine.told).toEqual(['discard second']);
});

it('clears only what is over, and tells whoever listens', () => {
  const { engine, queue } = story();
  let told = 0;
  const stop = queue.subscribe(() => (told += 1));
  queue.add(plan('first'));
  queue.add(plan('second'));
  engine.tell(0, { kind: 'done', result });
  queue.dismiss();
  expect(queue.all().map((upload) => upload.name)).toEqual(['second']);
  expect(told).toBeGreaterThan(3);
  stop();
  const before = told;
  queue.dismiss();
  expect(told).toBe(before);
});

it('knows its own by what the server calls them, also when they have been cleared away', () => {
  const { engine, queue } = story();
  queue.add(plan('a'));
  expect(queue.isOwn('s-1')).toBe(false);
  let told = 0;
  queue.subscribe(() => (told += 1));
  engine.tell(0, { kind: 'named', upload: 's-1' });
  expect(told, 'whoever draws what others send looks again').toBe(1);
  expect(queue.isOwn('s-1')).toBe(true);
  engine.tell(0, { kind: 'done', result });
  queue.dismiss();
  expect(queue.isOwn('s-1')).toBe(true);
});
