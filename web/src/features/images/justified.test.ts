import { expect, it } from 'vitest';
import { justified, ratioOf, rowAt } from './justified';

const wide = { width: 1600, height: 900 };
const tall = { width: 900, height: 1600 };
const many = Array.from({ length: 100 }, (_, n) => ratioOf(n % 3 === 0 ? tall : wide));

it('fills every row but the last, and leaves no picture out', () => {
  const rows = justified(many, 1000, 170, 4);
  expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(100);
  rows.slice(0, -1).forEach(({ first, count, height }) => {
    const width = many.slice(first, first + count).reduce((sum, ratio) => sum + ratio * height, 0);
    expect(width + 4 * (count - 1)).toBeCloseTo(1000, 6);
  });
  rows.forEach((row) => expect(Math.abs(row.height - 170)).toBeLessThan(70));
});

it('numbers the rows by their first picture, and lays each below the one before', () => {
  let next = 0;
  let top = 0;
  for (const row of justified(many, 1000, 170, 4)) {
    expect(row.first).toBe(next);
    expect(row.top).toBeCloseTo(top, 6);
    next += row.count;
    top += row.height + 4;
  }
});

it('does not blow up a last row of one, nor an image without a size', () => {
  expect(justified([ratioOf(wide)], 1000, 170, 4)).toEqual([{ first: 0, count: 1, top: 0, height: 170 }]);
  expect(ratioOf({ width: 0, height: 0 })).toBe(1);
});

it('keeps the shape of all but strips', () => {
  expect(ratioOf(tall)).toBeCloseTo(900 / 1600);
  expect(ratioOf({ width: 10_000, height: 10 })).toBe(3);
  expect(ratioOf({ width: 10, height: 10_000 })).toBe(0.4);
});

it('has nothing to lay out of nothing', () => expect(justified([], 1000, 170, 4)).toEqual([]));

it('finds the row at any distance from the top', () => {
  const rows = justified(many, 1000, 170, 4);
  rows.forEach((row, index) => {
    expect(rowAt(rows, row.top)).toBe(index);
    expect(rowAt(rows, row.top + row.height)).toBe(index);
  });
  expect(rowAt(rows, -50)).toBe(0);
  expect(rowAt(rows, 1e9)).toBe(rows.length - 1);
  expect(rowAt([], 10)).toBe(0);
});
