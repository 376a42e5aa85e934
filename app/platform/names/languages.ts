/** BCP 47, in the order of their codes: what people who move for work, and those who recruit them, speak. */
const codes =
  'aa ak am ar as az ba be bg bho bi bm bn bo bs ca ceb ckb cs da de dv dyu dz ee el en es et fa ff fi fil fj fr ga gu ha he hi hil hmn hr ht hu hy id ig ilo is it ja jv ka kac kk km kn ko kok ks ku ky lg ln lo lt lus lv mag mai mg mi mk ml mn mni mnw mr ms mt my nb ne new nl no nn ny om or pa pag pam pl ps pt pt-BR qu rn ro ru rw sa sat sd shn si sk sl sm sn so sq sr st su sv sw syl ta te tet tg th ti tk tl tn to tpi tr ts ug uk ur uz vi war wo xh yo yue zgh zh zh-Hant zu';

export const languageCodes: readonly string[] = codes.split(' ');

/** Names the runtime's tables do not have. */
export const otherLanguages: Readonly<Record<string, string>> = { mnw: 'Mon', syl: 'Sylheti' };

const inEnglish = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** "Nepali" for `ne`. */
export const languageName = (code: string) => inEnglish.of(code) ?? otherLanguages[code] ?? code;

export const languageOptions = languageCodes
  .map((value) => ({ value, label: languageName(value) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));
