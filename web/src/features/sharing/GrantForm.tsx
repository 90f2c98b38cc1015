import { notify } from '@/components/notify';
import { ProblemNote } from '@/components/states';
import type { Dataset } from '@/entities/dataset/dataset';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useGrant } from './requests/permissions';
import classes from './sharing.module.css';

/** Gives somebody a role by e-mail. */
export const GrantForm = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const form = useForm<{ email: string; role: 'viewer' | 'editor' }>({
    initialValues: { email: '', role: 'viewer' },
    validate: { email: (email) => (email.trim() === '' ? t('signIn.required') : null) },
  });
  const grant = useGrant(dataset.id, (made) => {
    form.reset();
    notify(t('share.granted', { email: made.email, role: t(`role.${made.role}`) }));
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ email, role }) => grant.mutate({ email: email.trim(), role }))}
    >
      <div className={classes.grant}>
        <TextInput
          className={classes.email ?? ''}
          type="email"
          label={t('share.email')}
          placeholder="teammate@example.com"
          {...form.getInputProps('email')}
        />
        <Select
          w={130}
          allowDeselect={false}
          label={t('share.role')}
          data={[
            { value: 'viewer', label: t('role.viewer') },
            { value: 'editor', label: t('role.editor') },
          ]}
          {...form.getInputProps('role')}
        />
        <Button type="submit" loading={grant.isPending}>
          {t('share.grant')}
        </Button>
      </div>
      {grant.isError && <ProblemNote error={grant.error} />}
    </form>
  );
};
