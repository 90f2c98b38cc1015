import { sessionQuery, type User } from '@/entities/session/session';
import { api, body, keepCsrfToken } from '@/lib/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export const useSignIn = (onSuccess: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (who: { email: string; password: string }): Promise<{ user: User | null }> => {
      const me = await body(api.POST('/api/v1/auth/login', { body: who }));
      keepCsrfToken(me.csrf_token);
      return { user: me.user };
    },
    onSuccess: (session) => {
      // Lists of a visitor are not those of a person. The session itself stays: screens are watching it.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      queries.setQueryData(sessionQuery.queryKey, session);
      onSuccess();
    },
  });
};
