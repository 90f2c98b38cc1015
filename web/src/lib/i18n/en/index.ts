import { common } from './common';
import { dataset } from './dataset';
import { datasets } from './datasets';
import { register, signIn } from './door';
import { problems } from './problems';

export const en = { ...common, datasets, dataset, signIn, register, problems };
