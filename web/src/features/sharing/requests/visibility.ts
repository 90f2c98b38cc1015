import type { Visibility } from '@/entities/dataset/dataset';
import { useDatasetChanged } from '@/entities/dataset/show-dataset';
import type { components } from '@/gen/api';
import { api, body } from '@/lib/api';
import { useMutation } from '@tanstack/react-query';

type Wanted = Pick<components['schemas']['DatasetChange'], 'visibility' | 'organization_id'>;

export const useVisibility = (id: string, onSuccess: (now: Visibility) => void) => {
  const changed = useDatasetChanged();
  return useMutation({
    mutationFn: (wanted: Wanted) =>
      body(api.PUT('/api/v1/datasets/{id}', { params: { path: { id } }, body: wanted })),
    onSuccess: async (now) => {
      await changed(id);
      onSuccess(now.visibility);
    },
  });
};
