import { actions, auditDetails } from './actions';
import { findings } from './findings';
import { health, images } from './images';
import { audit, store } from './operations';
import { account, people, share } from './people';
import { invitation, invitations, organizations, position } from './teams';
import { upload } from './upload';

/** Texts that the first screens do without; whoever draws the others waits for them. */
export const more = {
  images,
  health,
  findings,
  upload,
  share,
  position,
  organizations,
  invitations,
  invitation,
  account,
  people,
  store,
  audit,
  actions,
  auditDetails,
};
