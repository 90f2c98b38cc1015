import { RegisterPage } from '@/features/account/RegisterPage';
import { Button } from '@mantine/core';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from '../Logo';

export const registerPage = createLazyRoute('/register')({
  component: function RegisterRoute() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    return (
      <RegisterPage
        logo={<Logo size={48} />}
        onSignedIn={() => void navigate({ to: '/datasets' })}
        known={
          <Button component={Link} to="/sign-in" variant="subtle" size="sm">
            {t('register.known')}
          </Button>
        }
      />
    );
  },
});
