import { asProblem } from '@/lib/problem';

/* Nobody answered, or the server had a bad moment: a restart takes seconds, a lost network minutes. */
const passing = (thrown: unknown) => {
  const { status, code } = asProblem(thrown);
  if (code === 'insufficient_storage') return false;
  return code === 'unreachable' || status === 429 || status >= 500;
};

const FIRST_MS = 500;
const LONGEST_MS = 5000;
const TRIES = 60;

export type Wait = (milliseconds: number) => Promise<void>;

/** How long to wait before the try after `tries`; null where another would end alike. */
export const pauseAfter = (thrown: unknown, tries: number): number | null =>
  tries >= TRIES || !passing(thrown) ? null : Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1));

/** Asks again while the reason passes: some five minutes in all. */
export const patiently = async <T>(ask: () => Promise<T>, wait: Wait): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (thrown) {
      const pause = pauseAfter(thrown, tries);
      if (pause === null) throw thrown;
      await wait(pause);
    }
  }
};
