import type { components } from '@/gen/api';
import { api, page } from '@/lib/api';
import { infiniteQueryOptions } from '@tanstack/react-query';

export type AuditEntry = components['schemas']['AuditEntry'];

const PAGE = 100;

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ pageParam, signal }) =>
    page(
      api.GET('/api/v1/audit', {
        params: { query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});
