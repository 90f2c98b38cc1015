import { expect, it } from 'vitest';
import { zoomed } from './useZoom';

it('keeps the point under the pointer where it is', () => {
  const at = { x: 120, y: -40 };
  const once = zoomed({ scale: 1, x: 0, y: 0 }, 2, at);
  expect(once).toEqual({ scale: 2, x: -120, y: 40 });
  // A point p of the picture is seen at x + scale * p: the one below the pointer has not moved.
  const below = { x: (at.x - 0) / 1, y: (at.y - 0) / 1 };
  expect(once.x + once.scale * below.x).toBe(at.x);
  expect(once.y + once.scale * below.y).toBe(at.y);
});

it('never shows less than the whole, nor more than the pixels allow', () => {
  expect(zoomed({ scale: 2, x: 50, y: 50 }, 0.1, { x: 9, y: 9 })).toEqual({ scale: 1, x: 0, y: 0 });
  expect(zoomed({ scale: 15, x: 0, y: 0 }, 10, { x: 0, y: 0 }).scale).toBe(20);
});
