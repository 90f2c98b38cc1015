import { useDatasetChanged } from '@/entities/dataset/show-dataset';
import { useUser } from '@/entities/session/session';
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Picked } from './engine/collect';
import type { Mismatch, Previewer, UploadEngine } from './engine/engine';
import { UploadQueue, type QueuedUpload } from './engine/queue';
import { filesFor, selectionOf } from './engine/selection';
import { threadedEngine } from './engine/threaded';

interface Uploading {
  queue: UploadQueue;
  previewer: Previewer & Pick<UploadEngine, 'discard'>;
  /** Goes on with an interrupted upload if these are its files; else says what is missing. */
  goOn: (upload: QueuedUpload, picked: Picked[]) => Promise<Mismatch>;
}

/** The one queue of this page; it outlives every screen. */
export const Uploads = createContext<Uploading | null>(null);

const useUploading = (): Uploading => {
  const uploading = useContext(Uploads);
  if (uploading === null) throw new Error('no upload queue around this screen');
  return uploading;
};

export const useUploadQueue = (): UploadQueue => useUploading().queue;
export const usePreviewer = () => useUploading().previewer;
export const useGoOn = () => useUploading().goOn;

/** Makes the queue, and brings back what this person's last page left unfinished. */
export const useNewQueue = (): Uploading => {
  const changed = useDatasetChanged();
  const user = useUser();
  const [engine] = useState(threadedEngine);
  const [uploading] = useState((): Uploading => {
    const queue = new UploadQueue(engine, (result) => void changed(result.dataset));
    return {
      queue,
      previewer: engine,
      goOn: async ({ id, plan }, picked) => {
        const files = filesFor(selectionOf(picked), plan.target);
        const mismatch = await engine.compare(plan, files);
        if (mismatch === null) queue.goOn(id, files);
        return mismatch;
      },
    };
  });
  const owner = user?.id;
  useEffect(() => {
    if (owner === undefined) return;
    void engine.unfinished(owner).then((plans) => uploading.queue.recall(plans));
  }, [engine, uploading, owner]);
  return uploading;
};

export const useUploads = (): readonly QueuedUpload[] => {
  const queue = useUploadQueue();
  return useSyncExternalStore(queue.subscribe, queue.all);
};
