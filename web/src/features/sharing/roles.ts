import type { Role } from '@/entities/dataset/dataset';
import { useTranslation } from 'react-i18next';

/** What an owner can give; ownership itself moves otherwise. */
export type GrantedRole = Exclude<Role, 'owner'>;

export const useGrantedRoles = () => {
  const { t } = useTranslation();
  const choice = (value: GrantedRole) => ({ value, label: t(`role.${value}`) });
  return [choice('viewer'), choice('editor')] as const;
};
