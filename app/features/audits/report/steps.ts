import type { Audit } from '../model.ts';
import type { At, Part, Step } from '../step.ts';

export function reportSteps({ state, type }: Audit, { leads, reviews }: Part, at: At): Step[] {
  if (state === 'fieldwork_done' && leads && type !== 'stage1') return [at('report', 'Write the report')];
  if (state === 'tech_review' && reviews)
    return [at('review', 'Approve the report'), at('return', 'Return it')];
  return [];
}
