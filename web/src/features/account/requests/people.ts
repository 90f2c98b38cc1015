import type { components } from '@/gen/api';
import { api, body, page } from '@/lib/api';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export type Account = components['schemas']['Account'];
type UserRequest = components['schemas']['UserRequest'];
type UserChange = components['schemas']['UserChange'];

export const peopleQuery = infiniteQueryOptions({
  queryKey: ['people'],
  queryFn: ({ pageParam, signal }) =>
    page(
      api.GET('/api/v1/users', {
        params: { query: { limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

const usePeopleChange = <Wanted>(
  change: (wanted: Wanted) => Promise<Account>,
  onSuccess: (made: Account) => void,
) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: peopleQuery.queryKey });
      onSuccess(made);
    },
  });
};

export const useAddPerson = (onSuccess: (made: Account) => void) =>
  usePeopleChange((wanted: UserRequest) => body(api.POST('/api/v1/users', { body: wanted })), onSuccess);

export const useChangePerson = (onSuccess: (made: Account) => void) =>
  usePeopleChange(
    ({ id, change }: { id: number; change: UserChange }) =>
      body(api.PUT('/api/v1/users/{user_id}', { params: { path: { user_id: id } }, body: change })),
    onSuccess,
  );
