import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { remember, remembered } from '@/lib/remember';

const isScheme = (word: string | null): word is MantineColorScheme =>
  word === 'light' || word === 'dark' || word === 'auto';

/** Keeps the choice where public/scheme.js finds it before the first paint. */
export const schemeManager: MantineColorSchemeManager = {
  get: (fallback) => {
    const chosen = remembered('scheme');
    return isScheme(chosen) ? chosen : fallback;
  },
  set: (chosen) => remember('scheme', chosen),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => remember('scheme', 'auto'),
};
