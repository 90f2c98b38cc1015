import { expect, it } from 'vitest';
import { outlines } from './outlines';

it('draws all boxes of a class in one path, at the very corners', () => {
  const drawn = outlines(
    [
      { kind: 'box', class: 'cat', box: [0.1, 0.2, 0.5, 0.25] },
      { kind: 'box', class: 'dog', box: [0, 0, 1, 1] },
      { kind: 'box', class: 'cat', box: [0.5, 0.5, 0.5, 0.5] },
    ],
    200,
    100,
  );
  expect(drawn).toEqual([
    { name: 'cat', path: 'M20 20H120V45H20ZM100 50H200V100H100Z' },
    { name: 'dog', path: 'M0 0H200V100H0Z' },
  ]);
});

it('draws a polygon by its points, and a mask by its box', () => {
  const [drawn] = outlines(
    [
      { kind: 'polygon', class: 'a', box: [0, 0, 1, 1], points: [0, 0, 1, 0, 0.5, 1] },
      { kind: 'mask', class: 'a', box: [0, 0, 0.5, 0.5] },
      { kind: 'polygon', class: 'a', box: [0, 0, 0.1, 0.1], points: [0, 0, 1] },
    ],
    10,
    20,
  );
  expect(drawn?.path).toBe('M0 0L10 0L5 20ZM0 0H5V10H0ZM0 0H1V2H0Z');
});

it('marks keypoints with crosses in their box', () => {
  const [drawn] = outlines(
    [{ kind: 'keypoints', class: 'a', box: [0, 0, 1, 1], points: [0.5, 0.5] }],
    1000,
    500,
  );
  expect(drawn?.path).toBe('M0 0H1000V500H0ZM492 250H508M500 242V258');
});
