import type { Audit } from '../model.ts';
import type { At, Part, Step } from '../step.ts';

export function planningSteps({ state }: Audit, { leads }: Part, at: At): Step[] {
  if (!leads) return [];
  if (state === 'team_assigned') return [at('plan', 'Plan the audit'), at('cancel', 'Cancel the audit')];
  if (state === 'planned' || state === 'notified')
    return [at('start', 'Start the audit'), at('cancel', 'Cancel the audit')];
  return [];
}
