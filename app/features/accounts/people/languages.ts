/** Languages of papers, and of mails where they are written in them, each named in itself; the table's check has the same. */
export const languageNames = {
  ...{ en: 'English', fr: 'Français', es: 'Español', pt: 'Português', ru: 'Русский' },
  ...{ ar: 'العربية', ur: 'اردو', hi: 'हिन्दी', ne: 'नेपाली', bn: 'বাংলা', ta: 'தமிழ்', si: 'සිංහල' },
  ...{ id: 'Bahasa Indonesia', ms: 'Bahasa Melayu', tl: 'Filipino (Tagalog)', vi: 'Tiếng Việt' },
  ...{ th: 'ไทย', lo: 'ລາວ', km: 'ខ្មែរ', my: 'မြန်မာ', am: 'አማርኛ', sw: 'Kiswahili' },
} as const;
export type Language = keyof typeof languageNames;

export const languageCodes = [
  ...['en', 'fr', 'es', 'pt', 'ru', 'ar', 'ur', 'hi', 'ne', 'bn', 'ta', 'si'],
  ...['id', 'ms', 'tl', 'vi', 'th', 'lo', 'km', 'my', 'am', 'sw'],
] as const satisfies readonly Language[];

/** A stored code; English for one we do not know. */
export const languageOf = (code: string): Language =>
  languageCodes.find((candidate) => candidate === code) ?? 'en';
