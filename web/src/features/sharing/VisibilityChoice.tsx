import { notify } from '@/components/notify';
import { ProblemNote } from '@/components/states';
import { VISIBILITIES, type Dataset } from '@/entities/dataset/dataset';
import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useVisibility } from './requests/visibility';

/** Who sees it, in plain words. An organization is offered where the dataset belongs to one. */
export const VisibilityChoice = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const change = useVisibility(dataset.id, (now) =>
    notify(t('share.visibilitySaved', { visibility: t(`visibility.${now}`) })),
  );
  const offered = VISIBILITIES.filter((word) => word !== 'organization' || dataset.organization !== null);
  return (
    <Stack>
      {change.isError && <ProblemNote error={change.error} />}
      <Radio.Group
        aria-label={t('share.visibility')}
        value={change.isPending ? change.variables : dataset.visibility}
        onChange={(value) => {
          const chosen = offered.find((word) => word === value);
          if (chosen !== undefined) change.mutate(chosen);
        }}
      >
        <Stack gap="sm">
          {offered.map((word) => (
            <Radio
              key={word}
              value={word}
              disabled={change.isPending}
              label={
                word === 'organization' && dataset.organization !== null
                  ? `${t('visibility.organization')}: ${dataset.organization.name}`
                  : t(`visibility.${word}`)
              }
              description={t(`visibilityMeans.${word}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
};
