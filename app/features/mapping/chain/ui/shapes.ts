import type { ActorKind } from '../model.ts';
import { sizes } from '../picture/laid.ts';

const { width: w, height: h } = sizes.box;

/** A people's shape has cut corners, a firm's round ones, what serves on the way a notch; homes are pills, sites square. */
const forms = {
  pill: `M${h / 2} 0H${w - h / 2}A${h / 2} ${h / 2} 0 0 1 ${w - h / 2} ${h}H${h / 2}A${h / 2} ${h / 2} 0 0 1 ${h / 2} 0Z`,
  cut: `M12 0H${w - 12}L${w} 12V${h - 12}L${w - 12} ${h}H12L0 ${h - 12}V12Z`,
  round: `M10 0H${w - 10}Q${w} 0 ${w} 10V${h - 10}Q${w} ${h} ${w - 10} ${h}H10Q0 ${h} 0 ${h - 10}V10Q0 0 10 0Z`,
  notch: `M0 0H${w}V${h}H0V${h / 2 + 8}L8 ${h / 2}L0 ${h / 2 - 8}Z`,
  square: `M0 0H${w}V${h}H0Z`,
};

const formOf: Record<ActorKind, keyof typeof forms> = {
  place: 'pill',
  introducer: 'cut',
  sub_agent: 'cut',
  lender: 'cut',
  recruiter: 'round',
  destination_agency: 'round',
  employer: 'round',
  clinic: 'notch',
  trainer: 'notch',
  transporter: 'notch',
  site: 'square',
  brand: 'square',
};

export const shapeOf = (kind: ActorKind) => forms[formOf[kind]];

/** Letters of scripts that take more room than Latin ones do. */
const broad = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of a text as fits into a box; the whole stands in the title and the table. */
export function fitting(text: string, room: number): string {
  const all = [...letters.segment(text)].map(({ segment }) => segment);
  let taken = 0;
  const end = all.findIndex((letter) => {
    taken += broad.test(letter) ? 2 : 1;
    return taken > room;
  });
  if (end === -1) return text;
  return `${all
    .slice(0, Math.max(0, end - 1))
    .join('')
    .trimEnd()}…`;
}
