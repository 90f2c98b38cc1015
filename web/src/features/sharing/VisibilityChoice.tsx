import { notify } from '@/components/notify';
import { ProblemNote } from '@/components/states';
import { VISIBILITIES, type Dataset } from '@/entities/dataset/dataset';
import { organizationsQuery } from '@/entities/organization/list-organizations';
import { Radio, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredOrganizations, visibilityChange } from './organizations';
import { useVisibility } from './requests/visibility';
import classes from './sharing.module.css';

/** Who sees it, in plain words; and which organization, where that is the answer. */
export const VisibilityChoice = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const organizations = useQuery(organizationsQuery);
  const [chosen, setChosen] = useState<number | null>(dataset.organization?.id ?? null);
  const change = useVisibility(dataset.id, (now) =>
    notify(t('share.visibilitySaved', { visibility: t(`visibility.${now}`) })),
  );
  const offered = offeredOrganizations(organizations.data ?? [], dataset.organization);
  const organization = chosen ?? offered[0]?.id ?? null;
  const none = organization === null;
  const choose = (id: number) => {
    setChosen(id);
    if (dataset.visibility === 'organization') change.mutate({ organization_id: id });
  };
  return (
    <Stack>
      {change.isError && <ProblemNote error={change.error} />}
      <Radio.Group
        aria-label={t('share.visibility')}
        value={change.isPending ? (change.variables.visibility ?? dataset.visibility) : dataset.visibility}
        onChange={(value) => {
          const word = VISIBILITIES.find((known) => known === value);
          if (word !== undefined) change.mutate(visibilityChange(word, organization, dataset.organization));
        }}
      >
        <Stack gap="sm">
          {VISIBILITIES.map((word) => (
            <div key={word}>
              <Radio
                value={word}
                disabled={change.isPending || (word === 'organization' && none)}
                label={t(`visibility.${word}`)}
                description={t(`visibilityMeans.${word}`)}
              />
              {word === 'organization' && !none && (
                <Select
                  className={classes.which ?? ''}
                  size="xs"
                  aria-label={t('share.which')}
                  allowDeselect={false}
                  disabled={change.isPending}
                  data={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
                  value={String(organization)}
                  onChange={(value) => {
                    if (value !== null) choose(Number(value));
                  }}
                />
              )}
              {word === 'organization' && none && organizations.isSuccess && (
                <Text size="sm" c="dimmed" className={classes.which ?? ''}>
                  {t('share.noOrganization')} <Link to="/organizations">{t('organizations.all')}</Link>
                </Text>
              )}
            </div>
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
};
