import type { Answers } from '#app/questionnaire/definition.ts';

import type { Hit, Indicator, Strength } from './model.ts';
import { codesIn, numberIn, rowsIn, saysNo, saysYes, textIn, type Told } from './told.ts';
import { hoursStrength, shortOf } from './terms.ts';

/** Nobody needs a worker's passport or permit for longer than it takes to show it; a bank card is the wages. */
export const heldStrength: Record<string, Strength> = {
  ...{ passport: 'strong', permit: 'strong', bank_card: 'medium' },
};

type Found = readonly [Indicator, Strength, string];

/** What a site or a recruiter says of itself that no chain keeps. A question left out points to nothing. */
export const partyHits = ({ responseId, answers }: Told): Hit[] =>
  [...plain(answers), ...held(answers), ...terms(answers), ...rows(answers)].map(
    ([indicator, strength, path]) => ({ indicator, strength, by: 'party', source: { responseId, path } }),
  );

/** Where an answer alone says it. */
const whereYes: readonly Found[] = [
  ['recruitment_fees', 'medium', 'worker_pays'],
  ['restriction_of_movement', 'strong', 'move_locked'],
  ['restriction_of_movement', 'weak', 'move_curfew'],
  ['restriction_of_movement', 'weak', 'move_guards'],
  ['debt_bondage', 'medium', 'move_bond'],
  ['debt_bondage', 'weak', 'return_penalty'],
  ['debt_bondage', 'medium', 'debt_any'],
  ['debt_bondage', 'strong', 'debt_pressure'],
  ['intimidation_and_threats', 'medium', 'voice_retaliation'],
  ['deception', 'medium', 'terms_changed'],
  ['abuse_of_vulnerability', 'medium', 'care_pregnancy'],
];
const whereNo: readonly Found[] = [
  ['deception', 'weak', 'terms_understood'],
  ['deception', 'weak', 'terms_copy'],
  ['abuse_of_vulnerability', 'weak', 'move_transfer'],
  ['abusive_working_and_living_conditions', 'weak', 'care_lodging'],
];

const plain = (answers: Answers): Found[] => [
  ...whereYes.filter(([, , name]) => saysYes(answers, name)),
  ...whereNo.filter(([, , name]) => saysNo(answers, name)),
  ...((numberIn(answers, 'care_cases') ?? 0) > 0
    ? [['physical_and_sexual_violence', 'medium', 'care_cases'] as const]
    : []),
];

/** Papers kept by others; with each worker's written consent it is weaker, for consent is easily asked for. */
function held(answers: Answers): Found[] {
  if (textIn(answers, 'doc_holder') === 'self') return [];
  const [strongest] = codesIn(answers, 'doc_holds')
    .map((document) => heldStrength[document])
    .filter((strength) => strength !== undefined)
    .sort((a) => (a === 'strong' ? -1 : 1));
  if (!strongest) return [];
  const strength = saysYes(answers, 'doc_consent') ? 'medium' : strongest;
  return [['retention_of_identity_documents', strength, 'doc_holds']];
}

const terms = (answers: Answers): Found[] => {
  const actual = numberIn(answers, 'terms_wage_actual');
  const promised = shortOf(numberIn(answers, 'terms_wage_promised'), actual);
  const agreed = shortOf(numberIn(answers, 'terms_wage_contract'), actual);
  const hours = hoursStrength(
    numberIn(answers, 'terms_hours_actual'),
    numberIn(answers, 'terms_hours_contract'),
  );
  return [
    ...(promised ? [['deception', promised, 'terms_wage_actual'] as const] : []),
    ...(agreed ? [['withholding_of_wages', agreed, 'terms_wage_actual'] as const] : []),
    ...(hours ? [['excessive_overtime', hours, 'terms_hours_actual'] as const] : []),
  ];
};

/** Nobody under 18 is recruited as a migrant worker; a loan or a deduction ties a worker to what was paid. */
const rows = (answers: Answers): Found[] => [
  ...rowsIn(answers, 'workforce').flatMap(({ row, at }): Found[] =>
    textIn(row, 'wf_age') === 'under_18' && numberIn(row, 'wf_count') !== 0
      ? [['child_recruitment', 'strong', at('wf_age')]]
      : [],
  ),
  ...rowsIn(answers, 'payments').flatMap(({ row, at }): Found[] => {
    const loan = textIn(row, 'pay_payer') === 'worker' && saysYes(row, 'pay_loan');
    return [
      ...(loan ? [['debt_bondage', 'medium', at('pay_loan')] as const] : []),
      ...(saysYes(row, 'pay_deducted')
        ? [['withholding_of_wages', 'medium', at('pay_deducted')] as const]
        : []),
    ];
  }),
];
