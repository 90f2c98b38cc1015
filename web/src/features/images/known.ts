import { ratioOf } from './justified';

interface KnownPage {
  cursor: string | null;
  /** Of its pictures, one number each: all that is kept of what is not in sight. */
  ratios: readonly number[];
}

/** What is known of a long list of images, of which only the part in sight is held. */
export interface Known {
  pages: readonly KnownPage[];
  /** Where the page behind the last known one begins; null where there is none. */
  more: { cursor: string | null } | null;
}

interface Read {
  rows: readonly { width: number; height: number }[];
  next: string | null;
}

export const NOTHING: Known = { pages: [], more: { cursor: null } };

/** How many pages can be asked for: those that are known and the one behind them. */
export const reachable = ({ pages, more }: Known) => pages.length + (more === null ? 0 : 1);

export const cursorOf = ({ pages, more }: Known, page: number): string | null => {
  const known = pages[page];
  return known === undefined ? (more?.cursor ?? null) : known.cursor;
};

/**
 * What is known after a page was read.
 *
 * Where it ends elsewhere than before (an image came or went), the next page begins elsewhere too. That one's place is
 * kept until it is read anew, which corrects the one behind it, and so on: nothing jumps, and nothing out of sight is asked
 * for.
 */
export const learned = (known: Known, page: number, { rows, next }: Read): Known => {
  const { pages, more } = known;
  const before = pages[page];
  const behind = pages[page + 1];
  const end = behind === undefined ? more : behind;
  const same =
    before?.ratios.length === rows.length &&
    before.ratios.every((ratio, index) => ratio === ratioOf(rows[index] ?? { width: 0, height: 0 }));
  if (same && (next === null ? end === null : end !== null && end.cursor === next)) return known;
  const now: KnownPage = { cursor: cursorOf(known, page), ratios: rows.map(ratioOf) };
  if (next === null) return { pages: [...pages.slice(0, page), now], more: null };
  if (behind === undefined) return { pages: [...pages.slice(0, page), now], more: { cursor: next } };
  const rest = [{ ...behind, cursor: next }, ...pages.slice(page + 2)];
  return { pages: [...pages.slice(0, page), now, ...rest], more };
};

/** Index of the first image of a page. */
export const firstOf = ({ pages }: Known, page: number): number => {
  let first = 0;
  for (let n = 0; n < page; n++) first += pages[n]?.ratios.length ?? 0;
  return first;
};

/** The pages that hold the images `from` to `to`, and the one behind all known if they reach beyond. */
export const pagesWith = (known: Known, from: number, to: number): number[] => {
  const found: number[] = [];
  let first = 0;
  known.pages.forEach(({ ratios }, page) => {
    if (first <= to && first + ratios.length > from) found.push(page);
    first += ratios.length;
  });
  if (to >= first && known.more !== null) found.push(known.pages.length);
  return found;
};
