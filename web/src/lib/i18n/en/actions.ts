import type { actions as ko, auditDetails as koDetails } from '../ko/actions';

export const actions: typeof ko = {
  account: {
    appoint: 'Changed who is an admin',
    create: 'Made an account',
    password: 'Changed a password',
    remove: 'Removed an account',
    rename: 'Renamed an account',
    state: 'Enabled or disabled an account',
  },
  dataset: {
    commit: 'Changed files of a dataset',
    create: 'Made a dataset',
    delete: 'Deleted a dataset',
    purge: 'Emptied a dataset from the trash',
    restore: 'Restored a dataset',
    trash: 'Moved a dataset to the trash',
    update: 'Edited a dataset',
  },
  invitation: {
    accept: 'Accepted an invitation',
    create: 'Made an invitation',
    withdraw: 'Withdrew an invitation',
  },
  login: {
    failed: 'Failed to sign in',
  },
  member: {
    admit: 'Added a member, or changed a role',
    dismiss: 'Ended a membership',
  },
  organization: {
    create: 'Made an organization',
  },
  permission: {
    grant: 'Gave a role',
    revoke: 'Took a role away',
  },
  token: {
    create: 'Made an API token',
    revoke: 'Revoked an API token',
  },
};

export const auditDetails: typeof koDetails = {
  account: 'account',
  address: 'address',
  datasets: 'datasets',
  email: 'e-mail',
  generation: 'generation',
  heir: 'heir',
  kind: 'kind',
  name: 'name',
  organization: 'organization',
  person: 'person',
  role: 'role',
  state: 'state',
  token: 'token',
  visibility: 'visibility',
  content_hash: 'content hash',
  hint: 'chosen format',
  owner: 'owner',
  tags: 'tags',
};
