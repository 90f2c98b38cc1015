import { actions, auditDetails } from './actions';
import { findings } from './findings';
import { invitation, invitations, organizations, position } from './teams';

/** Texts that the first screens do without; whoever draws the others waits for them. */
export const more = { position, organizations, invitations, invitation, findings, actions, auditDetails };
