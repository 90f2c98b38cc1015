import type { paths } from '@/gen/api';
import { api, page } from '@/lib/api';
import { infiniteQueryOptions } from '@tanstack/react-query';

type Query = NonNullable<paths['/api/v1/datasets/available']['get']['parameters']['query']>;

export type Sort = NonNullable<Query['sort']>;
export type Filter = Pick<Query, 'task_type' | 'format' | 'visibility' | 'owner' | 'q' | 'tags' | 'sort'>;

const PAGE = 200;

/** The datasets that the caller may see, a page at a time; the first page brings the totals of all. */
export const datasetsQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['datasets', filter],
    queryFn: ({ pageParam, signal }) =>
      page(
        api.GET('/api/v1/datasets/available', {
          params: {
            query: {
              ...filter,
              limit: PAGE,
              ...(pageParam === null ? { totals: true } : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
