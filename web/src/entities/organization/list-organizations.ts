import type { components } from '@/gen/api';
import { api, body } from '@/lib/api';
import { queryOptions } from '@tanstack/react-query';

export type Organization = components['schemas']['Organization'];

/** Those that the caller is in; an admin's are all of them. */
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) => body(api.GET('/api/v1/organizations', { signal })),
});
