import { ProblemNote } from '@/components/states';
import { Button, Group, Modal, PasswordInput, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddPerson, useChangePerson, type Account } from './requests/people';

const SHORTEST = 8;

const Buttons = ({ submit, busy, onClose }: { submit: string; busy: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onClose}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" loading={busy}>
        {submit}
      </Button>
    </Group>
  );
};

const Dialog = ({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {children}
    </Modal>
  );
};

export const AddPersonDialog = ({
  onClose,
  onAdded,
}: {
  onClose: () => void;
  onAdded: (account: Account) => void;
}) => {
  const { t } = useTranslation();
  const add = useAddPerson(onAdded);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', name: '', password: '', admin: false },
    validate: {
      email: (email) => (email.trim() === '' ? t('signIn.required') : null),
      password: (password) => (password.length < SHORTEST ? t('signIn.passwordHint') : null),
    },
  });
  const submit = form.onSubmit(({ email, name, password, admin }) =>
    add.mutate({
      email: email.trim(),
      password,
      is_admin: admin,
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    }),
  );
  return (
    <Dialog title={t('people.add')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {add.isError && <ProblemNote error={add.error} />}
          <TextInput
            label={t('people.email')}
            type="email"
            autoComplete="off"
            data-autofocus
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <TextInput label={t('people.name')} key={form.key('name')} {...form.getInputProps('name')} />
          <PasswordInput
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            label={t('people.password')}
            description={t('people.passwordHint')}
            autoComplete="new-password"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Switch
            label={t('people.makeAdmin')}
            description={t('people.adminHint')}
            key={form.key('admin')}
            {...form.getInputProps('admin', { type: 'checkbox' })}
          />
          <Buttons submit={t('people.submit')} busy={add.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
};

export const ChangePersonDialog = ({
  account,
  onClose,
  onChanged,
}: {
  account: Account;
  onClose: () => void;
  onChanged: (account: Account) => void;
}) => {
  const { t } = useTranslation();
  const change = useChangePerson(onChanged);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: account.name, password: '', admin: account.is_admin, disabled: account.disabled },
    validate: {
      password: (password) =>
        password !== '' && password.length < SHORTEST ? t('signIn.passwordHint') : null,
    },
  });
  const submit = form.onSubmit(({ name, password, admin, disabled }) =>
    change.mutate({
      id: account.id,
      change: {
        is_admin: admin,
        disabled,
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        ...(password === '' ? {} : { password }),
      },
    }),
  );
  return (
    <Dialog title={t('people.editTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {change.isError && <ProblemNote error={change.error} />}
          <TextInput label={t('people.email')} value={account.email} readOnly variant="filled" />
          <TextInput
            label={t('people.name')}
            data-autofocus
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <PasswordInput
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            label={t('people.newPassword')}
            description={t('people.newPasswordHint')}
            autoComplete="new-password"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Switch
            label={t('people.makeAdmin')}
            description={t('people.adminHint')}
            key={form.key('admin')}
            {...form.getInputProps('admin', { type: 'checkbox' })}
          />
          <Switch
            label={t('people.disable')}
            description={t('people.disableHint')}
            color="red"
            key={form.key('disabled')}
            {...form.getInputProps('disabled', { type: 'checkbox' })}
          />
          <Buttons submit={t('action.save')} busy={change.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
};
