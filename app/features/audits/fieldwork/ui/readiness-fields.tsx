import type { ComponentProps } from 'react';

import { RadioGroup, Repeated, SelectField, TextArea } from '#app/ui/fields.tsx';

import { readinessNames, readinessOutcomes } from '../../model.ts';

type Field = ComponentProps<typeof TextArea>['field'];
type Item = { getFieldset: () => { indicator: Field; concern: Field } };
type List = ComponentProps<typeof Repeated<Item>>;
type Props = {
  form: List['form'];
  fields: { readiness: Field; summary: Field; concerns: List['field'] };
  indicators: readonly { code: string; requirement: string }[];
};

const hints = {
  ready: 'Stage 2 may begin',
  ready_with_concerns: 'Stage 2 may begin, and looks at each concern you name below',
  not_ready: 'Stage 2 may not begin; stage 1 has to be scheduled again',
};

/** What stage 1 ends with, and what stage 2 is to look at. */
export const ReadinessFields = ({ form, fields, indicators }: Props) => (
  <>
    <RadioGroup
      field={fields.readiness}
      label="Outcome"
      options={readinessOutcomes.map((value) => ({
        value,
        label: readinessNames[value],
        hint: hints[value],
      }))}
    />
    <TextArea field={fields.summary} label="Summary" />
    <Repeated
      form={form}
      field={fields.concerns}
      label="Concerns"
      hint="For “ready, with concerns”: one at least. The team of stage 2 closes each with a note."
      noun="Concern"
    >
      {(item) => {
        const { indicator, concern } = item.getFieldset();
        return (
          <>
            <SelectField
              field={indicator}
              label="Indicator"
              options={indicators.map(({ code, requirement }) => ({
                value: code,
                label: `${code} ${requirement.length > 70 ? `${requirement.slice(0, 70)}…` : requirement}`,
              }))}
              empty="Choose"
            />
            <TextArea field={concern} label="What stage 2 is to look at" rows={3} />
          </>
        );
      }}
    </Repeated>
  </>
);
