import { expect, it } from 'vitest';
import { justified } from './justified';

const wide = { width: 1600, height: 900 };
const tall = { width: 900, height: 1600 };
const many = Array.from({ length: 100 }, (_, n) => (n % 3 === 0 ? tall : wide));

const widthOf = (widths: number[], gap: number) =>
  widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1);

it('fills every row but the last, and leaves no picture out', () => {
  const rows = justified(many, 1000, 170, 4);
  expect(rows.reduce((sum, row) => sum + row.widths.length, 0)).toBe(100);
  rows.slice(0, -1).forEach((row) => expect(widthOf(row.widths, 4)).toBeCloseTo(1000, 6));
  rows.forEach((row) => expect(Math.abs(row.height - 170)).toBeLessThan(70));
});

it('numbers the rows by their first picture', () => {
  const rows = justified(many, 1000, 170, 4);
  let next = 0;
  for (const row of rows) {
    expect(row.first).toBe(next);
    next += row.widths.length;
  }
});

it('does not blow up a last row of one, nor an image without a size', () => {
  expect(justified([wide], 1000, 170, 4)).toEqual([{ first: 0, height: 170, widths: [(1600 / 900) * 170] }]);
  expect(justified([{ width: 0, height: 0 }], 1000, 170, 4)[0]?.widths).toEqual([170]);
});

it('keeps the shape of all but strips', () => {
  const [row] = justified([tall, wide, { width: 10_000, height: 10 }], 5000, 170, 4);
  const [first = 0, second = 0, strip = 0] = row?.widths ?? [];
  const height = row?.height ?? 1;
  expect(first / height).toBeCloseTo(900 / 1600);
  expect(second / height).toBeCloseTo(1600 / 900);
  expect(strip / height).toBe(3);
});

it('has nothing to lay out of nothing', () => expect(justified([], 1000, 170, 4)).toEqual([]));
