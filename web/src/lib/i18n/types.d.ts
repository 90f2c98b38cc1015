import 'i18next';
import type { ko } from './ko';
import type { more } from './ko/more';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof ko & typeof more };
  }
}
