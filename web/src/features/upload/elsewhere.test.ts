import type { ServerProgress } from '@/live/progress';
import { expect, it } from 'vitest';
import { concerns, othersOf } from './elsewhere';

const upload = (id: string, about: Partial<ServerProgress> = {}): ServerProgress => ({
  ...{ id, kind: 'upload', dataset: 'cats', message: 'receiving', heard: 1000 },
  ...{ done: 1, total: 9, bytesDone: 9, bytesTotal: 90, checked: 0 },
  ...about,
});

const shown = (all: ServerProgress[], own: string[] = [], now = 1000) =>
  othersOf(all, (id) => own.includes(id), now).map(({ id }) => id);

it('shows what others send, not what this page sends, nor tasks', () => {
  const all = [upload('mine'), upload('theirs'), upload('task', { kind: 'task' })];
  expect(shown(all, ['mine'])).toEqual(['theirs']);
});

it('shows nothing of who only looks ahead, or of what has no dataset yet', () => {
  const looking = upload('looks', { done: 3, bytesDone: 0 });
  const bytes = upload('first bytes', { done: 0, bytesDone: 1 });
  expect(shown([looking, bytes, upload('new', { dataset: null })])).toEqual(['first bytes']);
});

it('lets go of who has been silent for two minutes', () => {
  const all = [upload('gone'), upload('slow', { heard: 60_000 })];
  expect(shown(all, [], 121_000)).toEqual(['slow']);
});

it('is about datasets of which one is an editor, or that one looks at', () => {
  const of = (role: 'owner' | 'editor' | 'viewer' | null, open: string | null) =>
    concerns({ id: 'cats', role }, open);
  expect([of('owner', null), of('editor', null), of('viewer', null), of(null, null)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([of(null, 'cats'), of(null, 'dogs')]).toEqual([true, false]);
});
