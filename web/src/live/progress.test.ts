import { expect, it } from 'vitest';
import type { LiveEvent } from './event';
import { ProgressBoard } from './progress';

const upload = (id: string, done: number, message = 'storing'): LiveEvent => ({
  type: 'upload',
  upload_id: id,
  dataset_id: 'cats',
  done,
  total: 500,
  bytes_done: 10 * done,
  bytes_total: 5000,
  checked: 0,
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
  const board = new ProgressBoard(() => 7);
  const none = { done: 0, total: 0, bytes_done: 0, bytes_total: 0, checked: 0, message: '' };
  board.hear({ ...none, type: 'task', task_id: 't', done: 3, message: 'running' });
  board.hear({ ...none, type: 'dataset.committed', dataset_id: 'cats' });
  board.hear(upload('u', 4));
  expect(board.all()).toEqual([
    {
      ...{ id: 't', kind: 'task', dataset: null, done: 3, total: 0 },
      ...{ bytesDone: 0, bytesTotal: 0, checked: 0, message: 'running', heard: 7 },
    },
    {
      ...{ id: 'u', kind: 'upload', dataset: 'cats', done: 4, total: 500 },
      ...{ bytesDone: 40, bytesTotal: 5000, checked: 0, message: 'storing', heard: 7 },
    },
  ]);
});

it('never grows without end', () => {
  const board = new ProgressBoard();
  for (let n = 0; n < 1000; n++) board.hear(upload(String(n), 1));
  expect(board.all().length).toBeLessThanOrEqual(101);
});
