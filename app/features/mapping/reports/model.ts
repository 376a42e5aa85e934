/**
 * A due-diligence report: what a company knows of its labour supply chain at one moment, part by part, each line with
 * the answers it rests on. It is made anew each time it is read: what was taken back is in none that is made later.
 */

export const partNames = [
  'method',
  'coverage',
  'chain',
  'corridors',
  'months',
  'risk',
  'indicators',
  'actions',
  'remedy',
  'policies',
] as const;
export type PartName = (typeof partNames)[number];

/** `answers`: the shares it can be followed back to, as `/mapping/answers/:id` opens them; none for what is the company's own. */
export type Line = { cells: string[]; answers: string[] };
export type ReportPart = {
  name: PartName;
  title: string;
  /** How to read it, and what it does not say. */
  note: string;
  columns: string[];
  lines: Line[];
};

/** What a law asks about, and the parts that hold evidence on it. It claims no legal conclusion. */
export type LawIndex = { name: string; questions: { asks: string; parts: PartName[] }[] }[];

export type Report = { company: string; madeAt: string; parts: ReportPart[]; index: LawIndex };
