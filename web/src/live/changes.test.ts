import { expect, it } from 'vitest';
import { changesOf, gathering } from './changes';
import type { LiveEvent } from './event';

const event = (type: string, about: Partial<LiveEvent> = {}): LiveEvent => ({
  type,
  done: 0,
  total: 0,
  bytes_done: 0,
  bytes_total: 0,
  checked: 0,
  message: '',
  ...about,
});

const keys = (told: LiveEvent) => changesOf(told).map(({ queryKey }) => queryKey.join(' '));

it.each([
  ['dataset.committed', ['dataset cats', 'datasets']],
  ['dataset.edited', ['dataset cats', 'datasets']],
  ['dataset.shared', ['dataset cats', 'datasets']],
  ['dataset.published', ['dataset cats']],
  ['dataset.hidden', ['dataset cats', 'datasets', 'trash']],
  ['dataset.trashed', ['dataset cats', 'datasets', 'trash']],
  ['dataset.restored', ['dataset cats', 'datasets', 'trash']],
  ['upload', []],
  ['something.later', []],
])('%s makes old: %s', (type, old) => {
  expect(keys(event(type, { dataset_id: 'cats' }))).toEqual(old);
});

it('asks for a task by its own name, and for everything after a gap', () => {
  expect(keys(event('task', { task_id: '7' }))).toEqual(['task 7']);
  expect(keys(event('missed'))).toEqual(
    expect.arrayContaining(['datasets', 'dataset', 'task', 'organizations']),
  );
  expect(keys(event('access'))).toEqual(['datasets', 'dataset', 'trash', 'organizations']);
});

it('asks once for a burst, and again for the next', () => {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const hear = gathering(
    ({ queryKey }) => asked.push(queryKey.join(' ')),
    (run) => waiting.push(run),
  );
  hear(event('upload', { upload_id: 'u' }));
  expect(waiting).toHaveLength(0);
  hear(event('dataset.committed', { dataset_id: 'cats' }));
  hear(event('dataset.edited', { dataset_id: 'cats' }));
  hear(event('dataset.committed', { dataset_id: 'dogs' }));
  expect(asked).toEqual([]);
  waiting.shift()?.();
  expect(asked).toEqual(['dataset cats', 'datasets', 'dataset dogs']);
  hear(event('dataset.committed', { dataset_id: 'cats' }));
  expect(waiting).toHaveLength(1);
});
