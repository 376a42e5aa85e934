import type { Grade } from '#app/features/scheme/model.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { raise } from '../../fieldwork/rules.ts';
import { withoutKeys } from '../../interviews/keys.ts';
import type { Audit } from '../../model.ts';
import type { Finding } from '../model.ts';
import { stands } from '../rules.ts';
import type { LookAnswer } from './model.ts';

type Said = { answer: LookAnswer; grade: Grade | undefined };
type Seen = { finding: Finding; looked: boolean };

/**
 * While findings are raised, the team says of each observation of earlier audits what became of it; once an audit. `closes`:
 * it is gone, and nobody disputes it; where somebody does, it closes with the answer.
 */
export function look(audit: Audit, { finding, looked }: Seen, { answer, grade }: Said) {
  const may = raise(audit);
  if (!may.ok) return may;
  if (audit.type === 'stage1') return refuse('not_in_stage1');
  if (finding.auditId === audit.id || finding.grade !== 'observation')
    return refuse('no_earlier_observation');
  if (finding.state !== 'issued' && finding.state !== 'disputed') return stands(finding);
  if (finding.proposal) return refuse('regrade_open');
  if (looked) return refuse('looked_already');
  const closes = answer === 'gone' && finding.state === 'issued';
  if (answer !== 'raised') return ok({ raisedAs: null, closes });
  if (grade === undefined || grade === 'observation') return refuse('raise_graver');
  return ok({ raisedAs: grade, closes });
}

type Outcome = { answer: string; told: boolean };

/** What is gone is closed; and once what it became is told, an observation stands beside it no longer. */
export function closeLookedAt(finding: Finding, { answer, told }: Outcome) {
  if (finding.grade !== 'observation' || finding.state !== 'issued') return stands(finding);
  if (answer === 'still') return refuse('still_so');
  return answer === 'gone' || told ? ok({ state: 'closed' as const }) : refuse('not_told');
}

/** What an observation became, in the words of its own audit and with its number there. */
export const became = ({ name, statement }: { name: string; statement: string }) =>
  `Observed in ${name}: ${withoutKeys(statement)}`;
