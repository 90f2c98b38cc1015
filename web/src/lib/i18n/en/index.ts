import { common } from './common';
import { dataset } from './dataset';
import { datasets } from './datasets';
import { account, people, share, signIn } from './people';
import { problems } from './problems';
import { upload } from './upload';

export const en = { ...common, datasets, dataset, upload, signIn, share, account, people, problems };
