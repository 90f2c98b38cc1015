import type { components } from '@/gen/api';
import { api, body } from '@/lib/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export type Deleted = components['schemas']['Deleted'];

/** To the trash, or with its files for good. */
export const useDeleteDataset = (id: string, onSuccess: (deleted: Deleted) => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (files: 'keep' | 'delete') =>
      body(
        api.DELETE('/api/v1/datasets/{id}', {
          params: { path: { id }, query: { storage: files === 'delete' } },
        }),
      ),
    onSuccess: async (deleted) => {
      onSuccess(deleted);
      queries.removeQueries({ queryKey: ['dataset', id] });
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['datasets'] }),
        queries.invalidateQueries({ queryKey: ['trash'] }),
      ]);
    },
  });
};
