import { EmptyState } from '@/components/states';
import { Button } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** In place of a screen that a visitor can't have. */
export const SignInFirst = () => {
  const { t } = useTranslation();
  const { href } = useLocation();
  return (
    <EmptyState whole icon="lock" title={t('signIn.needed')}>
      <Button renderRoot={(props) => <Link {...props} to="/sign-in" search={{ next: href }} />}>
        {t('action.signIn')}
      </Button>
    </EmptyState>
  );
};
