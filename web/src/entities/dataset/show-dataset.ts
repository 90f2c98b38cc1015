import { api, body } from '@/lib/api';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

export const datasetQuery = (id: string) =>
  queryOptions({
    queryKey: ['dataset', id],
    queryFn: ({ signal }) => body(api.GET('/api/v1/datasets/{id}', { params: { path: { id } }, signal })),
  });

/** After a change of a dataset: whatever shows it, and every list, asks again. */
export const useDatasetChanged = () => {
  const queries = useQueryClient();
  return async (id: string) => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['dataset', id] }),
      queries.invalidateQueries({ queryKey: ['datasets'] }),
    ]);
  };
};
