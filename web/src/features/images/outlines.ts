import type { Shape } from './requests/images';

/** Everything of one class on one image, as one SVG path: a rectangle each would be thousands of elements. */
export interface Outline {
  name: string;
  path: string;
}

const DOT = 0.008;
const at = (share: number, side: number) => Math.round(share * side * 100) / 100;

const box = ([x = 0, y = 0, w = 0, h = 0]: readonly number[], width: number, height: number) =>
  `M${at(x, width)} ${at(y, height)}H${at(x + w, width)}V${at(y + h, height)}H${at(x, width)}Z`;

const points = (shape: Shape, width: number, height: number) => {
  const given = shape.points ?? [];
  return Array.from({ length: Math.floor(given.length / 2) }, (_, index) => [
    at(given[2 * index] ?? 0, width),
    at(given[2 * index + 1] ?? 0, height),
  ]);
};

/* A cross at each point that is marked, and the box around them. */
const crosses = (shape: Shape, width: number, height: number) => {
  const arm = Math.max(width, height) * DOT;
  const marks = points(shape, width, height).map(
    ([x = 0, y = 0]) => `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`,
  );
  return box(shape.box, width, height) + marks.join('');
};

const polygon = (shape: Shape, width: number, height: number) => {
  const corners = points(shape, width, height).map(([x = 0, y = 0]) => `${x} ${y}`);
  return corners.length < 3 ? box(shape.box, width, height) : `M${corners.join('L')}Z`;
};

const outline = (shape: Shape, width: number, height: number) => {
  switch (shape.kind) {
    case 'polygon':
      return polygon(shape, width, height);
    case 'keypoints':
      return crosses(shape, width, height);
    case 'box':
    case 'mask':
      return box(shape.box, width, height);
  }
};

/** What is drawn over an image of this size, class by class. */
export const outlines = (shapes: readonly Shape[], width: number, height: number): Outline[] => {
  const paths = new Map<string, string[]>();
  for (const shape of shapes) {
    const path = paths.get(shape.class) ?? [];
    path.push(outline(shape, width, height));
    paths.set(shape.class, path);
  }
  return [...paths].map(([name, path]) => ({ name, path: path.join('') }));
};
