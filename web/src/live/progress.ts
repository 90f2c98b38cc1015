import type { LiveEvent } from './event';

/** How far something is, by the server's own count. */
export interface ServerProgress {
  id: string;
  kind: 'upload' | 'task';
  dataset: string | null;
  done: number;
  total: number;
  bytesDone: number;
  bytesTotal: number;
  checked: number;
  message: string;
  /** When this was said, by the clock of this page. */
  heard: number;
}

const OVER = new Set(['committed', 'ended', 'succeeded', 'failed']);
const MOST = 100;

/** What is under way on the server, by the id of the upload or the task; it goes when that is over. */
export class ProgressBoard {
  private entries: readonly ServerProgress[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly all = () => this.entries;

  hear({ type, upload_id, task_id, dataset_id, ...told }: LiveEvent): void {
    const { done, total, checked, message, bytes_done: bytesDone, bytes_total: bytesTotal } = told;
    const id = type === 'upload' ? upload_id : type === 'task' ? task_id : undefined;
    if (id === undefined) return;
    const others = this.entries.filter((entry) => entry.id !== id);
    if (OVER.has(message)) {
      if (others.length < this.entries.length) this.put(others);
      return;
    }
    const kind = type === 'upload' ? 'upload' : 'task';
    const count = { done, total, checked, bytesDone, bytesTotal, message, heard: this.now() };
    this.put([...others.slice(-MOST), { id, kind, dataset: dataset_id ?? null, ...count }]);
  }

  /** Nobody tells any more how far anything is. */
  clear(): void {
    if (this.entries.length > 0) this.put([]);
  }

  private put(entries: readonly ServerProgress[]): void {
    this.entries = entries;
    this.listeners.forEach((listener) => listener());
  }
}
