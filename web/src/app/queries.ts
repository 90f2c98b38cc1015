import { Problem } from '@/lib/problem';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

const TRIES = 2;

/** What may be different next time: nobody answered, or the server had a bad moment. */
const passing = (error: unknown) => error instanceof Problem && (error.status === 0 || error.status >= 500);

const outcome = (error: unknown) => {
  if (!(error instanceof Problem)) return;
  // The session has ended, or a right was withdrawn while a screen was open: what is on screen may be wrong by now.
  if (error.code === 'unauthenticated') void queries.invalidateQueries({ queryKey: ['session'] });
};

const refused = (error: unknown) => {
  outcome(error);
  if (error instanceof Problem && (error.status === 403 || error.status === 404)) {
    void queries.invalidateQueries({ queryKey: ['dataset'] });
    void queries.invalidateQueries({ queryKey: ['datasets'] });
  }
};

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: outcome }),
  mutationCache: new MutationCache({ onError: refused }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (tries, error) => tries < TRIES && passing(error) },
  },
});
