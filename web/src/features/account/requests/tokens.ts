import type { components } from '@/gen/api';
import { api, body, done } from '@/lib/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export type Token = components['schemas']['Token'];
export type NewToken = components['schemas']['NewToken'];
type TokenRequest = components['schemas']['TokenRequest'];

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => body(api.GET('/api/v1/auth/tokens', { signal })),
});

export const useMakeToken = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: TokenRequest) => body(api.POST('/api/v1/auth/tokens', { body: wanted })),
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
};

export const useRevokeToken = (onSuccess: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      done(api.DELETE('/api/v1/auth/tokens/{token_id}', { params: { path: { token_id: id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
      onSuccess();
    },
  });
};
