import type { Dataset, Visibility } from '@/entities/dataset/dataset';
import type { components } from '@/gen/api';

type Named = components['schemas']['OrganizationName'];
type Change = Pick<components['schemas']['DatasetChange'], 'visibility' | 'organization_id'>;

/** One's own, and the dataset's present one even where one is not in it. */
export const offeredOrganizations = (mine: readonly Named[], present: Dataset['organization']): Named[] =>
  present === null || mine.some(({ id }) => id === present.id)
    ? mine.map(({ id, name }) => ({ id, name }))
    : [present, ...mine];

/** What is asked of the server: an organization is named where it is another one, and never otherwise. */
export const visibilityChange = (
  visibility: Visibility,
  organization: number | null,
  present: Dataset['organization'],
): Change =>
  visibility === 'organization' && organization !== null && organization !== present?.id
    ? { visibility, organization_id: organization }
    : { visibility };
