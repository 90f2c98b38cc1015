import type { components, paths } from '@/gen/api';
import { api, page } from '@/lib/api';
import { queryOptions } from '@tanstack/react-query';

export type Image = components['schemas']['Image'];
export type Shape = components['schemas']['Shape'];
type Query = NonNullable<paths['/api/v1/datasets/{id}/images']['get']['parameters']['query']>;

export const HAS = ['labels', 'no_labels', 'problems'] as const satisfies readonly Query['has'][];
export type Filter = Pick<Query, 'split' | 'class' | 'has'>;

const PAGE = 200;
/* A page that has gone out of sight is asked for again when it comes back: a long list must not fill the memory. */
const KEPT_MS = 1000;

/** One page of the list. Below the dataset's own key: what changes the dataset changes these, and asks for those in sight. */
export const imagesQuery = (id: string, filter: Filter, cursor: string | null) =>
  queryOptions({
    queryKey: ['dataset', id, 'images', filter, cursor],
    queryFn: ({ signal }) =>
      page(
        api.GET('/api/v1/datasets/{id}/images', {
          params: {
            path: { id },
            query: { ...filter, limit: PAGE, ...(cursor === null ? {} : { cursor }) },
          },
          signal,
        }),
      ),
    gcTime: KEPT_MS,
  });

/** How many images the list has. */
export const imageCountQuery = (id: string, filter: Filter) =>
  queryOptions({
    queryKey: ['dataset', id, 'image-count', filter],
    queryFn: async ({ signal }) => {
      const query = { ...filter, limit: 1, totals: true };
      const { totals } = await page(
        api.GET('/api/v1/datasets/{id}/images', { params: { path: { id }, query }, signal }),
      );
      return totals?.count ?? null;
    },
  });

/** One image wherever it is in the list; null where there is none. */
export const imageQuery = (id: string, path: string) =>
  queryOptions({
    queryKey: ['dataset', id, 'image', path],
    queryFn: async ({ signal }) => {
      const found = await page(
        api.GET('/api/v1/datasets/{id}/images', { params: { path: { id }, query: { path } }, signal }),
      );
      return found.rows[0] ?? null;
    },
  });

const SIZES = [128, 256, 512, 1024] as const;

/** A small picture, at least as wide as it is drawn. The hash keeps a browser from showing what was there before. */
export const thumbnailAddress = (id: string, { path, sha256 }: Image, pixels: number) => {
  const size = SIZES.find((wide) => wide >= pixels) ?? 1024;
  return `/api/v1/datasets/${id}/thumbnail?path=${encodeURIComponent(path)}&size=${size}&v=${sha256.slice(0, 12)}`;
};
