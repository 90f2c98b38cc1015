import type { components } from '@/gen/api';
import { api, body, done } from '@/lib/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export type Invitation = components['schemas']['Invitation'];
export type NewInvitation = components['schemas']['NewInvitation'];
type InvitationRequest = components['schemas']['InvitationRequest'];
type AcceptedInvitation = components['schemas']['AcceptedInvitation'];

export const invitationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['dataset', id, 'invitations'],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/datasets/{id}/invitations', { params: { path: { id } }, signal })),
  });

const useInvitationsChange = <Wanted, Made>(
  id: string,
  change: (wanted: Wanted) => Promise<Made>,
  onSuccess: (made: Made) => void,
) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (made) => {
      onSuccess(made);
      await queries.invalidateQueries({ queryKey: invitationsQuery(id).queryKey });
    },
  });
};

export const useInvite = (id: string, onSuccess: (made: NewInvitation) => void) =>
  useInvitationsChange(
    id,
    (wanted: InvitationRequest) =>
      body(api.POST('/api/v1/datasets/{id}/invitations', { params: { path: { id } }, body: wanted })),
    onSuccess,
  );

export const useWithdraw = (id: string, onSuccess: () => void) =>
  useInvitationsChange(
    id,
    (invitation: number) =>
      done(
        api.DELETE('/api/v1/datasets/{id}/invitations/{invitation_id}', {
          params: { path: { id, invitation_id: invitation } },
        }),
      ),
    onSuccess,
  );

/** Uses a link up. */
export const useAccept = (onSuccess: (accepted: AcceptedInvitation) => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => body(api.POST('/api/v1/invitations/accept', { body: { token } })),
    onSuccess: (accepted) => {
      void queries.invalidateQueries({ queryKey: ['datasets'] });
      void queries.invalidateQueries({ queryKey: ['dataset', accepted.dataset_id] });
      onSuccess(accepted);
    },
  });
};
