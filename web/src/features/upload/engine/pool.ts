/** Runs at most so many jobs at once, in the order in which they came. */
export class Pool {
  private running = 0;
  private readonly queue: (() => Promise<void>)[] = [];
  private waiting: { below: number; wake: () => void }[] = [];

  constructor(private readonly width: number) {}

  add(job: () => Promise<void>): void {
    this.queue.push(job);
    this.next();
  }

  /** Until fewer than `count` jobs are running or waiting. */
  below(count: number): Promise<void> {
    if (this.running + this.queue.length < count) return Promise.resolve();
    return new Promise((wake) => this.waiting.push({ below: count, wake }));
  }

  private next(): void {
    while (this.running < this.width) {
      const job = this.queue.shift();
      if (job === undefined) break;
      this.running += 1;
      void job().finally(() => {
        this.running -= 1;
        this.next();
        this.wake();
      });
    }
  }

  private wake(): void {
    const left = this.running + this.queue.length;
    const ready = this.waiting.filter(({ below }) => left < below);
    this.waiting = this.waiting.filter(({ below }) => left >= below);
    ready.forEach(({ wake }) => wake());
  }
}
