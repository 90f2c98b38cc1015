import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { cursorOf, firstOf, learned, NOTHING, pagesWith, reachable, type Known } from './known';
import { imagesQuery, type Filter, type Image } from './requests/images';

/* So many images before and behind those in sight are asked for ahead. */
const AHEAD = 80;
/* And so many beside the one that is open. */
const BESIDE = 3;

/** A part of the list, by index, both ends within. */
export interface Part {
  from: number;
  to: number;
}

/** An image that is looked for in the list. */
interface Sought {
  path: string;
  /** Where it is; null until it has been found. */
  index: number | null;
  /** The page in which to look next. */
  page: number;
}

/** The images of a dataset by their place in the list; only what is in sight is held. */
export interface Images {
  ratios: readonly number[];
  /** Undefined where its page is not held. */
  at: (index: number) => Image | undefined;
  /** Index of the sought image; null where it is not known (yet). */
  index: number | null;
  /** Whether the list goes on behind what is known. */
  more: boolean;
  /** Nothing is known yet. */
  pending: boolean;
  error: { thrown: Error; retry: () => Promise<unknown> } | null;
  /** Tells which images are on the screen. */
  see: (part: Part) => void;
}

const wantedPages = (known: Known, sight: Part, sought: Sought | null): number[] => {
  const wanted = new Set(pagesWith(known, sight.from - AHEAD, sight.to + AHEAD));
  if (sought !== null && sought.index !== null) {
    pagesWith(known, sought.index - BESIDE, sought.index + BESIDE).forEach((page) => wanted.add(page));
  } else if (sought !== null && sought.page < reachable(known)) {
    wanted.add(sought.page);
  }
  return [...wanted].sort((a, b) => a - b);
};

interface Held {
  page: number;
  first: number;
  rows: readonly Image[];
}

const indexIn = (parts: readonly Held[], path: string): number | null => {
  for (const { first, rows } of parts) {
    const found = rows.findIndex((image) => image.path === path);
    if (found >= 0) return first + found;
  }
  return null;
};

/** What is known of the sought image after these pages were read; the same object where that is nothing new. */
const follow = (sought: Sought | null, path: string | undefined, parts: readonly Held[]): Sought | null => {
  if (path === undefined) return null;
  const index = indexIn(parts, path);
  if (sought?.path !== path) return { path, index, page: 0 };
  if (index !== null) return index === sought.index ? sought : { ...sought, index };
  if (sought.index !== null) {
    // It was here; where its page is held and it is not in it, it has moved or gone.
    const at = sought.index;
    const read = parts.some(({ first, rows }) => at >= first && at < first + rows.length);
    return read ? { path, index: null, page: 0 } : sought;
  }
  return parts.some(({ page }) => page === sought.page) ? { ...sought, page: sought.page + 1 } : sought;
};

/**
 * @param path of an image whose place is wanted too: an address may name one that is far down, and then the list is
 *             read from its beginning until it is found
 */
export const useImages = (id: string, filter: Filter, path: string | undefined): Images => {
  const [known, setKnown] = useState(NOTHING);
  const [sight, setSight] = useState<Part>({ from: 0, to: 0 });
  const [sought, setSought] = useState<Sought | null>(null);
  const wanted = wantedPages(known, sight, sought);
  const results = useQueries({
    queries: wanted.map((page) => imagesQuery(id, filter, cursorOf(known, page))),
  });
  const held = wanted.flatMap((page, n) => {
    const data = results[n]?.data;
    return data === undefined ? [] : [{ page, data }];
  });
  const now = held.reduce((so, { page, data }) => learned(so, page, data), known);
  if (now !== known) setKnown(now);

  const parts = held.map(({ page, data }) => ({ page, first: firstOf(now, page), rows: data.rows }));
  const at = (index: number) => {
    const part = parts.find(({ first, rows }) => index >= first && index < first + rows.length);
    return part?.rows[index - part.first];
  };
  const next = follow(sought, path, parts);
  if (next !== sought) setSought(next);

  const ratios = useMemo(() => now.pages.flatMap((page) => page.ratios), [now]);
  const see = useCallback(
    (part: Part) => setSight((old) => (old.from === part.from && old.to === part.to ? old : part)),
    [],
  );
  const failed = results.find((result) => result.isError);
  return {
    ratios,
    at,
    index: next?.index ?? null,
    more: now.more !== null,
    pending: now.pages.length === 0 && failed === undefined,
    error: failed?.error == null ? null : { thrown: failed.error, retry: failed.refetch },
    see,
  };
};
