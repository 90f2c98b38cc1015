import { eventOf, type LiveEvent } from './event';

export interface ConnectionParts {
  /** Opens a socket; answers how to close it, after which nothing is heard of it. */
  connect: (hear: (frame: unknown) => void, lost: (code: number) => void) => () => void;
  /** Runs something later; answers how to think better of it. */
  later: (run: () => void, milliseconds: number) => () => void;
  /** From 0 up to 1. */
  chance: () => number;
}

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/** The server's own word for "you are not let in any more". */
export const ENDED = 1008;

/* After a restart everybody comes back at once unless chance spreads them. */
export const pauseBefore = (attempt: number, chance: number) =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.75 + chance / 2);

/**
 * The one connection of this page to what happens on the server.
 *
 * While it is open nothing is left out without a word; after a gap the event `missed` says that there was one,
 * whether the server noticed it or the connection was cut.
 */
export class LiveConnection {
  private readonly listeners = new Set<(event: LiveEvent) => void>();
  private readonly watchers = new Set<() => void>();
  private close: (() => void) | null = null;
  private forget: (() => void) | null = null;
  private attempts = 0;
  private before = false;
  private ready = false;

  constructor(
    private readonly parts: ConnectionParts,
    private readonly onEnded: () => void,
  ) {}

  readonly isOpen = () => this.ready;

  readonly watch = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly listen = (listener: (event: LiveEvent) => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    if (this.close === null && this.forget === null) this.connect();
  }

  /** For good, until somebody starts it again: the next person's events are none of this one's. */
  stop(): void {
    this.forget?.();
    this.forget = null;
    this.close?.();
    this.close = null;
    this.attempts = 0;
    this.before = false;
    this.turn(false);
  }

  /** The network is back: no need to sit out the pause. */
  hurry(): void {
    if (this.forget === null) return;
    this.forget();
    this.forget = null;
    this.connect();
  }

  private connect(): void {
    this.close = this.parts.connect(
      (frame) => this.hear(eventOf(frame)),
      (code) => this.lost(code),
    );
  }

  private hear(event: LiveEvent | null): void {
    if (event === null) return;
    if (event.type === 'ready') {
      const gap = this.before || this.attempts > 0; // what the page shows was read before anybody told it of changes
      this.attempts = 0;
      this.turn(true);
      if (gap) this.tell({ ...event, type: 'missed' });
      this.before = true;
    } else {
      this.tell(event);
    }
  }

  private lost(code: number): void {
    this.close = null;
    this.turn(false);
    if (code === ENDED) this.onEnded();
    const pause = pauseBefore(this.attempts, this.parts.chance());
    this.attempts += 1;
    this.forget = this.parts.later(() => {
      this.forget = null;
      this.connect();
    }, pause);
  }

  private tell(event: LiveEvent): void {
    this.listeners.forEach((listener) => listener(event));
  }

  private turn(ready: boolean): void {
    if (this.ready === ready) return;
    this.ready = ready;
    this.watchers.forEach((watcher) => watcher());
  }
}
