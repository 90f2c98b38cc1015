import { useDatasetChanged } from '@/entities/dataset/show-dataset';
import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import { multipartEngine } from './engine/multipart';
import { UploadQueue, type QueuedUpload } from './engine/queue';

/** The one queue of this page; it outlives every screen. */
export const Uploads = createContext<UploadQueue | null>(null);

export const useUploadQueue = (): UploadQueue => {
  const queue = useContext(Uploads);
  if (queue === null) throw new Error('no upload queue around this screen');
  return queue;
};

export const useNewQueue = () => {
  const changed = useDatasetChanged();
  const [queue] = useState(() => new UploadQueue(multipartEngine, (result) => void changed(result.dataset)));
  return queue;
};

export const useUploads = (): readonly QueuedUpload[] => {
  const queue = useUploadQueue();
  return useSyncExternalStore(queue.subscribe, queue.all);
};
