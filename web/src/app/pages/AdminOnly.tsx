import { EmptyState } from '@/components/states';
import { useUser } from '@/entities/session/session';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInFirst } from './SignInFirst';

/** Around a screen of admins; the server decides again at every request. */
export const AdminOnly = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const user = useUser();
  if (user === null) return <SignInFirst />;
  return user.is_admin ? children : <EmptyState whole icon="lock" title={t('people.adminOnly')} />;
};
