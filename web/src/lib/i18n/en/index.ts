import { common } from './common';
import { dataset } from './dataset';
import { datasets } from './datasets';
import { account, people, share, signIn } from './people';
import { health, images } from './images';
import { audit, register, store } from './operations';
import { problems } from './problems';
import { upload } from './upload';

export const en = {
  ...common,
  datasets,
  dataset,
  images,
  health,
  upload,
  signIn,
  register,
  store,
  audit,
  share,
  account,
  people,
  problems,
};
