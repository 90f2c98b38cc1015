import { Snippet } from '@/components/copy';
import { Icon } from '@/components/icons';
import { Field, Fields, Panel, Screen } from '@/components/layout';
import { LoadingRows, ProblemNote } from '@/components/states';
import { useFormat } from '@/lib/format';
import { Problem } from '@/lib/problem';
import { Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reportQuery, useExamineStore, type StoreReport } from './requests/store-report';
import classes from './operations.module.css';

type Probe = StoreReport['probes'][number];

const outcomeOf = ({ passed }: Probe) => (passed === null ? 'absent' : passed ? 'kept' : 'broken');

const ProbeRow = ({ probe }: { probe: Probe }) => {
  const { t } = useTranslation();
  const outcome = outcomeOf(probe);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <div>{t(`store.probes.${probe.probe}.promise`)}</div>
        <Text size="xs" c="dimmed" ff="monospace">
          {probe.probe}
        </Text>
      </Table.Th>
      <Table.Td>
        <span className={classes.outcome} data-outcome={outcome}>
          <Icon name={outcome === 'kept' ? 'check' : outcome === 'broken' ? 'alert' : 'minus'} size={16} />
          {t(`store.outcome.${outcome}`)}
        </span>
      </Table.Td>
      <Table.Td>
        <div lang="en">{probe.detail}</div>
        {probe.passed === false && (
          <Text size="xs" c="dimmed">
            {t(`store.probes.${probe.probe}.without`)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

const Report = ({ report }: { report: StoreReport }) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  return (
    <>
      <Panel title={t('store.about')}>
        <Fields>
          <Field wide label={t('store.place')}>
            <code>{report.store}</code>
          </Field>
          <Field label={t('store.examined')}>
            {report.examined_at === null ? t('store.never') : moment(report.examined_at)}
          </Field>
          <Field label={t('store.direct.label')}>{t(`store.direct.${report.direct_upload}`)}</Field>
        </Fields>
      </Panel>
      <Panel title={t('store.promises')}>
        {report.probes.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('store.notYet')}
          </Text>
        ) : (
          <Table.ScrollContainer minWidth={640}>
            <Table aria-label={t('store.promises')} verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('store.promise')}</Table.Th>
                  <Table.Th scope="col" w={150}>
                    {t('store.result')}
                  </Table.Th>
                  <Table.Th scope="col">{t('store.seen')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {report.probes.map((probe) => (
                  <ProbeRow key={probe.probe} probe={probe} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Panel>
      {report.cors.length > 0 && (
        <Panel title={t('store.cors')}>
          <Text size="sm" c="dimmed" mb="sm">
            {t('store.corsHint')}
          </Text>
          <Snippet text={JSON.stringify(report.cors, null, 2)} label={t('store.cors')} />
        </Panel>
      )}
    </>
  );
};

/** What the server found of its store, and a button that has it look again. For admins. */
export const StorePage = () => {
  const { t } = useTranslation();
  const report = useQuery(reportQuery);
  const examine = useExamineStore();
  return (
    <Screen
      title={t('store.title')}
      hint={t('store.hint')}
      actions={
        <Button
          leftSection={<Icon name="activity" size={16} />}
          loading={examine.busy}
          onClick={examine.start}
        >
          {t('store.examine')}
        </Button>
      }
    >
      {examine.error !== null && <ProblemNote error={examine.error} />}
      {examine.failure !== null && (
        <ProblemNote error={new Problem({ status: 500, ...examine.failure })} retry={examine.start} />
      )}
      {report.isPending && <LoadingRows />}
      {report.isError && <ProblemNote error={report.error} retry={report.refetch} />}
      {report.isSuccess && <Report report={report.data} />}
    </Screen>
  );
};
