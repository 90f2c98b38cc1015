import type { components } from '@/gen/api';
import { api, page } from '@/lib/api';
import { infiniteQueryOptions } from '@tanstack/react-query';

export type Commit = components['schemas']['Commit'];

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['dataset', id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      page(
        api.GET('/api/v1/datasets/{id}/history', {
          params: {
            path: { id },
            query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
