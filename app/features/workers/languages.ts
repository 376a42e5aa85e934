import { markLanguageOf, type MarkLanguage } from '../register/marks/model.ts';

/** The language an address names, `ne` of `ne` and of `ne-NP`; English for one we have no words in. */
export const languageAsked = (lang: string | undefined): MarkLanguage =>
  markLanguageOf((lang ?? '').toLowerCase().split('-')[0] ?? '');

export const directionOf = (language: MarkLanguage) =>
  language === 'ar' || language === 'ur' ? ('rtl' as const) : ('ltr' as const);
