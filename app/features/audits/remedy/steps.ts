import type { SignedIn } from '#app/platform/scope.ts';

import type { Finding } from '../findings/model.ts';
import { mayAnswer, mayAudit } from '../policy.ts';
import type { At, Step } from '../step.ts';

/** What a remedy asks for on the page of its finding; the page of the remedy itself has the rest. */
export function remedySteps(finding: Finding, actor: SignedIn, at: At): Step[] {
  const { remedy, state, issuedOn } = finding;
  if (issuedOn === null || state === 'closed' || state === 'withdrawn') return [];
  if (remedy === 'owed' && mayAudit(actor, finding)) return [at('remedy/open', 'Open the remedy')];
  return [];
}

/** On the page of the remedy. */
export function ledgerSteps(finding: Finding, actor: SignedIn): Step[] {
  const at: At = (page, label) => ({ to: `/findings/${finding.id}/remedy/${page}`, label });
  if (finding.state === 'closed' || finding.state === 'withdrawn') return [];
  if (finding.remedy === 'owed')
    return remedySteps(finding, actor, (page, label) => ({ to: `/findings/${finding.id}/${page}`, label }));
  if (finding.remedy !== 'open') return [];
  const correct = { ...at('correct', 'Correct an entry'), quiet: true };
  if (mayAnswer(actor, finding)) return [at('payment', 'Record a payment'), correct];
  if (mayAudit(actor, finding))
    return [
      at('confirm', 'Record what workers say'),
      { ...at('item', 'Add what is owed'), quiet: true },
      correct,
    ];
  return [];
}
