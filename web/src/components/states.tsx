import { Problem, asProblem } from '@/lib/problem';
import { Button, Center, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from './icons';
import classes from './states.module.css';

/** Nothing here yet, and the way out. */
export const EmptyState = ({
  icon,
  title,
  hint,
  whole = false,
  children,
}: {
  icon: IconName;
  /** It stands in place of a whole screen, so its title is the page's. */
  whole?: boolean;
  title: string;
  hint?: string;
  children?: ReactNode;
}) => (
  <Center py={64} px="md">
    <Stack align="center" gap="xs" maw={460}>
      <span className={classes.disc}>
        <Icon name={icon} size={28} />
      </span>
      <Title order={whole ? 1 : 2} size="h4" ta="center">
        {title}
      </Title>
      {hint !== undefined && (
        <Text c="dimmed" ta="center" size="sm">
          {hint}
        </Text>
      )}
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </Stack>
  </Center>
);

/** Codes whose own sentence says all that the server's would. */
const SAYS_ALL = new Set([
  'login_failed',
  'dataset_not_found',
  'unauthenticated',
  'user_unknown',
  'email_taken',
]);

/** The sentence of a problem in the person's language; the server's own, where it says more. */
export const useProblemText = () => {
  const { t, i18n } = useTranslation();
  return (thrown: unknown) => {
    const problem = asProblem(thrown);
    const known = i18n.exists(`problems.${problem.code}`);
    const title = known
      ? t(`problems.${problem.code as 'internal'}`)
      : problem.message || t('problems.unknown_answer');
    const more = problem.message !== '' && problem.message !== title && !SAYS_ALL.has(problem.code);
    const detail = more ? problem.message : null;
    return { problem, title, detail };
  };
};

const MOST = 8;

const Items = ({ problem }: { problem: Problem }) => {
  const { t } = useTranslation();
  if (problem.errors.length === 0) return null;
  return (
    <ul className={classes.items}>
      {problem.errors.slice(0, MOST).map((item, index) => (
        <li key={index}>
          {item.path !== undefined && (
            <code>
              {item.line === undefined ? item.path : t('state.atLine', { path: item.path, line: item.line })}
            </code>
          )}{' '}
          {item.detail}
        </li>
      ))}
      {problem.errors.length > MOST && (
        <li>{t('state.moreErrors', { count: problem.errors.length - MOST })}</li>
      )}
    </ul>
  );
};

/** What went wrong, in a box that fits under a form or in place of a list. */
export const ProblemNote = ({ error, retry }: { error: unknown; retry?: (() => unknown) | undefined }) => {
  const { t } = useTranslation();
  const { problem, title, detail } = useProblemText()(error);
  return (
    <div role="alert" className={classes.problem}>
      <Icon name="alert" size={20} />
      <div className={classes.words}>
        <strong>{title}</strong>
        {detail !== null && <p lang="en">{detail}</p>}
        <Items problem={problem} />
        {problem.requestId !== null && (
          <p className={classes.request}>{t('state.requestId', { id: problem.requestId })}</p>
        )}
        {retry !== undefined && (
          <Button size="xs" variant="default" mt="xs" onClick={() => void retry()}>
            {t('action.retry')}
          </Button>
        )}
      </div>
    </div>
  );
};

/** A list that is on its way: as many grey lines as will be rows. */
export const LoadingRows = ({ rows = 8, height = 44 }: { rows?: number; height?: number }) => {
  const { t } = useTranslation();
  return (
    <Stack gap={6} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height - 6} radius="sm" />
      ))}
    </Stack>
  );
};
