import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './states';

/** Asks before what cannot be taken back lightly. */
export const Confirm = ({
  opened,
  title,
  text,
  submit,
  busy,
  error,
  onSubmit,
  onClose,
  children,
}: {
  opened: boolean;
  title: string;
  text: string;
  submit: string;
  busy: boolean;
  error?: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text size="sm">{text}</Text>
        {children}
        {error !== null && error !== undefined && <ProblemNote error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button color="red.8" loading={busy} onClick={onSubmit}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
