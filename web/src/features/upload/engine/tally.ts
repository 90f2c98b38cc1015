import type { Progress } from './engine';

const EVERY_MS = 100;

/** What is counted; the way that files take is not. */
type Counts = Omit<Progress, 'detour'>;

/** Counts what has been sent, and tells of it at most ten times a second. */
export class Tally {
  private readonly underWay = new Map<string, number>();
  private readonly over = new Set<string>();
  private sent = 0;
  private present = 0;
  private stalled = 0;
  private last = -Infinity;
  private coming = false;

  constructor(
    private readonly total: number,
    private readonly allFiles: number,
    private readonly now: () => number,
    private readonly later: (run: () => void, milliseconds: number) => void,
    private readonly tell: (counts: Counts) => void,
  ) {}

  sending(path: string, bytes: number): void {
    this.underWay.set(path, bytes);
    this.maybe();
  }

  done(path: string, size: number, present: boolean): void {
    this.underWay.delete(path);
    if (this.over.has(path)) return;
    this.over.add(path);
    this.sent += size;
    if (present) this.present += 1;
    this.maybe();
  }

  /** It did not arrive after all. */
  missing(path: string, size: number): void {
    this.underWay.delete(path);
    if (this.over.delete(path)) this.sent -= size;
  }

  stall(by: 1 | -1): void {
    this.stalled += by;
    this.tellNow();
  }

  tellNow(): void {
    this.last = this.now();
    this.coming = false;
    let half = 0;
    for (const bytes of this.underWay.values()) half += bytes;
    this.tell({
      sent: Math.min(this.total, this.sent + half),
      total: this.total,
      files: this.over.size,
      allFiles: this.allFiles,
      present: this.present,
      stalled: this.stalled > 0,
    });
  }

  private maybe(): void {
    if (this.now() - this.last >= EVERY_MS) {
      this.tellNow();
    } else if (!this.coming) {
      this.coming = true; // the last word before a long silence is told too
      this.later(() => {
        if (this.coming) this.tellNow();
      }, EVERY_MS);
    }
  }
}
