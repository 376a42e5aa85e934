import { dayIn } from '#emails/language.ts';

import { badgePath, type Bearer, type Face, type MarkLanguage } from './model.ts';
import { badgeWords, faceIn } from './words/badge-words.ts';

/** The house's tones and shapes, each with the standing in words beside it; green and a tick say "certified" alone. */
const shield =
  '<path d="M12 2.5 4.5 5v6.2c0 4.6 3.1 8.3 7.5 10.3 4.4-2 7.5-5.7 7.5-10.3V5z"/><path d="m8.6 11.9 2.5 2.5 4.5-4.7"/>';
const clock = '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>';
const octagon = '<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"/><path d="M12 7.8v5.4M12 16.4v.1"/>';
const slashed = '<circle cx="12" cy="12" r="9"/><path d="m5.8 18.2 12.4-12.4"/>';
const open = '<circle cx="12" cy="12" r="8"/>';

type Look = { tone: string; soft: string; shape: string };
const stopped = { tone: '#a4262c', soft: '#fbe6e4', shape: octagon };
const ended = { tone: '#5b6470', soft: '#eceef1', shape: slashed };
const looks: Record<Face, Look> = {
  certified: { tone: '#1b7a4b', soft: '#e4f3ea', shape: shield },
  certified_under_watch: { tone: '#8a5a00', soft: '#fbf0d9', shape: clock },
  suspended: stopped,
  withdrawn: ended,
  expired: ended,
  applicant: { tone: '#2457a6', soft: '#e6eef9', shape: open },
  not_certified: ended,
  stranger: stopped,
  unsure: stopped,
};

export const badgeSize = { width: 340, height: 96 };
const [from, to] = [76, 328];

type Said = { face: Face; bearer: Bearer | undefined; language: MarkLanguage; day: string; origin: string };

/**
 * A badge as SVG text: no script, no style, nothing from elsewhere, so that it stands in any page. It names its bearer, so
 * that nobody shows another's as their own, and its day, so that a picture of it ages.
 */
export function badgeOf({ face, bearer, language, day, origin }: Said): string {
  const say = badgeWords[language];
  const standing = faceIn(language, face);
  const told = say.day.replace('{day}', dayIn(language, day));
  const name = bearer?.name ?? (face === 'stranger' ? say.strangerWhy : say.unsureWhy);
  const below = [...(bearer ? [bearer.registrationNumber] : []), told];
  const place = [new URL(origin).host, say.about];
  const { tone, soft, shape } = looks[face];
  const rtl = language === 'ar' || language === 'ur';
  const lines = [
    line(place, { y: 21, size: 11, fill: '#51605a', weight: 400, rtl }),
    line([standing], { y: 46, size: 20, fill: tone, weight: 700, rtl }),
    line([name], { y: 66, size: 13, fill: '#17211d', weight: 600, rtl }),
    line(below, { y: 84, size: 11, fill: '#51605a', weight: 400, rtl }),
  ];
  const { width, height } = badgeSize;
  const [panel, icon] = rtl ? [width - 60, width - 50] : [0, 10];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" lang="${language}">`,
    `<title id="title">${escaped(bearer ? `${bearer.name}: ${standing}` : standing)}</title>`,
    `<desc id="desc">${escaped(`${bearer ? '' : `${name}. `}${below.join(' · ')}. ${place.join(' · ')}${bearer ? `: ${origin}/register/${bearer.registrationNumber}` : ''}`)}</desc>`,
    `<clipPath id="edge"><rect width="${width}" height="${height}" rx="10"/></clipPath>`,
    `<g clip-path="url(#edge)"><rect width="${width}" height="${height}" fill="${soft}"/><rect x="${panel}" width="60" height="${height}" fill="${tone}"/></g>`,
    `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="9" fill="none" stroke="${tone}" stroke-width="2"/>`,
    `<g transform="translate(${icon} 28) scale(1.667)" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</g>`,
    `<g clip-path="url(#edge)" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif">${lines.join('')}</g>`,
    '</svg>',
  ].join('');
}

type Line = { y: number; size: number; fill: string; weight: number; rtl: boolean };

/** Parts side by side in the order of the language, each in its own direction: a name keeps its full stop at its end. */
function line(parts: string[], { y, size, fill, weight, rtl }: Line) {
  const { shown, fits } = fitted(parts, size, weight > 500 ? 1.1 : 1);
  const way = rtl
    ? `x="${badgeSize.width - from}" direction="rtl" text-anchor="start"`
    : `x="${from}" direction="ltr"`;
  return `<text ${way} y="${y}" font-size="${fits}" font-weight="${weight}" fill="${fill}">${shown.map((part) => `\u2068${escaped(part)}\u2069`).join(' · ')}</text>`;
}

const smallest = 8;
const room = to - from;

/** Smaller letters where a line is long; cut off where they would be too small to read: the title has all of it. */
function fitted(parts: readonly string[], size: number, boldness: number) {
  const wide = (text: string) => lettersOf(text).reduce((sum, letter) => sum + widthOf(letter) * boldness, 0);
  const whole = wide(parts.join(' · '));
  const fits = Math.max(smallest, Math.min(size, Math.floor((room / whole) * 2) / 2));
  const [only = '', ...others] = parts;
  if (whole * fits <= room || others.length > 0) return { shown: parts, fits };
  let left = room / fits - 1;
  const kept = lettersOf(only).filter((letter) => (left -= widthOf(letter) * boldness) > 0);
  return { shown: [`${kept.join('')}…`], fits };
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const lettersOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);

const wide = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const broad =
  /\p{Script=Myanmar}|\p{Script=Khmer}|\p{Script=Ethiopic}|\p{Script=Malayalam}|\p{Script=Tamil}/u;

/** About how many times its size a letter is wide, rather too much than too little: whoever reads it has fonts of their own. */
const widthOf = (letter: string) => {
  if (wide.test(letter)) return 1.05;
  if (broad.test(letter)) return 0.95;
  // A letter with its vowels, as in the scripts of India.
  if (letter.length > 1) return 0.82;
  return /[\p{Lu}\p{Nd}mw]/u.test(letter) ? 0.68 : 0.58;
};

/** What XML may not hold is left out: a single such sign and there would be no picture at all. */
const escaped = (text: string) =>
  text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What to paste into a site: it promises nothing in words, and tells us of no reader where it was read. */
export const snippetOf = ({ name, registrationNumber }: Bearer, language: MarkLanguage, origin: string) =>
  [
    `<a href="${origin}/register/${registrationNumber}" rel="noopener">`,
    `  <img src="${origin}${badgePath(registrationNumber)}${language === 'en' ? '' : `?lang=${language}`}"`,
    `    width="${badgeSize.width}" height="${badgeSize.height}" referrerpolicy="no-referrer"`,
    `    alt="${escaped(`${name} on the register of ethical recruiters: see where it stands today`)}">`,
    '</a>',
  ].join('\n');
