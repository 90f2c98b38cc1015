import { RegisterPage } from '@/features/account/RegisterPage';
import { Button } from '@mantine/core';
import { createLazyRoute, Link, useLocation, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from '../Logo';
import { onwards } from './next';

export const registerPage = createLazyRoute('/register')({
  component: function RegisterRoute() {
    const { t } = useTranslation();
    const { next } = registerPage.useSearch();
    const { hash } = useLocation();
    const router = useRouter();
    return (
      <RegisterPage
        logo={<Logo size={48} />}
        invitation={next === '/invitation' && hash !== '' ? hash : null}
        onSignedIn={() => router.history.push(onwards(next, hash))}
        known={
          <Button
            variant="subtle"
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/sign-in" search={next === undefined ? {} : { next }} hash />
            )}
          >
            {t('register.known')}
          </Button>
        }
      />
    );
  },
});
