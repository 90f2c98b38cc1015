import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryCard } from './EntryCard';
import { useRegister } from './requests/register';
import { useSignIn } from './requests/sign-in';

const SHORTEST = 8;

/** An account for oneself, where this installation allows it; then one is signed in. */
export const RegisterPage = ({
  logo,
  invitation,
  onSignedIn,
  known,
}: {
  logo: ReactNode;
  /** The secret of one's invitation, where accounts are for who holds one; it is accepted afterwards. */
  invitation: string | null;
  onSignedIn: () => void;
  /** The way to the other screen, for who has an account. */
  known: ReactNode;
}) => {
  const { t } = useTranslation();
  const register = useRegister();
  const signIn = useSignIn(onSignedIn);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', name: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('signIn.required') : null),
      password: (value) => (value.length < SHORTEST ? t('signIn.passwordHint') : null),
    },
  });
  const submit = form.onSubmit(({ email, name, password }) => {
    const who = { email: email.trim(), password };
    const wanted = { ...who, name: name.trim() === '' ? null : name.trim(), invitation };
    register.mutate(wanted, { onSuccess: () => signIn.mutate(who) });
  });
  return (
    <EntryCard
      logo={logo}
      title={t('register.title')}
      hint={t(invitation === null ? 'register.hint' : 'register.invited')}
      error={register.error ?? signIn.error}
      onSubmit={submit}
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
      <TextInput
        label={t('register.name')}
        autoComplete="name"
        size="md"
        maxLength={200}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <PasswordInput
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        label={t('signIn.password')}
        description={t('signIn.passwordHint')}
        autoComplete="new-password"
        size="md"
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="md" loading={register.isPending || signIn.isPending}>
        {t('register.submit')}
      </Button>
      {known}
    </EntryCard>
  );
};
