import type { Dataset } from '@/entities/dataset/dataset';
import { useDatasetChanged } from '@/entities/dataset/show-dataset';
import type { components } from '@/gen/api';
import { api, body } from '@/lib/api';
import { useMutation } from '@tanstack/react-query';

type DatasetRequest = components['schemas']['DatasetRequest'];

export const useCreateDataset = (onSuccess: (made: Dataset) => void) => {
  const changed = useDatasetChanged();
  return useMutation({
    mutationFn: (wanted: DatasetRequest) => body(api.POST('/api/v1/datasets', { body: wanted })),
    onSuccess: async (made) => {
      await changed(made.id);
      onSuccess(made);
    },
  });
};
