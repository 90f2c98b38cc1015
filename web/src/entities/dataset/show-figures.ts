import type { components } from '@/gen/api';
import { api, body } from '@/lib/api';
import { queryOptions } from '@tanstack/react-query';

export type Figures = components['schemas']['Figures'];

/** Below the dataset's own key: what changes the dataset changes these. */
export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['dataset', id, 'statistics'],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/datasets/{id}/statistics', { params: { path: { id } }, signal })),
  });
