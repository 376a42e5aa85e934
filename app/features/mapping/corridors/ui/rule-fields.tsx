import { countryOptions } from '#app/platform/places.ts';
import { feeCategories } from '#app/questionnaire/fee-categories.ts';
import { DateField, RadioGroup, SelectField, TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import { payersAllowed, type NationalRule } from '../national/model.ts';
import { SourceFields, sourceAs, type SourceAnswers } from './provenance.tsx';
import { payerNames } from './rule-table.tsx';

type Said = SourceAnswers & { payerAllowed: string; cap: string };
export type RuleAnswers = Said & { country: string; category: string; validFrom: string };
export type ChangeRuleAnswers = Said & { version: string };

export const ruleAs = (rule: NationalRule): ChangeRuleAnswers => ({
  ...{ payerAllowed: rule.payerAllowed, cap: rule.cap ?? '', ...sourceAs(rule) },
  version: String(rule.version),
});

/** Of which law it is: said once, for good. */
export const RulePlace = ({ fields }: { fields: Record<'country' | 'category' | 'validFrom', Field> }) => (
  <>
    <SelectField
      field={fields.country}
      label="Country whose law it is"
      options={countryOptions}
      empty="Choose a country"
    />
    <SelectField
      field={fields.category}
      label="Fee or cost"
      options={Object.entries(feeCategories).map(([value, label]) => ({ value, label }))}
      empty="All fees and costs"
      optional
    />
    <DateField field={fields.validFrom} label="First day on which it holds" />
  </>
);

export const RuleFields = ({ fields }: { fields: Record<keyof Said, Field> }) => (
  <>
    <RadioGroup
      field={fields.payerAllowed}
      label="Who may be charged"
      options={payersAllowed.map((value) => ({ value, label: payerNames[value] }))}
    />
    <TextField
      field={fields.cap}
      label="The cap"
      hint="As the law says it, with its currency: only where there is one"
      width="full"
      optional
    />
    <SourceFields fields={fields} />
  </>
);
