import type { components } from '@/gen/api';
import { api, body } from '@/lib/api';
import { useMutation } from '@tanstack/react-query';

type RegisterRequest = components['schemas']['RegisterRequest'];

/** Makes an account; signing in comes next. */
export const register = (wanted: RegisterRequest) =>
  body(api.POST('/api/v1/auth/register', { body: wanted }));

export const useRegister = () => useMutation({ mutationFn: register });
