import { expect, it } from 'vitest';
import { cursorOf, firstOf, learned, NOTHING, pagesWith, reachable, type Known } from './known';

const rows = (count: number) => Array.from({ length: count }, () => ({ width: 20, height: 10 }));
const read = (known: Known, page: number, count: number, next: string | null) =>
  learned(known, page, { rows: rows(count), next });

const three = read(read(read(NOTHING, 0, 10, 'b'), 1, 10, 'c'), 2, 4, null);

it('knows where to begin, and that nothing else is known', () => {
  expect(reachable(NOTHING)).toBe(1);
  expect(cursorOf(NOTHING, 0)).toBeNull();
  expect(pagesWith(NOTHING, 0, 50)).toEqual([0]);
});

it('finds the pages of a part of the list', () => {
  expect(reachable(three)).toBe(3);
  expect([0, 1, 2].map((page) => cursorOf(three, page))).toEqual([null, 'b', 'c']);
  expect([0, 1, 2].map((page) => firstOf(three, page))).toEqual([0, 10, 20]);
  expect(pagesWith(three, 0, 9)).toEqual([0]);
  expect(pagesWith(three, 9, 10)).toEqual([0, 1]);
  expect(pagesWith(three, 15, 90)).toEqual([1, 2]);
});

it('asks for the page behind all known when the part reaches beyond', () => {
  const two = read(read(NOTHING, 0, 10, 'b'), 1, 10, 'c');
  expect([0, 1, 2].map((page) => cursorOf(two, page))).toEqual([null, 'b', 'c']);
  expect(pagesWith(two, 12, 19)).toEqual([1]);
  expect(pagesWith(two, 12, 20)).toEqual([1, 2]);
});

it('stays the same object when a page says what was known', () => {
  expect(read(three, 1, 10, 'c')).toBe(three);
  expect(read(three, 2, 4, null)).toBe(three);
});

it('moves only the beginning of the next page when a page ends elsewhere', () => {
  const moved = read(three, 0, 10, 'b2');
  expect(cursorOf(moved, 1)).toBe('b2');
  expect(cursorOf(moved, 2)).toBe('c');
  expect(firstOf(moved, 2)).toBe(20);
  const corrected = read(moved, 1, 10, 'c2');
  expect(cursorOf(corrected, 2)).toBe('c2');
});

it('forgets what lies behind the end, and learns of what has come behind it', () => {
  const shorter = read(three, 1, 3, null);
  expect(reachable(shorter)).toBe(2);
  const longer = read(three, 2, 10, 'd');
  expect(reachable(longer)).toBe(4);
  expect(cursorOf(longer, 3)).toBe('d');
});

it('knows an empty list from one that nobody has read', () => {
  const empty = read(NOTHING, 0, 0, null);
  expect(empty.pages).toHaveLength(1);
  expect(reachable(empty)).toBe(1);
});
