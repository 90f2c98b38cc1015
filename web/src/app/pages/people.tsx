import { EmptyState } from '@/components/states';
import { useUser } from '@/entities/session/session';
import { PeoplePage } from '@/features/account/PeoplePage';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignInFirst } from './SignInFirst';

export const peoplePage = createLazyRoute('/people')({
  component: function PeopleRoute() {
    const { t } = useTranslation();
    const user = useUser();
    if (user === null) return <SignInFirst />;
    return user.is_admin ? <PeoplePage /> : <EmptyState whole icon="lock" title={t('people.adminOnly')} />;
  },
});
