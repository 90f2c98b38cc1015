import { ProblemNote } from '@/components/states';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import classes from './people.module.css';

/** Asks for a person by e-mail and for what they shall be: one line, the same wherever somebody is let in. */
export const EmailAndRole = <R extends string>({
  label,
  roles,
  submit,
  busy,
  error,
  onSubmit,
}: {
  label: string;
  /** The first is offered. */
  roles: readonly [{ value: R; label: string }, ...{ value: R; label: string }[]];
  submit: string;
  busy: boolean;
  error: Error | null;
  /** Whoever lets the person in calls `taken`, and the form is empty again. */
  onSubmit: (email: string, role: R, taken: () => void) => void;
}) => {
  const { t } = useTranslation();
  const form = useForm<{ email: string; role: string }>({
    initialValues: { email: '', role: roles[0].value },
    validate: { email: (email) => (email.trim() === '' ? t('signIn.required') : null) },
  });
  const send = form.onSubmit(({ email, role }) => {
    const chosen = roles.find(({ value }) => value === role) ?? roles[0];
    onSubmit(email.trim(), chosen.value, form.reset);
  });
  return (
    <form noValidate onSubmit={send}>
      <div className={classes.form}>
        <TextInput
          className={classes.email ?? ''}
          type="email"
          label={label}
          placeholder="teammate@example.com"
          {...form.getInputProps('email')}
        />
        <Select
          w={130}
          allowDeselect={false}
          label={t('share.role')}
          data={roles}
          {...form.getInputProps('role')}
        />
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </div>
      {error !== null && <ProblemNote error={error} />}
    </form>
  );
};
