import { Snippet } from '@/components/copy';
import { Panel } from '@/components/layout';
import type { Dataset } from '@/entities/dataset/dataset';
import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** In a shell, whatever an address may hold. */
const quoted = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;

const pull = (server: string, { id, generation, content_hash }: Dataset) =>
  [
    `GOTGAN_URL=${server} gotgan pull ${id} ${id} --generation ${generation}`,
    `gotgan verify ${id}   # ${content_hash}`,
  ].join('\n');

const manifest = (server: string, { id, generation, content_hash, visibility }: Dataset) => {
  const address = quoted(`${server}/api/v1/datasets/${id}/manifest?generation=${generation}`);
  const token = visibility === 'public' ? '' : ' -H "Authorization: Bearer $TOKEN"';
  return [
    `curl -sf${token} ${address} > manifest.ndjson`,
    `jq -r '"\\(.sha256)  \\(.path)"' manifest.ndjson | sha256sum`,
    `# ${content_hash}`,
  ].join('\n');
};

/** Commands that fetch exactly the state on the screen. */
export const UseThis = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const [way, setWay] = useState<'cli' | 'curl'>('cli');
  const server = globalThis.location.origin;
  return (
    <Panel
      title={t('dataset.use.title')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('dataset.use.title')}
          value={way}
          onChange={(value) => setWay(value === 'curl' ? 'curl' : 'cli')}
          data={[
            { value: 'cli', label: t('dataset.use.cli') },
            { value: 'curl', label: t('dataset.use.curl') },
          ]}
        />
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t(way === 'cli' ? 'dataset.use.cliHint' : 'dataset.use.curlHint')}
      </Text>
      <Snippet
        text={way === 'cli' ? pull(server, dataset) : manifest(server, dataset)}
        label={t(`dataset.use.${way}`)}
      />
      <Text size="xs" c="dimmed" mt={8}>
        {t('dataset.use.pinned')}
      </Text>
    </Panel>
  );
};
