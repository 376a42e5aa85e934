export const verdicts = ['covered', 'partly', 'missing'] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictNames: Record<Verdict, string> = {
  covered: 'Covered',
  partly: 'Partly',
  missing: 'Missing',
};

export type Judged = { item: string; verdict: Verdict; passage: string | null };

/** One question of the checklist. `covers`: principles of the Standard (A to 5), and ILO general principles (GP1 to GP13). */
export type Item = { code: string; covers: string[]; question: string; sufficient: string; clause: string };
