import { Icon, type IconName } from '@/components/icons';
import { useTranslation } from 'react-i18next';
import type { Format, Role, TaskType, Visibility } from './dataset';
import classes from './labels.module.css';

const TASK_CLASS: Record<TaskType, string | undefined> = {
  image_classification: classes.classification,
  object_detection: classes.detection,
  instance_segmentation: classes.instance,
  semantic_segmentation: classes.semantic,
  keypoint_detection: classes.keypoint,
  oriented_detection: classes.oriented,
  unknown: classes.unknown,
};

export const taskClass = (task: TaskType) => `${classes.task ?? ''} ${TASK_CLASS[task] ?? ''}`;

/** What a dataset is for, in the one colour that this task has on every screen. */
export const TaskBadge = ({ task }: { task: TaskType }) => {
  const { t } = useTranslation();
  return <span className={taskClass(task)}>{t(`task.${task}`)}</span>;
};

const VISIBILITY_ICON: Record<Visibility, IconName> = {
  public: 'world',
  private: 'lock',
  organization: 'building',
};

export const VisibilityLabel = ({ visibility }: { visibility: Visibility }) => {
  const { t } = useTranslation();
  return (
    <span className={classes.withIcon}>
      <Icon name={VISIBILITY_ICON[visibility]} size={15} />
      {t(`visibility.${visibility}`)}
    </span>
  );
};

export const FormatLabel = ({ format }: { format: Format }) => {
  const { t } = useTranslation();
  return <span className={format === 'unknown' ? classes.dim : undefined}>{t(`format.${format}`)}</span>;
};

export const RoleLabel = ({ role }: { role: Role | null | undefined }) => {
  const { t } = useTranslation();
  return role === null || role === undefined ? (
    <span className={classes.dim}>–</span>
  ) : (
    <>{t(`role.${role}`)}</>
  );
};

export const Tag = ({ tag }: { tag: string }) => <span className={classes.tag}>{tag}</span>;
