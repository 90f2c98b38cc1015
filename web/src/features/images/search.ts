import type { Filter } from './requests/images';

export const TILES = ['s', 'm', 'l'] as const;
export const TILE_PIXELS = { s: 110, m: 170, l: 280 } as const;

/** What of the gallery stands in its address. */
export interface ImagesSearch {
  split?: string;
  class?: string;
  has?: NonNullable<Filter['has']>;
  boxes?: 'off';
  tile?: (typeof TILES)[number];
  /** The image that is open. */
  image?: string;
}

export type ChangeImages = (change: { [K in keyof ImagesSearch]?: ImagesSearch[K] | undefined }) => void;
