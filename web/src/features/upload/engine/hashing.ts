import { asProblem } from '@/lib/problem';
import type { Picked } from './collect';
import type { RememberedHash, UploadMemory } from './memory';
import type { HashedFile } from './server';

const BATCH = 500;
const BATCH_BYTES = 512 * 1024 * 1024;

export interface Hashed {
  picked: Picked;
  hashed: HashedFile;
}

/** As many files as are planned in one request. */
export function* batchesOf(files: readonly Picked[]): Generator<Picked[]> {
  let batch: Picked[] = [];
  let bytes = 0;
  for (const picked of files) {
    batch.push(picked);
    bytes += picked.file.size;
    if (batch.length < BATCH && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

export interface HashingParts {
  memory: UploadMemory;
  hash: (file: Blob, signal: AbortSignal) => Promise<string>;
}

/** Hashes the files of one upload, each once: what is known of them outlives the page. */
export class Hashing {
  private remembered: ReadonlyMap<string, RememberedHash> = new Map();

  constructor(
    private readonly parts: HashingParts,
    private readonly id: string,
    private readonly signal: AbortSignal,
  ) {}

  async recall(): Promise<void> {
    this.remembered = await this.parts.memory.hashes(this.id);
  }

  /**
   * @param ready      waits, or throws what ends everything, before each file
   * @param unreadable hears of a file that can't be read; it is left out of the answer
   */
  async of(
    batch: readonly Picked[],
    ready: () => Promise<void>,
    unreadable: (path: string, detail: string) => void,
  ): Promise<Hashed[]> {
    const all: Hashed[] = [];
    const fresh: RememberedHash[] = [];
    for (const picked of batch) {
      await ready();
      const { path, file } = picked;
      const { size, lastModified: modified } = file;
      const known = this.remembered.get(path);
      if (known?.size === size && known.modified === modified) {
        all.push({ picked, hashed: { path, size, sha256: known.sha256 } });
        continue;
      }
      try {
        const sha256 = await this.parts.hash(file, this.signal);
        fresh.push({ path, size, modified, sha256 });
        all.push({ picked, hashed: { path, size, sha256 } });
      } catch (thrown) {
        this.signal.throwIfAborted();
        unreadable(path, asProblem(thrown).message);
      }
    }
    if (fresh.length > 0) await this.parts.memory.keepHashes(this.id, fresh);
    return all;
  }
}
