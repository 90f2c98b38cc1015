import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { remember, remembered } from '../remember';

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (word: string | undefined | null): word is Language => word === 'ko' || word === 'en';

/** The person's choice; else the first of the browser's languages that we speak; else English. */
export const firstLanguage = (): Language => {
  const chosen = remembered('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
};

/** Each language is loaded when it is spoken, and not before. */
const TEXTS = {
  ko: async () => (await import('./ko')).ko,
  en: async () => (await import('./en')).en,
} as const;

export const speak = async (language: Language) => {
  remember('language', language);
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await TEXTS[language]());
  }
  await i18next.changeLanguage(language);
};

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

/** Text of people stands in React's text nodes, which escape it; a second escaping would show. */
export const startLanguages = async () => {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    resources: { [language]: { translation: await TEXTS[language]() } },
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
};
