import type { components } from '@/gen/api';
import { organizationsQuery } from '@/entities/organization/list-organizations';
import { api, body, done } from '@/lib/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export type Member = components['schemas']['Member'];
export type Position = Member['role'];

/** Below the list's own key: who changes who is in one changes both. */
export const membersQuery = (organization: number) =>
  queryOptions({
    queryKey: [...organizationsQuery.queryKey, organization, 'members'],
    queryFn: ({ signal }) =>
      body(
        api.GET('/api/v1/organizations/{organization_id}/members', {
          params: { path: { organization_id: organization } },
          signal,
        }),
      ),
  });

/* Membership decides which datasets are seen. */
const useMembersChange = <Wanted, Made>(
  change: (wanted: Wanted) => Promise<Made>,
  onSuccess: (made: Made) => void,
) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (made) => {
      onSuccess(made);
      await Promise.all([
        queries.invalidateQueries({ queryKey: organizationsQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['datasets'] }),
      ]);
    },
  });
};

/** Adds somebody, or gives a member another position. */
export const useAdmit = (organization: number, onSuccess: (member: Member) => void) =>
  useMembersChange(
    (wanted: { email: string; role: Position }) =>
      body(
        api.POST('/api/v1/organizations/{organization_id}/members', {
          params: { path: { organization_id: organization } },
          body: wanted,
        }),
      ),
    onSuccess,
  );

/** Ends a membership: somebody's, or one's own. */
export const useDismiss = (organization: number, onSuccess: () => void) =>
  useMembersChange(
    (user: number) =>
      done(
        api.DELETE('/api/v1/organizations/{organization_id}/members/{user_id}', {
          params: { path: { organization_id: organization, user_id: user } },
        }),
      ),
    onSuccess,
  );
