import { SignInPage } from '@/features/account/SignInPage';
import { Button } from '@mantine/core';
import { createLazyRoute, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from '../Logo';

/** Only a place of ours: an address that leads elsewhere is not followed. */
const inside = (next: string | undefined) =>
  next !== undefined && next.startsWith('/') && !next.startsWith('//') && !next.includes('\\')
    ? next
    : '/datasets';

export const signInPage = createLazyRoute('/sign-in')({
  component: function SignInRoute() {
    const { t } = useTranslation();
    const { next } = signInPage.useSearch();
    const router = useRouter();
    return (
      <SignInPage
        logo={<Logo size={48} />}
        onSignedIn={() => router.history.push(inside(next))}
        guest={
          <>
            <Button component={Link} to="/datasets" variant="subtle" size="sm">
              {t('signIn.guest')}
            </Button>
            <Button component={Link} to="/register" variant="subtle" size="sm">
              {t('register.none')}
            </Button>
          </>
        }
      />
    );
  },
});
