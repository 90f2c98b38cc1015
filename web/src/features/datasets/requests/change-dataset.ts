import type { Dataset } from '@/entities/dataset/dataset';
import { useDatasetChanged } from '@/entities/dataset/show-dataset';
import type { components } from '@/gen/api';
import { api, body } from '@/lib/api';
import { useMutation } from '@tanstack/react-query';

export type DatasetChange = components['schemas']['DatasetChange'];

export const useChangeDataset = (id: string, onSuccess: (now: Dataset) => void) => {
  const changed = useDatasetChanged();
  return useMutation({
    mutationFn: (change: DatasetChange) =>
      body(api.PUT('/api/v1/datasets/{id}', { params: { path: { id } }, body: change })),
    onSuccess: async (now) => {
      await changed(id);
      onSuccess(now);
    },
  });
};
