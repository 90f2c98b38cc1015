/** A row of pictures of one height that fills the width. */
export interface Row {
  /** Index of its first picture. */
  first: number;
  height: number;
  widths: number[];
}

interface Sized {
  width: number;
  height: number;
}

/* A panorama or a strip would make a row of its own; it is cut by its tile instead. */
const MOST = 3;
const LEAST = 0.4;

export const ratioOf = ({ width, height }: Sized) =>
  width > 0 && height > 0 ? Math.min(MOST, Math.max(LEAST, width / height)) : 1;

/**
 * Lays pictures out in rows near `wanted` high, each as wide as all: the last picture of a row is the one with which
 * the row comes nearer to that height than without it.
 */
export const justified = (pictures: readonly Sized[], width: number, wanted: number, gap: number): Row[] => {
  const rows: Row[] = [];
  let first = 0;
  let ratios: number[] = [];
  let sum = 0;
  const end = (height: number) => {
    rows.push({ first, height, widths: ratios.map((ratio) => ratio * height) });
    first += ratios.length;
    ratios = [];
    sum = 0;
  };
  const heightOf = (count: number, share: number) => (width - gap * (count - 1)) / share;
  for (const picture of pictures) {
    const ratio = ratioOf(picture);
    const without = heightOf(ratios.length, sum);
    const withIt = heightOf(ratios.length + 1, sum + ratio);
    if (ratios.length > 0 && withIt < wanted && wanted - withIt > without - wanted) end(without);
    ratios.push(ratio);
    sum += ratio;
    if (heightOf(ratios.length, sum) <= wanted) end(heightOf(ratios.length, sum));
  }
  if (ratios.length > 0) end(Math.min(wanted, heightOf(ratios.length, sum)));
  return rows;
};
