import type { Audit } from '../model.ts';
import type { At, Part, Step } from '../step.ts';

export function reportSteps({ state, type }: Audit, { leads, reviews, answers }: Part, at: At): Step[] {
  if (state === 'fieldwork_done' && leads && type !== 'stage1') return [at('report', 'Write the report')];
  if (state === 'report_draft' && leads)
    return [at('report/send', 'Send the report'), at('report', 'Write the report')];
  if (state === 'fact_check' && answers)
    return [at('fact-check', 'Check the facts'), at('fact-check/end', 'End the check')];
  if ((state === 'fact_check' || state === 'tech_review') && leads)
    return [at('comments', 'Read the comments')];
  if (state === 'tech_review' && reviews)
    return [at('review', 'Approve the report'), at('return', 'Return it')];
  return [];
}
