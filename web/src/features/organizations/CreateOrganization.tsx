import type { Organization } from '@/entities/organization/list-organizations';
import { ProblemNote } from '@/components/states';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCreateOrganization } from './requests/create-organization';

const LONGEST = 200;

export const CreateOrganization = ({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (organization: Organization) => void;
}) => {
  const { t } = useTranslation();
  const create = useCreateOrganization(onMade);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? t('signIn.required') : null) },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('organizations.create')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form noValidate onSubmit={form.onSubmit(({ name }) => create.mutate(name.trim()))}>
        <Stack>
          {create.isError && <ProblemNote error={create.error} />}
          <TextInput
            label={t('organizations.name')}
            description={t('organizations.nameHint')}
            maxLength={LONGEST}
            data-autofocus
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('organizations.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
