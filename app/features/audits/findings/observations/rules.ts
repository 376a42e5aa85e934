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

/** While findings are raised, the team says of each observation of earlier audits what became of it; once an audit. */
export function look(audit: Audit, { finding, looked }: Seen, { answer, grade }: Said) {
  const may = raise(audit);
  if (!may.ok) return may;
  if (audit.type === 'stage1') return refuse('not_in_stage1');
  if (finding.auditId === audit.id || finding.grade !== 'observation')
    return refuse('no_earlier_observation');
  if (finding.state !== 'issued') return stands(finding);
  if (finding.proposal) return refuse('regrade_open');
  if (looked) return refuse('looked_already');
  if (answer !== 'raised') return ok({ raisedAs: null });
  return grade === undefined || grade === 'observation' ? refuse('raise_graver') : ok({ raisedAs: grade });
}

/** Once what it became is told, an observation stands beside it no longer. */
export function closeRaised(finding: Finding, told: boolean) {
  if (finding.grade !== 'observation' || finding.state !== 'issued') return stands(finding);
  return told ? ok({ state: 'closed' as const }) : refuse('not_told');
}

/** What an observation became, in the words of its own audit and with its number there. */
export const became = ({ name, statement }: { name: string; statement: string }) =>
  `Observed in ${name}: ${withoutKeys(statement)}`;
