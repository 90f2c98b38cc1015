import type { components } from '@/gen/api';
import { api, body, keepCsrfToken } from '@/lib/api';
import { queryOptions, useQuery } from '@tanstack/react-query';

export type User = components['schemas']['User'];

/** Who this browser is signed in as; null for a visitor. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<{ user: User | null }> => {
    const me = await body(api.GET('/api/v1/auth/me'));
    keepCsrfToken(me.csrf_token);
    return { user: me.user };
  },
  staleTime: 60_000,
});

export const useUser = (): User | null => useQuery(sessionQuery).data?.user ?? null;
