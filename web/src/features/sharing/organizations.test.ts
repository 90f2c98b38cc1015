import { describe, expect, it } from 'vitest';
import { offeredOrganizations, visibilityChange } from './organizations';

const lab = { id: 1, name: 'Lab' };
const clinic = { id: 2, name: 'Clinic' };

describe('the organizations of a dataset', () => {
  it('are those of who chooses', () => {
    expect(offeredOrganizations([lab, clinic], null)).toEqual([lab, clinic]);
    expect(offeredOrganizations([lab, clinic], clinic)).toEqual([lab, clinic]);
  });

  it('include the present one, though it is somebody else’s', () => {
    expect(offeredOrganizations([lab], clinic)).toEqual([clinic, lab]);
  });
});

describe('a change of visibility', () => {
  it('names an organization only where it is another one', () => {
    expect(visibilityChange('organization', 1, null)).toEqual({
      visibility: 'organization',
      organization_id: 1,
    });
    expect(visibilityChange('organization', 2, clinic)).toEqual({ visibility: 'organization' });
    expect(visibilityChange('private', 1, clinic)).toEqual({ visibility: 'private' });
  });
});
