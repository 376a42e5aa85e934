import type { Audit } from '../../model.ts';
import type { At, Part, Step } from '../../step.ts';

/** Of a first audit there is nothing to look back at; the page says so. */
export const effectivenessSteps = ({ state, type }: Audit, part: Part, at: At): Step[] =>
  part.audits && type !== 'stage1' && (state === 'in_progress' || state === 'fieldwork_done')
    ? [{ ...at('effectiveness', 'Findings of earlier audits'), quiet: true }]
    : [];
