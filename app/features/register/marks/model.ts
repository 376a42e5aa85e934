import type { StandingStatus } from '../../certificates/model.ts';

/** The languages workers are spoken to in, each named in itself; English first, where none is asked for. */
export const markLanguages = {
  ...{ en: 'English', ne: 'नेपाली', bn: 'বাংলা', hi: 'हिन्दी', ur: 'اردو', tl: 'Filipino (Tagalog)' },
  ...{ id: 'Bahasa Indonesia', my: 'မြန်မာ', km: 'ខ្មែរ', vi: 'Tiếng Việt', am: 'አማርኛ', sw: 'Kiswahili' },
  ...{ ar: 'العربية', es: 'Español', fr: 'Français', th: 'ไทย' },
} as const;
export type MarkLanguage = keyof typeof markLanguages;

const isLanguage = (code: string): code is MarkLanguage => Object.hasOwn(markLanguages, code);
export const markLanguageCodes = Object.keys(markLanguages).filter(isLanguage);

/** English for a language we have no words in. */
export const markLanguageOf = (code: string | null): MarkLanguage =>
  code !== null && isLanguage(code) ? code : 'en';

/** What a badge says: where somebody stands, that nobody has its number, or that it cannot be told. */
export type Face = StandingStatus | 'stranger' | 'unsure';

/** Whose badge it is; of a stranger and of what cannot be told there is nothing to say. */
export type Bearer = { name: string; registrationNumber: string };

/** An address of a badge never changes: it stands on sites we do not write. */
export const badgePath = (registrationNumber: string) => `/badges/${registrationNumber}.svg`;
