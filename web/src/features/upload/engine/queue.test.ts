import { Problem } from '@/lib/problem';
import { expect, it } from 'vitest';
import type { UploadEngine, UploadEvent, UploadPlan, UploadResult } from './engine';
import { UploadQueue } from './queue';

const plan: UploadPlan = {
  files: [],
  archive: null,
  bytes: 1000,
  target: { kind: 'existing', dataset: 'd', prefix: '', labels: 'no' },
};
const result: UploadResult = {
  dataset: 'd',
  added: 1,
  changed: 0,
  unchanged: 0,
  removed: 0,
  images: 1,
  warnings: [],
};

/** An engine that does what the test says, when it says so. */
class HandTurned implements UploadEngine {
  readonly started: ((event: UploadEvent) => void)[] = [];

  start = (_: UploadPlan, onEvent: (event: UploadEvent) => void) => {
    this.started.push(onEvent);
    return { cancel: () => onEvent({ kind: 'canceled' }) };
  };

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
  queue.add('first', plan);
  queue.add('second', plan);
  expect(states()).toEqual(['sending', 'waiting']);
  engine.tell(0, { kind: 'processing' });
  expect(states()).toEqual(['processing', 'waiting']);
  engine.tell(0, { kind: 'done', result });
  expect(states()).toEqual(['done', 'sending']);
  expect(finished).toEqual(['d']);
});

it('tells how fast it goes', () => {
  const { engine, clock, queue } = story();
  queue.add('first', plan);
  clock.time = 2000;
  engine.tell(0, { kind: 'sending', sent: 500, total: 1000 });
  expect(queue.all()[0]?.state).toEqual({ kind: 'sending', sent: 500, total: 1000, speed: 250 });
});

it('goes on after a failure, and tries again when told to', () => {
  const { engine, queue, states } = story();
  queue.add('first', plan);
  queue.add('second', plan);
  engine.tell(0, {
    kind: 'failed',
    problem: new Problem({ status: 507, code: 'insufficient_storage', detail: '' }),
  });
  engine.tell(1, { kind: 'done', result });
  expect(states()).toEqual(['failed', 'done']);
  queue.again(1);
  expect(states()).toEqual(['sending', 'done']);
  expect(engine.started).toHaveLength(3);
});

it('cancels what runs and what waits', () => {
  const { queue, states } = story();
  queue.add('first', plan);
  queue.add('second', plan);
  queue.add('third', plan);
  queue.cancel(2);
  queue.cancel(1);
  expect(states()).toEqual(['canceled', 'canceled', 'sending']);
});

it('clears only what is over, and tells whoever listens', () => {
  const { engine, queue } = story();
  let told = 0;
  const stop = queue.subscribe(() => (told += 1));
  queue.add('first', plan);
  queue.add('second', plan);
  engine.tell(0, { kind: 'done', result });
  queue.dismiss();
  expect(queue.all().map((upload) => upload.name)).toEqual(['second']);
  expect(told).toBeGreaterThan(3);
  stop();
  const before = told;
  queue.dismiss();
  expect(told).toBe(before);
});
