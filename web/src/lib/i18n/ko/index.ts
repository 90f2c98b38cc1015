import { common } from './common';
import { dataset } from './dataset';
import { datasets } from './datasets';
import { register, signIn } from './door';
import { problems } from './problems';

export const ko = { ...common, datasets, dataset, signIn, register, problems };
