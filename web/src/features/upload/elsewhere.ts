import type { Dataset } from '@/entities/dataset/dataset';
import { datasetQuery } from '@/entities/dataset/show-dataset';
import { useServerProgress } from '@/live/live';
import type { ServerProgress } from '@/live/progress';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useUploadQueue, useUploads } from './uploads';

/** An upload that this page does not send, into a dataset that this person may edit. */
export interface OtherUpload extends ServerProgress {
  dataset: string;
  name: string;
}

/* Whoever sends says something within seconds; whoever is silent for so long has gone, or will be heard of again. */
const QUIET_MS = 120_000;
const LOOK_MS = 15_000;
const MOST_DATASETS = 20;

type Placed = ServerProgress & { dataset: string };

/**
 * Those of which bytes have arrived: who only looks ahead opens an upload too, some files of which may be there
 * already, and sends nothing.
 */
export const othersOf = (
  all: readonly ServerProgress[],
  isOwn: (id: string) => boolean,
  now: number,
): Placed[] =>
  all.filter((entry): entry is Placed => {
    const { kind, dataset, bytesDone, heard, id } = entry;
    const arrives = bytesDone > 0 && now - heard < QUIET_MS;
    return kind === 'upload' && dataset !== null && arrives && !isOwn(id);
  });

/** An admin may edit every dataset, and wants to hear of those that are theirs, or that they look at. */
export const concerns = ({ id, role }: Pick<Dataset, 'id' | 'role'>, open: string | null) =>
  id === open || role === 'owner' || role === 'editor';

const useNow = (ticking: boolean) => {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(performance.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
};

/** What others send, and programs, and this person's other windows. */
export const useOtherUploads = (open: string | null): OtherUpload[] => {
  const queue = useUploadQueue();
  useUploads(); // one of ours is known as ours only when it was named
  const all = useServerProgress();
  const now = useNow(all.length > 0);
  const others = othersOf(all, queue.isOwn, now);
  const ids = [...new Set(others.map(({ dataset }) => dataset))].slice(0, MOST_DATASETS);
  const datasets = useQueries({ queries: ids.map((id) => datasetQuery(id)) });
  const known = new Map(
    datasets.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data] as const])),
  );
  return others.flatMap((other) => {
    const dataset = known.get(other.dataset);
    return dataset !== undefined && concerns(dataset, open) ? [{ ...other, name: dataset.name }] : [];
  });
};
