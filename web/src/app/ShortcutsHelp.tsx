import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const KEYS = [
  ['Ctrl / ⌘ + K', 'palette'],
  ['/', 'search'],
  ['u', 'upload'],
  ['d', 'datasets'],
  ['↑ ↓', 'move'],
  ['Enter', 'openRow'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const;

export const ShortcutsHelp = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Table withRowBorders={false}>
        <Table.Tbody>
          {KEYS.map(([keys, what]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" w={140}>
                <Kbd>{keys}</Kbd>
              </Table.Th>
              <Table.Td>{t(`shortcuts.${what}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
};
