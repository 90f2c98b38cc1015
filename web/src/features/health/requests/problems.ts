import type { components } from '@/gen/api';
import { api, page } from '@/lib/api';
import { infiniteQueryOptions } from '@tanstack/react-query';

export type Finding = components['schemas']['Finding'];

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Finding['severity'][];

export interface Filter {
  severity?: Finding['severity'];
  kind?: string;
}

const PAGE = 200;

/** The server says them in the language that it is asked in, so the language is a part of the question. */
export const problemsQuery = (id: string, filter: Filter, language: string) =>
  infiniteQueryOptions({
    queryKey: ['dataset', id, 'problems', filter, language],
    queryFn: ({ pageParam, signal }) =>
      page(
        api.GET('/api/v1/datasets/{id}/problems', {
          params: {
            path: { id },
            query: { ...filter, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          headers: { 'Accept-Language': language },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
