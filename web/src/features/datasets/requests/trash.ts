import { useDatasetChanged } from '@/entities/dataset/show-dataset';
import type { components } from '@/gen/api';
import { api, body, page } from '@/lib/api';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export type TrashedDataset = components['schemas']['TrashedDataset'];

export const trashQuery = infiniteQueryOptions({
  queryKey: ['trash'],
  queryFn: ({ pageParam, signal }) =>
    page(
      api.GET('/api/v1/datasets/trash', {
        params: { query: { limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

export const useRestore = (onSuccess: (name: string) => void) => {
  const queries = useQueryClient();
  const changed = useDatasetChanged();
  return useMutation({
    mutationFn: (id: string) => body(api.POST('/api/v1/datasets/{id}/restore', { params: { path: { id } } })),
    onSuccess: async (restored) => {
      onSuccess(restored.name);
      await Promise.all([changed(restored.id), queries.invalidateQueries({ queryKey: ['trash'] })]);
    },
  });
};
