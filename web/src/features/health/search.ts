import type { Filter } from './requests/problems';

/** What of the findings stands in the address. */
export interface HealthSearch {
  severity?: NonNullable<Filter['severity']>;
  kind?: string;
}

export type ChangeHealth = (change: { [K in keyof HealthSearch]?: HealthSearch[K] | undefined }) => void;
