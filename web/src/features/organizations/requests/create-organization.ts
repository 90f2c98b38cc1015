import { organizationsQuery, type Organization } from '@/entities/organization/list-organizations';
import { api, body } from '@/lib/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export const useCreateOrganization = (onSuccess: (made: Organization) => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => body(api.POST('/api/v1/organizations', { body: { name } })),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: organizationsQuery.queryKey });
      onSuccess(made);
    },
  });
};
