import { expect, it } from 'vitest';
import type { LiveEvent } from './event';
import { ProgressBoard } from './progress';

const upload = (id: string, done: number, message = 'storing'): LiveEvent => ({
  type: 'upload',
  upload_id: id,
  dataset_id: 'cats',
  done,
  total: 500,
  message,
});

it('holds the newest of each, and lets go of what is over', () => {
  const board = new ProgressBoard();
  let told = 0;
  board.subscribe(() => (told += 1));
  board.hear(upload('a', 1));
  board.hear(upload('b', 5));
  board.hear(upload('a', 120));
  expect(board.all().map(({ id, done }) => [id, done])).toEqual([
    ['b', 5],
    ['a', 120],
  ]);
  board.hear(upload('a', 500, 'committed'));
  expect(board.all().map(({ id }) => id)).toEqual(['b']);
  expect(told).toBe(4);
  board.hear(upload('never seen', 0, 'ended'));
  expect(told).toBe(4);
  board.clear();
  expect(board.all()).toEqual([]);
});

it('tells uploads from tasks, and passes by all else', () => {
  const board = new ProgressBoard();
  board.hear({ type: 'task', task_id: 't', done: 3, total: 0, message: 'running' });
  board.hear({ type: 'dataset.committed', dataset_id: 'cats', done: 0, total: 0, message: '' });
  expect(board.all()).toEqual([
    { id: 't', kind: 'task', dataset: null, done: 3, total: 0, message: 'running' },
  ]);
});

it('never grows without end', () => {
  const board = new ProgressBoard();
  for (let n = 0; n < 1000; n++) board.hear(upload(String(n), 1));
  expect(board.all().length).toBeLessThanOrEqual(101);
});
