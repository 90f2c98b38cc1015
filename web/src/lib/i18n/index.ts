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
  ko: { first: async () => (await import('./ko')).ko, more: async () => (await import('./ko/more')).more },
  en: { first: async () => (await import('./en')).en, more: async () => (await import('./en/more')).more },
} as const;

const loaded = new Set<string>();
let moreWanted = false;

const load = async (language: Language, part: 'first' | 'more') => {
  const name = `${language} ${part}`;
  if (loaded.has(name)) return;
  i18next.addResourceBundle(language, 'translation', await TEXTS[language][part](), true);
  loaded.add(name);
};

/** Brings the texts of screens that few visits open, in this language and in whichever is chosen later. */
export const moreTexts = async () => {
  moreWanted = true;
  await load(isLanguage(i18next.language) ? i18next.language : 'en', 'more');
};

export const speak = async (language: Language) => {
  remember('language', language);
  await Promise.all([load(language, 'first'), ...(moreWanted ? [load(language, 'more')] : [])]);
  await i18next.changeLanguage(language);
};

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

/** Text of people stands in React's text nodes, which escape it; a second escaping would show. */
export const startLanguages = async () => {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    resources: { [language]: { translation: await TEXTS[language].first() } },
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  loaded.add(`${language} first`);
};
