import type { UploadPlan } from './engine';
import type { Session } from './server';

/** What is kept of an upload on this computer until it is over: everything but the bytes. */
export interface Remembered {
  id: string;
  name: string;
  owner: number;
  target: UploadPlan['target'];
  session: Session;
  bytes: number;
  files: number;
  at: number;
  /** Nobody has said yet that it shall be sent. */
  previewed?: boolean;
}

/** A file's hash, and by what it is known to be the same file as then. */
export interface RememberedHash {
  path: string;
  size: number;
  modified: number;
  sha256: string;
}

/** Keeps plans over a reload of the page. */
export interface UploadMemory {
  find: (id: string) => Promise<Remembered | null>;
  all: () => Promise<Remembered[]>;
  keep: (upload: Remembered) => Promise<void>;
  hashes: (id: string) => Promise<Map<string, RememberedHash>>;
  keepHashes: (id: string, hashes: readonly RememberedHash[]) => Promise<void>;
  forget: (id: string) => Promise<void>;
}

const UPLOADS = 'uploads';
const HASHES = 'hashes';

const settled = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
  });

const answered = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('gotgan-uploads', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(UPLOADS, { keyPath: 'id' });
    request.result.createObjectStore(HASHES);
  };
  return answered(request);
};

/* Everything of one upload lies below its id: an array sorts behind every text. */
const within = (id: string) => IDBKeyRange.bound([id], [id, []]);
const behind = (id: string, path: string) => IDBKeyRange.bound([id, path], [id, []], true);

/* What is read in one go is unpacked in one go, while the thread that asked stands still. */
const PORTION = 1000;

/** A browser that forbids to keep anything (a private window may) uploads all the same, only not over a reload. */
const orElse = async <T>(what: Promise<T>, otherwise: T): Promise<T> => what.catch(() => otherwise);

/** The browser's own database. */
export const browserMemory = (): UploadMemory => {
  let database: Promise<IDBDatabase> | null = null;
  const stores = async (mode: IDBTransactionMode) => {
    database ??= opened();
    return (await database).transaction([UPLOADS, HASHES], mode);
  };
  const write = async (change: (transaction: IDBTransaction) => void) => {
    const transaction = await stores('readwrite');
    change(transaction);
    await settled(transaction);
  };
  return {
    find: (id) =>
      orElse(
        stores('readonly').then(
          async (t) => ((await answered(t.objectStore(UPLOADS).get(id))) as Remembered | undefined) ?? null,
        ),
        null,
      ),
    all: () =>
      orElse(
        stores('readonly').then((t) => answered(t.objectStore(UPLOADS).getAll() as IDBRequest<Remembered[]>)),
        [],
      ),
    keep: (upload) =>
      orElse(
        write((t) => void t.objectStore(UPLOADS).put(upload)),
        undefined,
      ),
    hashes: (id) =>
      orElse(
        stores('readonly').then(async (t) => {
          const all = new Map<string, RememberedHash>();
          for (let range = within(id); ;) {
            const portion = t.objectStore(HASHES).getAll(range, PORTION) as IDBRequest<RememberedHash[]>;
            const some = await answered(portion);
            for (const hash of some) all.set(hash.path, hash);
            const last = some.at(-1);
            if (last === undefined || some.length < PORTION) return all;
            range = behind(id, last.path);
          }
        }),
        new Map<string, RememberedHash>(),
      ),
    keepHashes: (id, hashes) =>
      orElse(
        write((t) => {
          for (const hash of hashes) t.objectStore(HASHES).put(hash, [id, hash.path]);
        }),
        undefined,
      ),
    forget: (id) =>
      orElse(
        write((t) => {
          t.objectStore(UPLOADS).delete(id);
          t.objectStore(HASHES).delete(within(id));
        }),
        undefined,
      ),
  };
};
