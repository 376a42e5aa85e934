/** Languages we write mails in, each named in itself; the table's check has the same. */
export const languageNames = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  hi: 'हिन्दी',
  ne: 'नेपाली',
  bn: 'বাংলা',
  id: 'Bahasa Indonesia',
} as const;
export type Language = keyof typeof languageNames;

export const languageCodes = [
  'en',
  'fr',
  'es',
  'ar',
  'hi',
  'ne',
  'bn',
  'id',
] as const satisfies readonly Language[];

/** A stored code; English for one we do not write. */
export const languageOf = (code: string): Language =>
  languageCodes.find((candidate) => candidate === code) ?? 'en';
