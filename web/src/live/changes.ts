import type { QueryKey } from '@tanstack/react-query';
import type { LiveEvent } from './event';

/** What is to be asked anew; `exact` leaves alone what lies below the key. */
export interface Change {
  queryKey: QueryKey;
  exact?: true;
}

/* Whatever shows datasets, or who may see them. */
const EVERYTHING: readonly Change[] = [
  ['datasets'],
  ['dataset'],
  ['trash'],
  ['organizations'],
  ['task'],
  ['store-report'],
].map((queryKey) => ({ queryKey }));

/** Which answers of the server an event has made old. */
export const changesOf = ({ type, dataset_id, task_id }: LiveEvent): readonly Change[] => {
  switch (type) {
    case 'missed':
      return EVERYTHING;
    case 'access':
      return EVERYTHING.filter(({ queryKey }) => queryKey[0] !== 'task' && queryKey[0] !== 'store-report');
    case 'task':
      return task_id === undefined ? [] : [{ queryKey: ['task', task_id] }];
    case 'dataset.published': // the head is what it was
      return dataset_id === undefined ? [] : [{ queryKey: ['dataset', dataset_id], exact: true }];
    case 'dataset.committed':
    case 'dataset.edited':
    case 'dataset.shared':
      return dataset_id === undefined
        ? []
        : [{ queryKey: ['dataset', dataset_id] }, { queryKey: ['datasets'] }];
    case 'dataset.created':
    case 'dataset.restored':
    case 'dataset.hidden':
    case 'dataset.trashed':
    case 'dataset.deleted':
      return dataset_id === undefined
        ? []
        : [{ queryKey: ['dataset', dataset_id] }, { queryKey: ['datasets'] }, { queryKey: ['trash'] }];
    default:
      return [];
  }
};

/* A commit, its publication and an edit come within a breath of one another. */
const BREATH_MS = 250;

/** Gathers changes for a breath, so that a burst of events asks once. */
export const gathering = (
  refresh: (change: Change) => void,
  later: (run: () => void, milliseconds: number) => void,
) => {
  const waiting = new Map<string, Change>();
  return (event: LiveEvent) => {
    const fresh = changesOf(event);
    const idle = waiting.size === 0;
    for (const change of fresh) waiting.set(JSON.stringify(change), change);
    if (!idle || fresh.length === 0) return;
    later(() => {
      const all = [...waiting.values()];
      waiting.clear();
      all.forEach(refresh);
    }, BREATH_MS);
  };
};
