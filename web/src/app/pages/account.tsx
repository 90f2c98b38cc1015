import { useUser } from '@/entities/session/session';
import { AccountPage } from '@/features/account/AccountPage';
import { createLazyRoute } from '@tanstack/react-router';
import { SignInFirst } from './SignInFirst';

export const accountPage = createLazyRoute('/account')({
  component: function AccountRoute() {
    const user = useUser();
    return user === null ? <SignInFirst /> : <AccountPage user={user} />;
  },
});
