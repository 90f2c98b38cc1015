import { ProblemNote } from '@/components/states';
import { Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
    <Center mih="calc(100vh - 56px)" p="md">
      <Paper
        component="form"
        noValidate
        withBorder
        radius="lg"
        p="xl"
        w="100%"
        maw={400}
        onSubmit={form.onSubmit((values) => signIn.mutate(values))}
      >
        <Stack>
          <Stack gap={6} align="center" mb="xs">
            {logo}
            <Title order={1} size="h3">
              {t('signIn.title')}
            </Title>
            <Text c="dimmed" size="sm" ta="center">
              {t('app.tagline')}
            </Text>
          </Stack>
          {signIn.isError && <ProblemNote error={signIn.error} />}
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
        </Stack>
      </Paper>
    </Center>
  );
};
