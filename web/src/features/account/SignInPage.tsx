import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryCard } from './EntryCard';
import { useSignIn } from './requests/sign-in';

/** Signing in. Where it leads is the router's business. */
export const SignInPage = ({
  logo,
  onSignedIn,
  guest,
}: {
  logo: ReactNode;
  onSignedIn: () => void;
  guest: ReactNode;
}) => {
  const { t } = useTranslation();
  const signIn = useSignIn(onSignedIn);
  const needed = (value: string) => (value === '' ? t('signIn.required') : null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: (value) => needed(value.trim()), password: needed },
  });
  return (
    <EntryCard
      logo={logo}
      title={t('signIn.title')}
      hint={t('app.tagline')}
      error={signIn.error}
      onSubmit={form.onSubmit((values) => signIn.mutate(values))}
    >
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        size="md"
        data-autofocus
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        label={t('signIn.password')}
        autoComplete="current-password"
        size="md"
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
      {guest}
    </EntryCard>
  );
};
