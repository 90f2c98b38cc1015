/** A row of pictures of one height that fills the width. */
export interface Row {
  /** Index of its first picture. */
  first: number;
  count: number;
  top: number;
  height: number;
}

/* A panorama or a strip would make a row of its own; it is cut by its tile instead. */
const MOST = 3;
const LEAST = 0.4;

/** How many times as wide as high a picture is drawn. */
export const ratioOf = ({ width, height }: { width: number; height: number }) =>
  width > 0 && height > 0 ? Math.min(MOST, Math.max(LEAST, width / height)) : 1;

/**
 * Lays pictures out in rows near `wanted` high, each as wide as all: the last picture of a row is the one with which
 * the row comes nearer to that height than without it.
 *
 * @param ratios of all pictures, by ratioOf: 100,000 take a millisecond or two
 */
export const justified = (ratios: readonly number[], width: number, wanted: number, gap: number): Row[] => {
  const rows: Row[] = [];
  let first = 0;
  let count = 0;
  let sum = 0;
  let top = 0;
  const end = (height: number) => {
    rows.push({ first, count, top, height });
    first += count;
    top += height + gap;
    count = 0;
    sum = 0;
  };
  const heightOf = (pictures: number, share: number) => (width - gap * (pictures - 1)) / share;
  for (const ratio of ratios) {
    const without = heightOf(count, sum);
    const withIt = heightOf(count + 1, sum + ratio);
    if (count > 0 && withIt < wanted && wanted - withIt > without - wanted) end(without);
    count += 1;
    sum += ratio;
    if (heightOf(count, sum) <= wanted) end(heightOf(count, sum));
  }
  if (count > 0) end(Math.min(wanted, heightOf(count, sum)));
  return rows;
};

/** Index of the row that a distance from the top falls into. */
export const rowAt = (rows: readonly Row[], top: number): number => {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.top ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return low;
};
