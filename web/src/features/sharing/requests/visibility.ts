import type { Visibility } from '@/entities/dataset/dataset';
import { useDatasetChanged } from '@/entities/dataset/show-dataset';
import { api, body } from '@/lib/api';
import { useMutation } from '@tanstack/react-query';

export const useVisibility = (id: string, onSuccess: (now: Visibility) => void) => {
  const changed = useDatasetChanged();
  return useMutation({
    mutationFn: (visibility: Visibility) =>
      body(api.PUT('/api/v1/datasets/{id}', { params: { path: { id } }, body: { visibility } })),
    onSuccess: async (now) => {
      await changed(id);
      onSuccess(now.visibility);
    },
  });
};
