import { EmptyState } from '@/components/states';
import { useUser } from '@/entities/session/session';
import { StorePage } from '@/features/operations/StorePage';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignInFirst } from './SignInFirst';

export const settingsPage = createLazyRoute('/settings')({
  component: function SettingsRoute() {
    const { t } = useTranslation();
    const user = useUser();
    if (user === null) return <SignInFirst />;
    return user.is_admin ? <StorePage /> : <EmptyState whole icon="lock" title={t('people.adminOnly')} />;
  },
});
