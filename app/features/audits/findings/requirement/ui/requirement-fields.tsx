import { RadioGroup, SelectField, TextField } from '#app/ui/fields.tsx';

import { harmNames, harms } from '../../../remedy/model.ts';
import { requirementKinds, requirementNames } from '../../model.ts';

type Field = Parameters<typeof TextField>[0]['field'];
type Props = {
  fields: Record<'requirementKind' | 'lawInstrument' | 'lawPlace' | 'declaration' | 'harm', Field>;
  declarations: readonly { value: string; section: string; question: string; answer: string }[];
};

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** What a finding is measured by: everything in sight, so that it works without scripts. */
export const RequirementFields = ({ fields, declarations }: Props) => (
  <>
    <RadioGroup
      field={fields.requirementKind}
      label="What it is measured by"
      options={requirementKinds.map((value) => ({ value, ...requirementNames[value] }))}
    />
    <TextField
      field={fields.lawInstrument}
      label="Law, rule or permit"
      hint="Only where it is a law"
      optional
    />
    <TextField
      field={fields.lawPlace}
      label="Article, section or condition"
      hint="Only where it is a law"
      optional
    />
    {declarations.length > 0 ? (
      <SelectField
        field={fields.declaration}
        label="What the recruiter declared"
        hint="Only where it is the recruiter’s own declaration: the answer in its application"
        options={declarations.map(({ value, section, question, answer }) => ({
          value,
          label: `${section}: ${short(question)} ${short(answer)}`,
        }))}
        empty="None"
        optional
      />
    ) : null}
    <SelectField
      field={fields.harm}
      label="Harm to workers"
      hint="Harm has to be made good before the finding closes: paid back, given back, and confirmed by workers. On indicators that say a worker paid, it is always a fee"
      options={harms.map((value) => ({ value, label: harmNames[value] }))}
      empty="None"
      optional
    />
  </>
);
