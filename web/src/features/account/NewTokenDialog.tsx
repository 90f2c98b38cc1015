import { CopyLine } from '@/components/copy';
import { ProblemNote } from '@/components/states';
import { Alert, Button, Group, Modal, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMakeToken } from './requests/tokens';

const LIVES = [30, 90, 365] as const;
const FOREVER = 'forever';

/** Makes a token and shows it this once. */
export const NewTokenDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const make = useMakeToken();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', life: '90', readOnly: false },
    validate: { name: (name) => (name.trim() === '' ? t('signIn.required') : null) },
  });
  const submit = form.onSubmit(({ name, life, readOnly }) =>
    make.mutate({
      name: name.trim(),
      read_only: readOnly,
      ...(life === FOREVER ? {} : { expires_in_days: Number(life) }),
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(make.isSuccess ? 'account.madeTitle' : 'account.newToken')}
      closeOnClickOutside={!make.isSuccess}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {make.isSuccess ? (
        <Stack>
          <Alert color="orange">{t('account.madeHint')}</Alert>
          <CopyLine value={make.data.token} label={t('action.copy')} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('action.close')}</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            {make.isError && <ProblemNote error={make.error} />}
            <TextInput
              label={t('account.name')}
              description={t('account.nameHint')}
              data-autofocus
              key={form.key('name')}
              {...form.getInputProps('name')}
            />
            <Select
              label={t('account.life')}
              allowDeselect={false}
              data={[
                ...LIVES.map((days) => ({ value: String(days), label: t('account.days', { count: days }) })),
                { value: FOREVER, label: t('account.forever') },
              ]}
              key={form.key('life')}
              {...form.getInputProps('life')}
            />
            <Switch
              label={t('account.readOnly')}
              key={form.key('readOnly')}
              {...form.getInputProps('readOnly', { type: 'checkbox' })}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={make.isPending}>
                {t('account.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
};
