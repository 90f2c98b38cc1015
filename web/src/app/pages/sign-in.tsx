import { SignInPage } from '@/features/account/SignInPage';
import { Button } from '@mantine/core';
import { createLazyRoute, Link, useLocation, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from '../Logo';
import { onwards } from './next';

export const signInPage = createLazyRoute('/sign-in')({
  component: function SignInRoute() {
    const { t } = useTranslation();
    const { next } = signInPage.useSearch();
    const { hash } = useLocation();
    const router = useRouter();
    return (
      <SignInPage
        logo={<Logo size={48} />}
        onSignedIn={() => router.history.push(onwards(next, hash))}
        guest={
          <>
            <Button component={Link} to="/datasets" variant="subtle" size="sm">
              {t('signIn.guest')}
            </Button>
            <Button
              variant="subtle"
              size="sm"
              renderRoot={(props) => (
                <Link {...props} to="/register" search={next === undefined ? {} : { next }} hash />
              )}
            >
              {t('register.none')}
            </Button>
          </>
        }
      />
    );
  },
});
