import { useDatasetChanged } from '@/entities/dataset/show-dataset';
import type { components } from '@/gen/api';
import { api, body, done } from '@/lib/api';
import { queryOptions, useMutation } from '@tanstack/react-query';

export type Permission = components['schemas']['Permission'];
type PermissionRequest = components['schemas']['PermissionRequest'];

export const permissionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['dataset', id, 'permissions'],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/datasets/{id}/permissions', { params: { path: { id } }, signal })),
  });

export const useGrant = (id: string, onSuccess: (grant: Permission) => void) => {
  const changed = useDatasetChanged();
  return useMutation({
    mutationFn: (wanted: PermissionRequest) =>
      body(api.POST('/api/v1/datasets/{id}/permissions', { params: { path: { id } }, body: wanted })),
    onSuccess: async (grant) => {
      onSuccess(grant);
      await changed(id);
    },
  });
};

/** Takes a role away from somebody, or lays down one's own. */
export const useRevoke = (id: string, onSuccess: () => void) => {
  const changed = useDatasetChanged();
  return useMutation({
    mutationFn: (user: number) =>
      done(
        api.DELETE('/api/v1/datasets/{id}/permissions/{user_id}', {
          params: { path: { id, user_id: user } },
        }),
      ),
    onSuccess: async () => {
      onSuccess();
      await changed(id);
    },
  });
};
