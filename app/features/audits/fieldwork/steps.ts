import type { Audit } from '../model.ts';
import type { At, Part, Step } from '../step.ts';

export function fieldworkSteps({ state, type }: Audit, { audits, leads }: Part, at: At): Step[] {
  if (state === 'in_progress' && audits) {
    const work = at('indicators?show=open', 'Go through the indicators');
    const offline = at('offline', 'Work without a network');
    return leads ? [work, at('close-fieldwork', 'Close fieldwork'), offline] : [work, offline];
  }
  if (state === 'fieldwork_done' && leads && type === 'stage1')
    return [at('readiness', 'Record the outcome')];
  return [];
}
