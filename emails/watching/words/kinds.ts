/** `changed`: a sentence for each fact of the catalogue that is told; `{on}` and `{until}` are days. */
export type Words = {
  changed: Record<string, string>;
  one: { heading: string };
  many: { heading: string };
  further: string;
  register: string;
  list: string;
  why: string;
  note: string;
  off: { heading: string; failing: string; gone: string; step: string; link: string; why: string };
};
