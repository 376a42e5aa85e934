import type { Hit, Indicator, Strength } from './model.ts';
import { hoursStrength, shortOf } from './terms.ts';
import { numberIn, saysNo, saysYes, textIn, type Told } from './told.ts';

/** Months of pay to be rid of a debt; proposed. */
const longDebt = 12;
const shortDebt = 3;
type Found = readonly [Indicator, Strength, string] | undefined;
type Reading = Told['answers'];

/** What one worker's short answers point to; a question left out points to nothing. */
export const workerHits = ({ responseId, answers }: Told): Hit[] =>
  [...paid(answers), ...bound(answers), ...deceived(answers), ...treated(answers)].flatMap((found) => {
    if (!found) return [];
    const [indicator, strength, path] = found;
    return [{ indicator, strength, by: 'worker' as const, source: { responseId, path } }];
  });

/** Dearer than a month's pay is strong: few can pay that without a debt. Wage and fee compare in one currency only. */
function paid(answers: Reading): Found[] {
  const total = numberIn(answers, 'w_paid_total') ?? 0;
  const wage = numberIn(answers, 'w_wage_actual') ?? numberIn(answers, 'w_wage_contract');
  const currency = textIn(answers, 'w_paid_currency');
  const same = currency !== null && currency === textIn(answers, 'w_wage_currency');
  const dear = same && wage !== null && wage > 0 && total >= wage;
  return [total > 0 ? ['recruitment_fees', dear ? 'strong' : 'medium', 'w_paid_total'] : undefined];
}

function bound(answers: Reading): Found[] {
  const holder = textIn(answers, 'w_documents_held_by');
  return [
    holder !== null && holder !== 'self'
      ? [
          'retention_of_identity_documents',
          holder === 'employer' || holder === 'agency' ? 'strong' : 'medium',
          'w_documents_held_by',
        ]
      : undefined,
    saysNo(answers, 'w_can_leave') ? ['restriction_of_movement', 'strong', 'w_can_leave'] : undefined,
    indebted(answers),
  ];
}

function indebted(answers: Reading): Found {
  const debt = numberIn(answers, 'w_debt') ?? 0;
  if (debt <= 0) return undefined;
  const months = numberIn(answers, 'w_debt_months');
  if (months === null) return ['debt_bondage', 'medium', 'w_debt'];
  const strength = months >= longDebt ? 'strong' : months >= shortDebt ? 'medium' : 'weak';
  return ['debt_bondage', strength, 'w_debt_months'];
}

function deceived(answers: Reading): Found[] {
  return [
    below(answers, 'w_wage_promised', 'deception'),
    below(answers, 'w_wage_contract', 'withholding_of_wages'),
    saysNo(answers, 'w_job_as_promised') ? ['deception', 'medium', 'w_job_as_promised'] : undefined,
    saysNo(answers, 'w_employer_as_promised') ? ['deception', 'medium', 'w_employer_as_promised'] : undefined,
    saysNo(answers, 'w_contract_language_understood')
      ? ['deception', 'weak', 'w_contract_language_understood']
      : undefined,
    saysNo(answers, 'w_contract_copy') ? ['deception', 'weak', 'w_contract_copy'] : undefined,
  ];
}

function below(answers: Reading, said: string, indicator: Indicator): Found {
  const strength = shortOf(numberIn(answers, said), numberIn(answers, 'w_wage_actual'));
  return strength ? [indicator, strength, 'w_wage_actual'] : undefined;
}

function treated(answers: Reading): Found[] {
  const strength = hoursStrength(numberIn(answers, 'w_hours_actual'), numberIn(answers, 'w_hours_contract'));
  return [
    strength ? ['excessive_overtime', strength, 'w_hours_actual'] : undefined,
    saysYes(answers, 'w_retaliation') ? ['intimidation_and_threats', 'medium', 'w_retaliation'] : undefined,
    saysNo(answers, 'w_channel_known') ? ['isolation', 'weak', 'w_channel_known'] : undefined,
    saysNo(answers, 'w_orientation') ? ['abuse_of_vulnerability', 'weak', 'w_orientation'] : undefined,
  ];
}
